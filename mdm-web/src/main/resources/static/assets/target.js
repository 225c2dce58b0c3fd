// What is asked for again and again is not asked for while nobody looks.
document.addEventListener('htmx:beforeRequest', event => {
  const every = event.target.getAttribute?.('data-hx-trigger') ?? '';
  if (document.hidden && every.startsWith('every ')) event.preventDefault();
});
