// The key h belongs to the field under the mouse or the focus; its changes open beside the record.
(() => {
  const room = document.querySelector('[data-who]');
  if (!room) return;
  const label = room.dataset.who;

  function own(clock) {
    const owner = room.querySelector('[data-key="h"]');
    if (!clock || owner === clock) return;
    if (owner) {
      for (const name of ['data-key', 'data-key-label', 'aria-keyshortcuts']) owner.removeAttribute(name);
    }
    clock.dataset.key = 'h';
    clock.dataset.keyLabel = label;
    clock.setAttribute('aria-keyshortcuts', 'h');
  }

  const clockOf = target => target.closest?.('.rec-field')?.querySelector('.rec-clock');
  room.addEventListener('mouseover', event => own(clockOf(event.target)));
  room.addEventListener('focusin', event => own(clockOf(event.target)));
  own(room.querySelector('.rec-clock'));

  const dialog = document.getElementById('field-changes');
  document.addEventListener('htmx:afterSwap', event => {
    if (event.target.id === 'field-changes-body' && !dialog.open) dialog.showModal();
    if (event.target.id === 'field-changes-body') dialog.querySelector('[data-focus]')?.focus();
  });
  dialog?.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });

  document.addEventListener('change', event => {
    if (event.target.matches?.('[data-send-on-change]')) event.target.form.requestSubmit();
  });
})();
