import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { app, Menu, nativeTheme, protocol, session } from 'electron';
import { LinkInbox } from './links/linkInbox.ts';
import type { WindowBounds } from './settings/settingsFile.ts';
import { AgendaWindow } from './shell/agendaWindow.ts';
import { appUrl, isAppUrl, registerAppScheme, serveAppScheme } from './shell/appScheme.ts';
import { denyPermissions, guardContents } from './shell/contentsGuard.ts';
import { mayHaveGraphics } from './shell/graphics.ts';
import { dropLoosenedSwitches } from './shell/loosenedSwitches.ts';
import { startsHidden } from './shell/startHidden.ts';
import { parseBounds, parseTheme } from './shell/windowBounds.ts';
import { askDesktopForKeys, leaveMediaKeys } from './shortcuts/desktopKeys.ts';

// The composition root, in three steps. Here is only what it takes to open a window: Electron waits for it before it is
// ready. `firstAnswer.ts` loads while the window's process starts. All the rest is `program.ts`, loaded once the first
// picture stands (or at the first press that needs it), so that it cannot delay it.

/** The window reports its first picture; should it not, the program must start all the same. */
const latestProgramStart = 3_000;

/** During development, pages come from a server of the build tool. */
const developmentOrigin = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

app.enableSandbox();
if (app.isPackaged) {
  dropLoosenedSwitches(app.commandLine);
}
if (!mayHaveGraphics(process.platform)) {
  app.disableHardwareAcceleration();
}
// Windows shows notifications only of programs that it can find under this name in its start menu.
app.setAppUserModelId('app.foyer.desktop');
registerAppScheme();
askDesktopForKeys(app.commandLine, process.platform);
leaveMediaKeys(app.commandLine);
const profile = chooseProfile();
const inbox = new LinkInbox();
fillInbox();
// Chromium adds arguments to those that the other run is told, and changes their order: the exact ones are sent along.
if (app.requestSingleInstanceLock({ args: process.argv })) {
  start().catch(giveUp);
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

/** From the first moment on: macOS hands over the link that the program is started with before it is ready. */
function fillInbox(): void {
  inbox.put({ args: process.argv, folder: process.cwd(), origin: 'start' });
  app.on('open-url', (event, url) => {
    event.preventDefault();
    inbox.put({ args: [process.execPath, url], folder: '/', origin: 'system' });
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    inbox.put({ args: [process.execPath, path], folder: '/', origin: 'system' });
  });
}

/** Another run gave way to this one. Returns whether somebody took what it was started with. */
function takeSecondStart(argv: readonly string[], folder: string, sent: unknown): boolean {
  const isExact = typeof sent === 'object' && sent !== null && 'args' in sent && Array.isArray(sent.args);
  const args = isExact ? (sent.args as readonly unknown[]).filter((item) => typeof item === 'string') : argv;
  return inbox.put({ args, folder, origin: 'again' });
}

async function start(): Promise<void> {
  const settings = readFile(join(profile, 'settings.json'), 'utf8').catch(() => '');
  const guard = guardContents(app, isOwnPage);
  if (process.platform !== 'darwin') {
    Menu.setApplicationMenu(null);
  }
  await app.whenReady();
  // Chromium would ask its maker for a dictionary at every start, though nothing here is checked for spelling.
  session.defaultSession.setSpellCheckerDictionaryDownloadURL(appUrl('dictionaries/'));
  denyPermissions(session.defaultSession);
  nativeTheme.themeSource = parseTheme(await settings);
  const window = createWindow(parseBounds(await settings));
  const isHidden = startsHidden(app, process.platform);
  // Its file is read while the window is made, and evaluated while the window's process starts.
  const door = import('./firstAnswer.ts').then(({ openDoor }) =>
    openDoor({ window, profile, isHidden, inbox, guard, isOwnPage: isAgendaPage }),
  );
  serveAppScheme(protocol, join(import.meta.dirname, '../renderer'), door);
  app.on('second-instance', (_event, argv, folder, sent) => {
    if (!takeSecondStart(argv, folder, sent)) {
      window.show();
    }
  });
  app.on('activate', () => window.show());
  // Whether the program goes on without a window is decided as one closes; this only holds off the default, to quit.
  app.on('window-all-closed', () => undefined);
  if (!isHidden) {
    window.show();
  }
  const startProgram = await door;
  if (isHidden) {
    await startProgram();
  } else {
    setTimeout(() => startProgram().catch(() => undefined), latestProgramStart);
  }
}

async function giveUp(error: unknown): Promise<void> {
  const { showStartProblem } = await import('./shell/startProblem.ts');
  await showStartProblem(error);
}

function createWindow(bounds: WindowBounds | null): AgendaWindow {
  // Before anything was ever connected, the page must not begin with the agenda's header.
  const page = existsSync(join(profile, 'accounts.json')) ? 'agenda/index.html' : 'agenda/index.html#first-run';
  return new AgendaWindow({
    preload: join(import.meta.dirname, '../preload/agenda.cjs'),
    url: developmentOrigin === undefined ? appUrl(page) : `${developmentOrigin}/${page}`,
    title: app.name,
    icon: join(app.getAppPath(), 'assets/icons/window.png'),
    bounds,
  });
}

/** Other windows have doors of their own. */
function isAgendaPage(url: string): boolean {
  return isOwnPage(url) && URL.parse(url)?.pathname === '/agenda/index.html';
}

function isOwnPage(url: string): boolean {
  return isAppUrl(url) || (developmentOrigin !== undefined && URL.parse(url)?.origin === developmentOrigin);
}
