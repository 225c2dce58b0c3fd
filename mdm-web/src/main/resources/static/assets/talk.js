// Comments: the key c opens one on the field one is at; @ completes names. All of it works without script as well.
(() => {
  const WRITTEN = 'textarea, select, input, [contenteditable]';
  const text = () => document.getElementById('talk-text');
  const list = () => document.getElementById('talk-people');
  let at = null;
  let keyed = false;

  // the field that was pointed at or walked to last
  const keyOf = element => element?.closest?.('[data-talk]')?.dataset.talk;
  document.addEventListener('pointerover', event => { at = keyOf(event.target) ?? at; });
  document.addEventListener('focusin', event => { at = keyOf(event.target) ?? at; });
  document.addEventListener('htmx:afterSwap', () => { at = null; });

  function begin(key) {
    const field = document.getElementById('talk-field');
    if (!field || !text()) return;
    const known = [...field.options].map(option => option.value).filter(Boolean);
    field.value = known.includes(key) ? key : known.length === 1 ? known[0] : '';
  }

  // whatever key it is by now: one that was pressed outside of an input and led here means the field one is at
  document.addEventListener('keydown', event => {
    keyed = event.key.length === 1 && !event.target.closest?.(WRITTEN);
    setTimeout(() => { keyed = false; });
  }, true);
  document.addEventListener('focusin', event => {
    if (keyed && event.target === text()) begin(at);
  });

  document.addEventListener('click', event => {
    const mark = event.target.closest?.('.talk-mark');
    if (mark) {
      begin(mark.dataset.talkOn);
      text()?.focus();
    }
    const person = event.target.closest?.('#talk-people [data-login]');
    if (person) take(person);
    else if (list() && !event.target.closest?.('#talk-form')) close();
  });

  function close() {
    if (list()) {
      list().hidden = true;
      list().replaceChildren();
    }
  }

  const begun = box => box.value.slice(0, box.selectionStart).match(/(?:^|[^\w@.+-])@([\p{L}\p{N}._-]*)$/u);

  function take(person) {
    const box = text();
    const from = box.selectionStart - (begun(box)?.[1].length ?? 0);
    box.setRangeText(person.dataset.login + ' ', from, box.selectionStart, 'end');
    close();
    box.focus();
  }

  let asked = 0;
  document.addEventListener('input', async event => {
    if (event.target !== text() || event.isComposing) return;
    const part = begun(event.target);
    if (!part) return close();
    const mine = ++asked;
    const answer = await fetch(event.target.dataset.people + '?q=' + encodeURIComponent(part[1]), { headers: { 'HX-Request': 'true' } });
    if (mine !== asked || !answer.ok || answer.redirected) return;
    const found = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('.talk-found');
    list().replaceChildren(...(found && found.children.length ? [found] : []));
    list().hidden = !list().children.length;
  });

  document.addEventListener('keydown', event => {
    if (event.target !== text() || event.isComposing || event.keyCode === 229 || list().hidden) return;
    const all = [...list().querySelectorAll('[data-login]')];
    const now = all.findIndex(one => one.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = (now + (event.key === 'ArrowDown' ? 1 : -1) + all.length) % all.length;
      all.forEach((one, place) => one.setAttribute('aria-selected', String(place === next)));
    } else if ((event.key === 'Enter' || event.key === 'Tab') && !event.ctrlKey && !event.metaKey && all.length) {
      event.preventDefault();
      take(all[Math.max(now, 0)]);
    }
  }, true);

  // what is refused comes back into the form, all else into the pane
  document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.elt?.id === 'talk-form' && event.detail.xhr.status === 422) event.detail.target = event.detail.elt;
  });
})();
