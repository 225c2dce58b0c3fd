// The queue of look-alikes by key: one walks from group to group, and what is said is said of the one that one is at.
(() => {
  const rows = () => [...document.querySelectorAll('[data-dup]')];
  const here = () => document.activeElement.closest?.('[data-dup]') || document.querySelector('[data-dup][aria-current]') || rows()[0];
  const picked = () => rows().some(row => row.querySelector('.dup-pick input').checked);

  function at(row, focus) {
    if (!row) return;
    for (const other of rows()) other.toggleAttribute('aria-current', false);
    row.setAttribute('aria-current', 'true');
    if (focus) {
      row.querySelector('[data-dup-merge]').focus({ preventScroll: true });
      row.scrollIntoView({ block: 'nearest' });
    }
  }

  function walk(by) {
    const all = rows();
    const marked = document.querySelector('[data-dup][aria-current]') && document.activeElement.closest?.('[data-dup]');
    const place = all.indexOf(here()) + (marked ? by : 0);
    at(all[Math.min(Math.max(place, 0), all.length - 1)], true);
  }

  function open(box) {
    if (!box) return;
    box.open = true;
    // at once, so that the next key is meant for it
    box.querySelector('[data-first]')?.focus();
    box.scrollIntoView({ block: 'nearest' });
  }

  function count() {
    const place = document.querySelector('.dup-count');
    const many = rows().filter(row => row.querySelector('.dup-pick input').checked).length;
    if (place) place.textContent = many ? place.dataset.words.replace('%', many) : '';
  }

  const deeds = {
    j: () => walk(1),
    k: () => walk(-1),
    x: () => here()?.querySelector('.dup-pick input').click(),
    m: () => (picked() ? document.getElementById('dup-together') : here()?.querySelector('[data-dup-merge]'))?.click(),
    d: () => open(picked() ? document.getElementById('dup-all') : here()?.querySelector('[data-dup-deed="d"]')),
    l: () => open(here()?.querySelector('[data-dup-deed="l"]')),
  };

  document.addEventListener('click', event => {
    const wanted = event.target.closest?.('[data-dup-do]');
    if (wanted) deeds[wanted.dataset.dupDo]();
  });
  document.addEventListener('change', event => {
    if (event.target.matches?.('.dup-pick input')) count();
  });
  document.addEventListener('focusin', event => at(event.target.closest?.('[data-dup]'), false));

  // a digit in an open choice of links is that link; so it is two keys in all
  document.addEventListener('hub:key', event => {
    const choice = /^[1-9]$/.test(event.detail)
      && document.querySelector(`[data-dup-deed="l"][open] [data-dup-digit="${event.detail}"]`);
    if (!choice) return;
    event.preventDefault();
    choice.click();
  });

  // after a decision one goes on where it says, without another key
  const first = document.querySelector('[data-dup]');
  if (first) {
    const next = location.hash.startsWith('#dup-') && document.getElementById(location.hash.slice(1));
    at(next || first, Boolean(next));
    count();
  }
})();
