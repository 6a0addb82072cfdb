/** While a tab is hidden for longer than this, it follows nothing: browsers allow few connections to one host. */
const hiddenMs = 30_000;
const pollMs = 2_000;
const slowPollMs = 30_000;
/** While polling, streaming is tried again after this. */
const streamAgainMs = 60_000;
const maxFailures = 2;

/**
 * Calls `onVersion` with each version that `url` tells, by server-sent events; after two failures by asking every two
 * seconds, until streaming works again. Looks at once when a hidden tab comes back. Returns the way to stop.
 */
export function followLive(url: string, onVersion: (version: string) => void): () => void {
  let source: EventSource | undefined;
  let failures = 0;
  let timer: number | undefined;
  let hiddenTimer: number | undefined;
  let streamAgainAt = 0;
  let stopped = false;

  function stream() {
    pause();
    source = new EventSource(url);
    source.onmessage = (event) => {
      failures = 0;
      tell(JSON.parse(String(event.data)));
    };
    source.onerror = () => {
      failures += 1;
      // A refused stream does not come back by itself, one that was cut off does.
      if (failures < maxFailures && source?.readyState !== EventSource.CLOSED) return;
      pause();
      streamAgainAt = Date.now() + streamAgainMs;
      poll();
    };
  }

  async function poll() {
    let wait = pollMs;
    try {
      const answer = await fetch(`${url}${url.includes('?') ? '&' : '?'}poll=1`, { cache: 'no-store' });
      if (answer.ok) tell(await answer.json());
      else if (answer.status < 500) wait = slowPollMs;
    } catch {
      // The server is away: it is asked again.
    }
    if (stopped || document.hidden || source) return;
    failures = 0;
    timer = window.setTimeout(Date.now() > streamAgainAt ? stream : poll, wait);
  }

  function tell(message: unknown) {
    if (stopped || typeof message !== 'object' || message === null || !('version' in message)) return;
    if (message.version !== null) onVersion(String(message.version));
  }

  function pause() {
    window.clearTimeout(timer);
    source?.close();
    source = undefined;
  }

  function onVisibility() {
    window.clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = window.setTimeout(pause, hiddenMs);
    else if (!source) stream();
  }

  document.addEventListener('visibilitychange', onVisibility);
  if (document.hidden) onVisibility();
  else stream();
  return () => {
    stopped = true;
    pause();
    window.clearTimeout(hiddenTimer);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
