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
    box.querySelector('textarea')?.focus();
  }, true);

  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || event.key !== 'Escape') return;
    const box = event.target.closest?.('.inbox-deed[open]');
    if (box) {
      box.open = false;
      box.querySelector('summary').focus();
    }
  });

  document.addEventListener('click', async event => {
    const button = event.target.closest?.('.inbox-copy');
    if (!button || !navigator.clipboard) return;
    await navigator.clipboard.writeText(button.dataset.copy);
    said(button.dataset.copied);
    button.classList.add('inbox-copied');
    setTimeout(() => button.classList.remove('inbox-copied'), 1500);
  });
})();
