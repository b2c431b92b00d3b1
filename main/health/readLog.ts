import { open } from 'node:fs/promises';

/** More than so many bytes of the log are not read: its end is what tells. */
const mostBytes = 64 * 1024;

/** The last lines of a text file; none when there is no such file. Never throws. */
export async function readLastLines(path: string, count: number): Promise<readonly string[]> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) {
    return [];
  }
  try {
    const { size } = await file.stat();
    const length = Math.min(size, mostBytes);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
    const lines = buffer.toString('utf8', 0, bytesRead).split('\n');
    // The first one may have been cut.
    const whole = size > length ? lines.slice(1) : lines;
    return whole.filter((line) => line !== '').slice(-count);
  } catch {
    return [];
  } finally {
    await file.close();
  }
}
