// The merge grid by keyboard: digits pick the column for the row one is at and go on to the next conflict, arrows walk.
(() => {
  const grid = () => document.getElementById('merge-live');
  if (!grid() || grid().closest('fieldset[disabled]')) return;
  const rows = () => [...grid().querySelectorAll('.merge-row')];
  const radios = row => [...row.querySelectorAll('input[type=radio]')];
  const field = row => row.querySelector('.merge-own .form-control, .merge-own .form-select');
  const checked = row => radios(row).find(radio => radio.checked);
  const own = row => row.querySelector('.merge-own input[type=radio]');
  let here = '';
  let stood = '';
  let opened = false;
  let written;
  const busy = new Set();
  let wanted = false;

  function at(row) {
    for (const old of grid().querySelectorAll('.merge-here')) old.classList.remove('merge-here');
    for (const old of grid().querySelectorAll('.merge-row [data-key]')) {
      for (const name of ['data-key', 'data-key-label', 'aria-keyshortcuts']) old.removeAttribute(name);
    }
    if (!row) return;
    here = row.dataset.field;
    stood = checked(row)?.id || '';
    row.classList.add('merge-here');
    for (const radio of radios(row)) {
      if (radio.dataset.column < 10) key(radio, radio.dataset.column, radio.ariaLabel);
    }
    key(field(row), '0', field(row).ariaLabel);
  }

  function key(element, name, label) {
    element.dataset.key = name;
    element.dataset.keyLabel = label;
    element.setAttribute('aria-keyshortcuts', name);
  }

  function go(row) {
    const stop = row ? checked(row) || radios(row)[0] : document.getElementById('merge-ask');
    stop.focus({ preventScroll: true });
    stop.scrollIntoView({ block: 'center', inline: 'nearest' });
  }

  function next(row) {
    const all = rows();
    go(all.slice(all.indexOf(row) + 1).find(other => other.classList.contains('merge-conflict')));
  }

  function say(row) {
    row.querySelector('input[name^="auto."]')?.remove();
  }

  document.addEventListener('focusin', event => {
    const row = event.target.closest?.('.merge-row');
    if (row) at(row);
  });

  // to press what the rules had chosen is to choose it; a click that no mouse made came from a key
  document.addEventListener('click', event => {
    const row = event.target.closest?.('.merge-row');
    if (!row || !event.target.matches('input[type=radio]') || event.target === own(row)) return;
    say(row);
    const same = stood === event.target.id;
    // before the next key comes, or that would still be meant for this row
    queueMicrotask(() => {
      if (same) event.target.dispatchEvent(new Event('change', { bubbles: true }));
      if (!event.isTrusted) next(row);
    });
  });

  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return;
    const row = event.target.closest?.('.merge-row');
    if (!row) return;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (step && event.target.matches('input[type=radio]')) {
      const other = rows()[rows().indexOf(row) + step];
      event.preventDefault();
      if (other) go(other);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target === field(row)) {
      event.preventDefault();
      own(row).checked = true;
      say(row);
      event.target.dispatchEvent(new Event('change', { bubbles: true }));
      next(row);
    }
  });

  document.addEventListener('input', event => {
    const row = event.target.closest?.('.merge-row');
    if (row && event.target === field(row)) own(row).checked = true;
  });
  // to choose one's own value is to write it; nothing is cleared by the way
  document.addEventListener('change', event => {
    const row = event.target.closest?.('.merge-row');
    if (!row || event.target !== own(row) || field(row).value) return;
    event.stopPropagation();
    field(row).focus();
  }, true);

  const ours = event => event.detail?.target?.id === 'merge-live';
  document.addEventListener('htmx:beforeSend', event => { if (ours(event)) busy.add(event.detail.xhr); });
  for (const end of ['htmx:afterRequest', 'htmx:sendAbort']) {
    document.addEventListener(end, event => busy.delete(event.detail.xhr));
  }
  document.addEventListener('htmx:beforeSwap', event => {
    if (!ours(event)) return;
    opened = document.getElementById('merge-same')?.open;
    const pen = document.activeElement;
    written = pen.matches('.merge-own .form-control') ? { id: pen.id, text: pen.value } : undefined;
  });
  // a key that comes before the answer has settled finds its row too
  document.addEventListener('htmx:afterSwap', () => {
    if (here) at(rows().find(row => row.dataset.field === here));
  });
  document.addEventListener('htmx:afterSettle', () => {
    const same = document.getElementById('merge-same');
    if (same && opened) same.open = true;
    resume();
    if (here) at(rows().find(row => row.dataset.field === here));
    if (wanted && !busy.size) {
      wanted = false;
      if (!grid().querySelector('.hub-wrong')) document.getElementById('merge-form').requestSubmit(document.getElementById('merge-ask'));
    }
  });

  // what somebody writes while an answer comes is his
  function resume() {
    const pen = written && document.getElementById(written.id);
    if (pen && pen.value !== written.text) {
      pen.value = written.text;
      own(pen.closest('.merge-row')).checked = true;
      say(pen.closest('.merge-row'));
    }
    written = undefined;
  }

  // what is confirmed is what is shown: where that is still coming, it is waited for
  document.addEventListener('submit', event => {
    if (event.target.id === 'merge-form' && event.submitter?.id === 'merge-ask' && busy.size) {
      event.preventDefault();
      wanted = true;
    }
  }, true);

  at(rows()[0]);
})();
