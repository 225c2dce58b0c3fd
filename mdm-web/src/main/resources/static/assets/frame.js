// Small comforts of the frame: menus and results close, results can be walked, focus goes where the page says.
(() => {
  const found = () => document.getElementById('found');

  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details.hub-menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
    if (!event.target.closest?.('.hub-find')) found()?.replaceChildren();
  });

  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === 'Escape') {
      for (const menu of document.querySelectorAll('details.hub-menu[open]')) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
      found()?.replaceChildren();
    }
    const find = event.target.closest?.('.hub-find');
    if (find && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) walk(find, event);
  });

  function walk(find, event) {
    const stops = [find.querySelector('input'), ...find.querySelectorAll('#found a')];
    const next = stops[stops.indexOf(document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  }

  function lead(scope) {
    const place = scope.querySelector?.('[data-focus]');
    if (place) place.focus();
  }

  lead(document);
  document.addEventListener('htmx:afterSwap', event => lead(event.target));
})();
