// Inputs that offer what a code table holds: arrow keys walk, Enter takes, Escape closes. Without this script the same
// input takes a code or a name as it is typed.
(() => {
  let open; // the input whose list is shown
  let list;
  let at = -1;
  let wait;
  let asked = 0;

  const offered = () => [...(list?.querySelectorAll('[role=option]') ?? [])];

  function shell() {
    if (list) return;
    list = document.createElement('div');
    list.id = 'combo-list';
    list.className = 'combo-list';
    list.setAttribute('role', 'listbox');
    list.hidden = true;
    list.addEventListener('mousedown', event => {
      const choice = event.target.closest('[role=option]');
      event.preventDefault();
      if (choice) take(choice);
    });
  }

  function begin(input) {
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-expanded', 'false');
  }

  function close() {
    clearTimeout(wait);
    asked++;
    if (open) {
      open.setAttribute('aria-expanded', 'false');
      open.removeAttribute('aria-activedescendant');
      open.removeAttribute('aria-controls');
    }
    if (list) list.hidden = true;
    open = undefined;
    at = -1;
  }

  function take(choice) {
    const input = open;
    close();
    input.value = choice.dataset.value;
    input.dispatchEvent(new InputEvent('input', {bubbles: true, data: 'taken'}));
    input.dispatchEvent(new Event('change', {bubbles: true}));
    clearTimeout(wait);
  }

  function mark(next) {
    const choices = offered();
    if (!choices.length) return;
    choices[at]?.setAttribute('aria-selected', 'false');
    at = (next + choices.length) % choices.length;
    choices[at].setAttribute('aria-selected', 'true');
    choices[at].scrollIntoView({block: 'nearest'});
    open.setAttribute('aria-activedescendant', choices[at].id);
  }

  async function ask(input, words) {
    const turn = ++asked;
    const address = new URL(input.dataset.combo, location.href);
    address.searchParams.set('q', words);
    const within = input.dataset.comboWithin && input.form?.elements[input.dataset.comboWithin];
    if (within) address.searchParams.set('above', within.value);
    const answer = await fetch(address, {headers: {'HX-Request': 'true'}});
    if (!answer.ok || turn !== asked || document.activeElement !== input) return;
    shell();
    list.innerHTML = await answer.text();
    if (turn !== asked) return;
    const choices = offered();
    choices.forEach((choice, number) => { choice.id = `combo-${number}`; });
    if (!choices.length) return close();
    list.setAttribute('aria-label', input.labels?.[0]?.textContent.trim() ?? '');
    input.after(list);
    list.hidden = false;
    open = input;
    at = -1;
    input.setAttribute('aria-expanded', 'true');
    input.setAttribute('aria-controls', 'combo-list');
  }

  document.addEventListener('focusin', event => {
    if (event.target.dataset?.combo) begin(event.target);
    if (open && event.target !== open) close();
  });
  document.addEventListener('focusout', event => {
    if (event.target.dataset?.combo) close();
  });
  document.addEventListener('input', event => {
    const input = event.target;
    if (!input.dataset?.combo || event.isComposing || event.data === 'taken') return;
    clearTimeout(wait);
    wait = setTimeout(() => ask(input, input.value), 150);
  });
  document.addEventListener('click', event => {
    const input = event.target;
    if (input.dataset?.combo && open !== input) ask(input, '');
  });
  // before the form's own keys: what a list takes is no command
  document.addEventListener('keydown', event => {
    const input = event.target;
    if (!input.dataset?.combo || event.isComposing || event.keyCode === 229) return;
    const shown = open === input;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (shown) mark(at + (event.key === 'ArrowDown' ? 1 : -1));
      else ask(input, event.altKey ? '' : input.value).then(() => offered().length && open === input && mark(0));
    } else if (shown && event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const choice = offered()[at] ?? (offered().length === 1 ? offered()[0] : undefined);
      if (choice) take(choice);
    } else if (shown && event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }, true);
})();
