const heartbeatMilliseconds = 5_000;

/**
 * Does a piece of work that takes a while, and shows that it runs, how long it has taken and how it ended.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const start = performance.now();
  const elapsed = () => `${((performance.now() - start) / 1000).toFixed(1)} s`;
  console.log(`• ${title} …`);
  const heartbeat = setInterval(() => console.log(`  … ${elapsed()}`), heartbeatMilliseconds);
  try {
    const result = await work();
    console.log(`  done in ${elapsed()}`);
    return result;
  } catch (error) {
    console.log(`  failed after ${elapsed()}`);
    throw error;
  } finally {
    clearInterval(heartbeat);
  }
}
