// Keys declared in the page: data-key="a" or "g i" on whatever they press or focus. Ctrl+Enter sends the form one is in.
(() => {
  const WRITTEN = 'textarea, select, [contenteditable], input:not([type=hidden], [type=checkbox], [type=radio], [type=submit], [type=button])';
  const PATIENCE = 1200;
  let begun = '';
  let waiting;

  const off = () => document.documentElement.dataset.keys === 'off';
  const usable = element => !element.disabled && (element.getClientRects().length > 0 || element.closest('details:not([open])')?.getClientRects().length > 0);
  const room = () => document.querySelector('dialog[open]') || document;
  const named = key => [...room().querySelectorAll('[data-key]')].filter(element => element.dataset.key === key && usable(element))[0];
  const begins = key => [...room().querySelectorAll('[data-key]')].some(element => element.dataset.key.startsWith(key + ' '));

  function press(element) {
    if (element.matches(WRITTEN)) {
      element.focus();
      if (element.select) element.select();
      return;
    }
    element.click();
    if (element.matches('summary') && element.parentElement.open) {
      element.parentElement.querySelector(WRITTEN)?.focus();
    }
  }

  function send(event) {
    const form = event.target.closest?.('form');
    const button = form?.querySelector('[data-send]') || form?.querySelector('button[type=submit], button:not([type])');
    if (button) {
      event.preventDefault();
      button.click();
    }
  }

  // somebody's own keys, as "a=y r=t": what he presses to what the page calls it; a key given away is nobody's
  const own = new Map((document.documentElement.dataset.keymap || '').split(' ').filter(pair => pair.length > 2)
    .map(pair => [pair.slice(2), pair[0]]));
  const moved = new Set(own.values());
  const shown = key => [...own].find(pair => pair[1] === key)?.[0] || key;

  function keyOf(event) {
    if (event.altKey && /^Digit\d$/.test(event.code)) return 'Alt+' + event.code.slice(5);
    if (event.altKey) return '';
    // with Shift a digit is another sign on each keyboard; what is meant is the digit, where the page has a use for it
    const shifted = event.shiftKey && /^Digit\d$/.test(event.code) ? 'Shift+' + event.code.slice(5) : '';
    if (shifted && named(shifted)) return shifted;
    return own.get(event.key) || (moved.has(event.key) ? '' : event.key);
  }

  document.addEventListener('keydown', event => {
    // an input method that composes a word owns the keyboard; 229 is what older ones send
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return send(event);
    const key = keyOf(event);
    // Enter belongs to the link or button that one is at
    if (key === 'Enter' && event.target.closest?.('a, button, summary')) return;
    const chord = key.startsWith('Alt+');
    if (event.ctrlKey || event.metaKey || !key || (!chord && (off() || event.target.closest?.(WRITTEN)))) return;
    const wanted = begun && !chord ? begun + ' ' + key : key;
    clearTimeout(waiting);
    begun = '';
    const element = named(wanted) || named(key);
    const taken = !element && !document.dispatchEvent(new CustomEvent('hub:key', { detail: key, cancelable: true }));
    if (taken) {
      event.preventDefault();
    } else if (element) {
      event.preventDefault();
      press(element);
    } else if (begins(key)) {
      begun = key;
      waiting = setTimeout(() => { begun = ''; }, PATIENCE);
    }
  });

  function announce(scope) {
    for (const hint of scope.querySelectorAll('kbd[data-hint]')) {
      hint.dataset.key0 ||= hint.dataset.hint;
      hint.dataset.hint = shown(hint.dataset.key0);
    }
    for (const element of scope.querySelectorAll('[data-key]')) {
      if (!off()) element.setAttribute('aria-keyshortcuts', element.dataset.key.split(' ').map(shown).join(' '));
    }
  }

  function list() {
    const dialog = document.getElementById('keys');
    const rows = new Map();
    for (const element of document.querySelectorAll('[data-key]')) {
      if (usable(element)) rows.set(element.dataset.key, element.dataset.keyLabel || element.ariaLabel || element.textContent.trim());
    }
    const pairs = dialog.querySelector('dl');
    pairs.replaceChildren();
    for (const [key, label] of rows) {
      const name = document.createElement('dt');
      for (const part of key.split(' ')) {
        const cap = document.createElement('kbd');
        cap.textContent = shown(part);
        name.append(cap, ' ');
      }
      const text = document.createElement('dd');
      text.textContent = label;
      pairs.append(name, text);
    }
    dialog.showModal();
  }

  document.addEventListener('click', event => {
    if (event.target.closest?.('[data-keys-open]')) list();
  });
  document.addEventListener('DOMContentLoaded', () => announce(document));
  document.addEventListener('htmx:load', event => announce(event.target));
  if (document.readyState !== 'loading') announce(document);
})();
