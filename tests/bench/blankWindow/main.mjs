import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';

// What Foyer is compared with: the least that a program with one window can be. Size, sandbox and the moment of showing are
// those of Foyer's window, so that all that differs is what is in it.
app.enableSandbox();
// What is left of a program whose window was closed is measured, too.
app.on('window-all-closed', () => undefined);
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 420, height: 720, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(join(import.meta.dirname, 'index.html'));
});
