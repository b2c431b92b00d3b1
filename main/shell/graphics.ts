import { existsSync } from 'node:fs';

/** What drivers put there for programs to draw with: Linux's own, NVIDIA's, and that of Windows for its Linux. */
const devices = ['/dev/dri', '/dev/nvidiactl', '/dev/dxg'];

/**
 * Whether the machine may have something to draw with besides its processor. A virtual desktop on Linux often has not, and
 * there Chromium starts its graphics process two or three times, in vain, while the first picture waits for it.
 */
export function mayHaveGraphics(platform: NodeJS.Platform, exists: (path: string) => boolean = existsSync): boolean {
  return platform !== 'linux' || devices.some(exists);
}
