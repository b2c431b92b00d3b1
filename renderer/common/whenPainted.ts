/** A window that nobody sees draws nothing; what waits for its first picture must not wait for ever. */
const patience = 1_000;

/**
 * Calls back once what was rendered so far is on the screen. The second frame begins when the first one is drawn, but the
 * very first picture of a window takes a while longer to be shown, and what runs meanwhile holds it up.
 */
export function whenPainted(callback: () => void): void {
  const observer = new PerformanceObserver(finish);
  const impatient = window.setTimeout(finish, patience);
  let isFinished = false;
  requestAnimationFrame(() => requestAnimationFrame(() => observer.observe({ type: 'paint', buffered: true })));

  function finish(): void {
    observer.disconnect();
    window.clearTimeout(impatient);
    if (!isFinished) {
      isFinished = true;
      callback();
    }
  }
}
