import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// What Foyer's call window is compared with: the least that a program can be that opens a second window, or holds a call in
// one. Size and sandbox are those of Foyer's windows, so that all that differs is what is in them.
const size = { width: 960, height: 640 };
const pages = new Set(['blank.html', 'call.html']);

app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 420, height: 720, webPreferences: { sandbox: true } });
  window.webContents.setWindowOpenHandler(({ url }) => {
    const page = new URL(url).pathname.split('/').at(-1) ?? '';
    if (pages.has(page)) {
      openPage(page);
    }
    return { action: 'deny' };
  });
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});

function openPage(page) {
  const webPreferences = {
    sandbox: true,
    partition: 'call',
    backgroundThrottling: false,
    autoplayPolicy: 'no-user-gesture-required',
  };
  const window = new BrowserWindow({ ...size, show: false, webPreferences });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(import.meta.dirname, page));
}
