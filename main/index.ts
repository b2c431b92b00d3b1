import { join, resolve } from 'node:path';
import { app, Menu, protocol, session } from 'electron';
import type { EnvironmentSlice } from '../core/model/foyerState.ts';
import { readFirstState } from './firstState.ts';
import { readProfileFile } from './settings/profileFile.ts';
import { settingsFile, type WindowBounds } from './settings/profileFiles.ts';
import { AgendaWindow } from './shell/agendaWindow.ts';
import { appUrl, isAppUrl, registerAppScheme, serveAppScheme } from './shell/appScheme.ts';
import { denyPermissions, guardContents } from './shell/contentsGuard.ts';
import { openIpcDoor } from './shell/ipcDoor.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { createStateStore, onSliceReplaced } from './shell/stateStore.ts';
import { readSystemFormats } from './shell/systemFormats.ts';

// The composition root. What the first picture needs is here; all the rest is `program.ts`, loaded once the picture
// stands (or at the first press that needs it), so that it cannot delay it.

/** The window reports its first picture; should it not, the program must start all the same. */
const latestProgramStart = 3_000;

/** During development, pages come from a server of the build tool. */
const developmentOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

app.enableSandbox();
// Windows shows notifications only of programs that it can find under this name in its start menu.
app.setAppUserModelId('app.foyer.desktop');
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
  const settings = readProfileFile(profile, settingsFile);
  const firstState = app.whenReady().then(() => readFirstState(profile, describeEnvironment(), Date.now()));
  const store = firstState.then(createStateStore);
  guardContents(app, isOwnPage);
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
  }
  await app.whenReady();
  denyPermissions(session.defaultSession);
  serveAppScheme(protocol, join(import.meta.dirname, '../renderer'));
  const window = createWindow((await settings).value.windowBounds);

  const isHidden = app.commandLine.hasSwitch('hidden');
  const startProgram = once(async (): Promise<AskHandlers> => {
    try {
      const program = await import('./program.ts');
      return await program.startProgram({ store: await store, window, profile, isHidden });
    } catch (error) {
      const { showStartProblem } = await import('./shell/startProblem.ts');
      showStartProblem(error);
      throw error;
    }
  });
  const getState = async (): Promise<AskHandlers['getState']> => (await store).getState;
  openIpcDoor({ first: { getState }, all: startProgram }, isOwnPage);
  void store.then((ready) => onSliceReplaced(ready, (change) => window.tell('stateChanged', change)));
  app.on('second-instance', () => window.show());
  app.on('activate', () => window.show());
  // Whether the program goes on without a window is decided as one closes; this only holds off the default, to quit.
  app.on('window-all-closed', () => undefined);
  if (isHidden) {
    await startProgram();
  } else {
    window.show();
    setTimeout(() => startProgram().catch(() => undefined), latestProgramStart);
  }
}

function createWindow(bounds: WindowBounds | null): AgendaWindow {
  return new AgendaWindow({
    preload: join(import.meta.dirname, '../preload/agenda.cjs'),
    url: developmentOrigin === undefined ? appUrl('agenda/index.html') : `${developmentOrigin}/agenda/index.html`,
    title: app.name,
    icon: join(app.getAppPath(), 'assets/icons/window.png'),
    bounds,
  });
}

function isOwnPage(url: string): boolean {
  return isAppUrl(url) || (developmentOrigin !== undefined && URL.parse(url)?.origin === developmentOrigin);
}

function once<Value>(run: () => Promise<Value>): () => Promise<Value> {
  let started: Promise<Value> | undefined;
  return () => {
    started ??= run();
    return started;
  };
}

function describeEnvironment(): EnvironmentSlice {
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    version: app.getVersion(),
    ...readSystemFormats(app, process.env),
    keyring: { kind: 'unknown', backend: '', isPlaintextAllowed: false },
  };
}
