// Forms that keep themselves: a form is sent only after the draft that is just being kept has its number, and an input
// method that composes a word is left alone until the word stands.
(() => {
  let keeping = false;
  let wanted;

  document.addEventListener('input', event => {
    if (event.isComposing && event.target.closest?.('#ask-form')) event.stopPropagation();
  }, true);
  document.addEventListener('compositionend', event => {
    if (event.target.closest?.('#ask-form')) event.target.dispatchEvent(new InputEvent('input', {bubbles: true}));
  });

  document.addEventListener('htmx:beforeRequest', event => {
    if (event.target.id === 'ask-saver') keeping = true;
  });
  document.addEventListener('htmx:afterRequest', event => {
    if (event.target.id !== 'ask-saver' && event.detail?.elt?.id !== 'ask-saver') return;
    keeping = false;
    if (wanted) {
      const button = wanted;
      wanted = undefined;
      setTimeout(() => document.getElementById('ask-form')?.requestSubmit(button.isConnected ? button : undefined), 50);
    }
  });
  document.addEventListener('submit', event => {
    if (event.target.id === 'ask-form' && keeping) {
      event.preventDefault();
      wanted = event.submitter;
    }
  });

  document.addEventListener('htmx:oobAfterSwap', event => {
    const said = event.target;
    const input = said.id?.startsWith('said-') && document.getElementById(said.id.slice(5));
    if (!input) return;
    if (said.dataset.wrong) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  });
})();
