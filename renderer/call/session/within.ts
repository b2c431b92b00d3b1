/** Something did not come to an end in time. */
class TookTooLong extends Error {}

/** The promise, or a {@link TookTooLong} when it has not settled after so many ms: some of the SDK's never do. */
export async function within<Value>(limit: number, promise: Promise<Value>): Promise<Value> {
  let timer: number | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = window.setTimeout(() => reject(new TookTooLong()), limit);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    window.clearTimeout(timer);
  }
}
