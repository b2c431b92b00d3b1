import { join, resolve } from 'node:path';
import { app, ipcMain, Menu, protocol, session } from 'electron';
import type { EnvironmentSlice } from '../core/model/foyerState.ts';
import { readFirstState } from './firstState.ts';
import type { Program } from './program.ts';
import { readProfileFile } from './settings/profileFile.ts';
import { settingsFile } from './settings/profileFiles.ts';
import { AgendaWindow } from './shell/agendaWindow.ts';
import { appUrl, isAppUrl, registerAppScheme, serveAppScheme } from './shell/appScheme.ts';
import { denyPermissions, guardContents } from './shell/contentsGuard.ts';
import { routeAsks } from './shell/ipcRouter.ts';
import { createStateStore, onSliceReplaced } from './shell/stateStore.ts';
import { readSystemFormats } from './shell/systemFormats.ts';

// The composition root. What the first picture needs is here; all the rest is `program.ts`, loaded once the picture
// stands (or at the first press that needs it), so that it cannot delay it.

/** The window reports its first picture; should it not, the program must start all the same. */
const latestProgramStart = 3_000;

app.enableSandbox();
registerAppScheme();
const profile = chooseProfile();
if (app.requestSingleInstanceLock()) {
  void start();
} else {
  app.exit(0);
}

/** `--user-data-dir` keeps all state of a run in a folder of its own. */
function chooseProfile(): string {
  const named = app.commandLine.getSwitchValue('user-data-dir');
  if (named !== '') {
    app.setPath('userData', resolve(named));
  }
  return app.getPath('userData');
}

async function start(): Promise<void> {
  const isHidden = app.commandLine.hasSwitch('hidden');
  const settings = readProfileFile(profile, settingsFile);
  const firstState = app.whenReady().then(() => readFirstState(profile, describeEnvironment(), Date.now()));
  const development = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
  const isOwnPage = (url: string) => isAppUrl(url) || (development !== undefined && URL.parse(url)?.origin === development);
  guardContents(app, isOwnPage);
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
  }
  await app.whenReady();
  denyPermissions(session.defaultSession);
  serveAppScheme(protocol, join(import.meta.dirname, '../renderer'));
  const store = firstState.then(createStateStore);
  let bounds = (await settings).value.windowBounds;
  let onClosed = (): void => undefined;
  let onBoundsChanged = (): void => undefined;
  const window = new AgendaWindow({
    preload: join(import.meta.dirname, '../preload/agenda.cjs'),
    url: development === undefined ? appUrl('agenda/index.html') : `${development}/agenda/index.html`,
    title: app.name,
    remembered: () => bounds,
    onBoundsChanged: (changed) => {
      bounds = changed;
      onBoundsChanged();
    },
    onClosed: () => onClosed(),
  });

  let program: Promise<Program> | null = null;
  const loadProgram = (): Promise<Program> => {
    program ??= store.then(async (ready) => {
      const { startProgram } = await import('./program.ts');
      const started = await startProgram({ store: ready, window, profile, isHidden, bounds: () => bounds });
      onClosed = started.onWindowClosed;
      onBoundsChanged = started.onBoundsChanged;
      return started;
    });
    return program;
  };

  routeAsks(
    ipcMain,
    async (channel) => {
      if (channel === 'getState') {
        const { getState } = await store;
        return (() => getState()) as never;
      }
      return (await loadProgram()).handlers[channel];
    },
    isOwnPage,
  );
  void store.then((ready) => onSliceReplaced(ready, (change) => window.tell('stateChanged', change)));
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  // Whether the program goes on without a window is decided when one closes; here the default, to quit, is only held off.
  app.on('window-all-closed', () => undefined);
  if (isHidden) {
    void loadProgram();
  } else {
    window.show();
    setTimeout(() => void loadProgram(), latestProgramStart);
  }
}

function describeEnvironment(): EnvironmentSlice {
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    version: app.getVersion(),
    ...readSystemFormats(app, process.env),
    keyring: { kind: 'unknown', backend: '', isPlaintextAllowed: false },
  };
}
