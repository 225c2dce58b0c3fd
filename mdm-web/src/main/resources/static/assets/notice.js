// The bell hears of notices while the page is open; it tries again by itself, and stops where the login has ended.
(() => {
  const bell = document.getElementById('bell');
  if (!bell || !window.EventSource) return;
  const RESTS = [2000, 5000, 15000, 60000];
  let failed = 0;
  let source;
  let waiting;

  function show(count) {
    bell.querySelector('.notice-count').textContent = count > 99 ? '99+' : count > 0 ? String(count) : '';
    bell.setAttribute('aria-label', count > 0 ? bell.dataset.some + ' ' + count : bell.dataset.none);
  }

  function listen() {
    source = new EventSource(bell.dataset.stream);
    source.addEventListener('open', () => { failed = 0; bell.dataset.live = 'yes'; });
    source.addEventListener('bell', event => show(Number(event.data)));
    source.addEventListener('out', () => {
      source.close();
      bell.dataset.live = 'out';
    });
    source.addEventListener('error', () => {
      // a page that was led to the login, or told to come no more, asks rarely
      source.close();
      if (bell.dataset.live === 'out') return;
      bell.dataset.live = 'no';
      waiting = setTimeout(listen, RESTS[Math.min(failed++, RESTS.length - 1)]);
    });
  }

  // a browser opens few connections to one host: only the page that is looked at keeps one
  function follow() {
    clearTimeout(waiting);
    source?.close();
    if (!document.hidden && bell.dataset.live !== 'out') listen();
  }

  follow();
  document.addEventListener('visibilitychange', follow);
  window.addEventListener('pagehide', () => { clearTimeout(waiting); source?.close(); });
  window.addEventListener('pageshow', event => { if (event.persisted) follow(); });
})();
