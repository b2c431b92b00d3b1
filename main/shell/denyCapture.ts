import type { Streams } from 'electron';

/**
 * Denies a page the screen that it asked for. Electron takes null for that, which its types leave out; streams without the
 * video that was asked for would be an error (shell/browser/electron_browser_context.cc).
 */
export function denyCapture(callback: (streams: Streams) => void): void {
  callback(null as unknown as Streams);
}
