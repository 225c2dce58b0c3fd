// List and request stay together: which row is chosen, and on a narrow screen which of the two is seen.
(() => {
  const said = text => { document.getElementById('inbox-said').textContent = text; };

  function follow(pane) {
    const inbox = document.getElementById('inbox');
    inbox.classList.add('inbox-open');
    for (const row of inbox.querySelectorAll('.hub-row')) {
      row.toggleAttribute('aria-current', false);
      if (row.dataset.id === pane.dataset.id) {
        row.setAttribute('aria-current', 'true');
        row.scrollIntoView({ block: 'nearest' });
      }
    }
  }

  document.addEventListener('htmx:afterSwap', event => {
    if (event.target.id === 'pane') follow(event.target);
  });

  // one box at a time; the one that opens is written into at once
  document.addEventListener('toggle', event => {
    const box = event.target;
    if (!box.matches?.('.inbox-deed') || !box.open) return;
    for (const other of document.querySelectorAll('.inbox-deed[open]')) {
      if (other !== box) other.open = false;
    }
    (box.querySelector('[data-first]') || box.querySelector('textarea'))?.focus();
  }, true);

  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || event.key !== 'Escape') return;
    const box = event.target.closest?.('.inbox-deed[open]');
    if (box) {
      box.open = false;
      box.querySelector('summary').focus();
    }
  });

  // many at once: the row one is at, a range with Shift, or the whole page
  const boxes = () => [...document.querySelectorAll('.inbox-pick input')];
  let last;

  function count() {
    const place = document.querySelector('.inbox-picked');
    const many = boxes().filter(box => box.checked).length;
    if (place) place.textContent = many ? place.dataset.one.replace('%', many) : '';
  }

  function here() {
    const row = document.activeElement.closest?.('.inbox-rows li')?.querySelector('.hub-row')
      || document.querySelector('.inbox-rows .hub-row[aria-current]') || document.querySelector('.inbox-rows .hub-row');
    return row?.closest('li').querySelector('.inbox-pick input');
  }

  const deeds = {
    pick: () => here()?.click(),
    all: () => {
      const all = boxes();
      const some = all.some(box => !box.checked);
      for (const box of all) box.checked = some;
      count();
    },
  };

  document.addEventListener('click', event => {
    const wanted = event.target.closest?.('[data-inbox]');
    if (wanted) deeds[wanted.dataset.inbox]?.();
    if (!event.target.matches?.('.inbox-pick input')) return;
    const all = boxes();
    if (event.shiftKey && all.includes(last)) {
      const [from, to] = [all.indexOf(last), all.indexOf(event.target)].sort((one, other) => one - other);
      for (const box of all.slice(from, to + 1)) box.checked = event.target.checked;
    }
    last = event.target;
    count();
  });

  // how long a decision can still be taken back
  function countDown(scope) {
    for (const form of scope.querySelectorAll?.('.inbox-undo[data-seconds]') || []) {
      let left = Number(form.dataset.seconds);
      const place = form.querySelector('.inbox-left');
      form.removeAttribute('data-seconds');
      const clock = setInterval(() => {
        left -= 1;
        if (left <= 0 || !form.isConnected) {
          clearInterval(clock);
          form.remove();
        } else {
          place.textContent = place.dataset.words.replace('%', left);
        }
      }, 1000);
    }
  }

  countDown(document);
  document.addEventListener('htmx:load', event => { countDown(event.target.parentElement || event.target); count(); });
  document.querySelector('.hub-row[aria-current]')?.scrollIntoView({ block: 'nearest' });

  document.addEventListener('click', async event => {
    const button = event.target.closest?.('.inbox-copy');
    if (!button || !navigator.clipboard) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    said(button.dataset.copied);
    button.classList.add('inbox-copied');
    setTimeout(() => button.classList.remove('inbox-copied'), 1500);
  });
})();
