// Buttons with data-copy put their text on the clipboard and say so.
(() => {
  function place(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text).catch(() => byHand(text));
    }
    byHand(text);
    return Promise.resolve();
  }

  function byHand(text) {
    const area = document.createElement('textarea');
    area.value = text;
    area.readOnly = true;
    area.className = 'visually-hidden';
    (document.querySelector('dialog[open]') || document.body).append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
  }

  function say(text) {
    let voice = document.getElementById('hub-said');
    if (!voice) {
      voice = document.createElement('p');
      voice.id = 'hub-said';
      voice.className = 'hub-said';
      voice.setAttribute('role', 'status');
      document.body.append(voice);
    }
    voice.textContent = '';
    // said again even where it is the same as before
    setTimeout(() => { voice.textContent = text; }, 30);
    clearTimeout(voice.ends);
    voice.ends = setTimeout(() => { voice.textContent = ''; }, 4000);
  }

  document.addEventListener('click', event => {
    const button = event.target.closest?.('[data-copy]');
    if (!button) return;
    place(button.dataset.copy).then(() => {
      button.focus();
      button.classList.add('hub-copied');
      setTimeout(() => button.classList.remove('hub-copied'), 1500);
      say(button.dataset.copied);
    });
  });
})();
