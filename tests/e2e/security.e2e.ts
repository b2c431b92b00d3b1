import { askChannels } from '../../preload/channels.ts';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';

/** Electron has this, undocumented and untyped; nothing else tells with what a page was really made. */
type Inspected = Electron.WebContents & { readonly getLastWebPreferences: () => Electron.WebPreferences | null };

// The points of Electron's security list that a running program can be asked about; the numbers are the list's.
test.describe('the agenda window', () => {
  test('has no Node, no shared context, a sandbox, and none of the loosened switches (2 to 4, 6, 8 to 10)', async ({
    launch,
  }) => {
    const foyer = await launch();
    const page = await foyer.window();
    const preferences = await foyer.app.evaluate(({ BrowserWindow, webContents }) => ({
      windows: BrowserWindow.getAllWindows().length,
      all: webContents.getAllWebContents().map((contents) => (contents as Inspected).getLastWebPreferences()),
    }));
    expect(preferences.all).toHaveLength(preferences.windows);
    for (const used of preferences.all) {
      expect(used).toMatchObject({ contextIsolation: true, nodeIntegration: false, sandbox: true, webSecurity: true });
      expect(used).toMatchObject({ nodeIntegrationInSubFrames: false, webviewTag: false });
      expect(used?.nodeIntegrationInWorker ?? false).toBe(false);
      expect(used?.allowRunningInsecureContent ?? false).toBe(false);
      expect(used?.experimentalFeatures ?? false).toBe(false);
      expect(used?.enableBlinkFeatures ?? '').toBe('');
    }
    const globals = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window),
    );
    expect(globals).toEqual([]);
  });

  test('exposes one method for each message and nothing of Electron (20)', async ({ launch }) => {
    const page = await (await launch()).window();
    const kinds = await page.evaluate(() =>
      Object.entries((window as unknown as { foyer: Record<string, unknown> }).foyer).map(([name, value]) => [
        name,
        typeof value,
      ]),
    );
    const told = ['onStateChanged', 'onCommanded', 'onClockJumped', 'onPanelUnwanted'];
    const methods = [...Object.keys(askChannels), ...told];
    expect(Object.fromEntries(kinds)).toEqual(Object.fromEntries(methods.map((name) => [name, 'function'])));
  });

  test('is a page of its own scheme with a policy that lets nothing else in (1, 7, 18)', async ({ launch }) => {
    const page = await (await launch()).window();
    expect(page.url()).toMatch(/^foyer-app:\/\/app\/agenda\/index\.html(#first-run)?$/);
    const outcome = await page.evaluate(async () => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.injected = true';
      document.body.append(script);
      const image = document.createElement('img');
      image.src = 'https://127.0.0.1:9/pixel.png';
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = 'https://127.0.0.1:9/a.css';
      const frame = document.createElement('iframe');
      frame.src = 'https://127.0.0.1:9/';
      document.body.append(image, style, frame);
      const fetched = await fetch('https://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      );
      // Later, since the debugger that runs this test lets its own turn evaluate what it likes.
      const evaluated = await new Promise((resolve) =>
        setTimeout(() => {
          try {
            resolve(new Function('return "evaluated"')());
          } catch {
            resolve('refused');
          }
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 200));
      return { violated, fetched, evaluated, injected: 'injected' in window };
    });
    expect(outcome.violated.toSorted()).toEqual(
      ['connect-src', 'frame-src', 'img-src', 'script-src', 'script-src-elem', 'style-src-elem'].toSorted(),
    );
    expect(outcome).toMatchObject({ fetched: 'refused', evaluated: 'refused', injected: false });
  });

  test('serves no file from outside of its folder', async ({ launch }) => {
    const foyer = await launch();
    await foyer.window();
    const statuses = await foyer.app.evaluate(async ({ session }) => {
      const paths = [
        '../main/index.js',
        '..%2fmain%2findex.js',
        '%2e%2e/main/index.js',
        '/etc/passwd',
        'agenda/',
        'agenda/index.html%00.js',
      ];
      const urls = [...paths.map((path) => `foyer-app://app/${path}`), 'foyer-app://other/agenda/index.html'];
      const status = (url: string) =>
        session.defaultSession.fetch(url).then(
          (response) => response.status,
          (error: Error) => error.message,
        );
      return Promise.all(['foyer-app://app/agenda/index.html', ...urls].map(status));
    });
    expect(statuses).toEqual([200, ...statuses.slice(1).map(() => 'net::ERR_FILE_NOT_FOUND')]);
    expect(statuses).toHaveLength(8);
  });

  test('goes nowhere, opens no window, embeds nothing and is granted nothing (5, 11 to 14)', async ({ launch }) => {
    // Without devices nobody would be asked for permission.
    const foyer = await launch({ args: ['--use-fake-device-for-media-stream'] });
    const page = await foyer.window();
    await connectBoardroom(page);
    const outcome = await page.evaluate(async () => {
      const opened = window.open('https://127.0.0.1:9/');
      location.href = 'https://127.0.0.1:9/';
      const link = document.createElement('a');
      link.href = 'https://127.0.0.1:9/';
      link.target = '_blank';
      document.body.append(link);
      link.click();
      const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      );
      const notification = await Notification.requestPermission();
      const states = await Promise.all(
        ['geolocation', 'camera', 'microphone', 'notifications', 'clipboard-read'].map(
          async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state,
        ),
      );
      const clipboard = await navigator.clipboard.readText().then(
        () => 'granted',
        (error: Error) => error.name,
      );
      return { opened: opened === null, media, notification, states, clipboard };
    });
    expect(outcome).toEqual({
      opened: true,
      media: 'NotAllowedError',
      notification: 'denied',
      states: ['denied', 'denied', 'denied', 'denied', 'denied'],
      clipboard: 'NotAllowedError',
    });
    expect(page.url()).toMatch(/^foyer-app:\/\/app\/agenda\/index\.html(#first-run)?$/);
    // A reminder may play its sound meanwhile, in a page that is nothing else.
    const isSound = '.wav';
    const count = await foyer.app.evaluate(
      ({ webContents }, ending) =>
        webContents.getAllWebContents().filter((contents) => !contents.getURL().endsWith(ending)).length,
      isSound,
    );
    expect(count).toBe(1);
  });

  test('is answered only on channels of the map, with arguments that fit (17)', async ({ launch }) => {
    const page = await (await launch()).window();
    const refused = await page.evaluate(async () => {
      const foyer = (window as unknown as { foyer: Record<string, (argument: unknown) => Promise<unknown>> }).foyer;
      const reason = (name: string, argument: unknown) =>
        foyer[name]?.(argument).then(
          () => 'answered',
          (error: Error) => error.message,
        );
      return [
        await reason('join', { meetingKey: 1, wayId: null }),
        await reason('join', { meetingKey: 'x', wayId: null, extra: true }),
        await reason('getState', null),
        await reason('saveAccount', { accountId: null, serviceId: 'x'.repeat(300), name: '', fields: {} }),
      ];
    });
    for (const message of refused) {
      expect(message).toContain('the argument does not fit the channel');
    }
  });

  test('hands no secret to the window', async ({ launch, simulator }) => {
    const page = await (await launch()).window();
    await connectBoardroom(page);
    const seen = await page.evaluate(async () => {
      const foyer = (window as unknown as { foyer: { getState: (argument: object) => Promise<unknown> } }).foyer;
      return JSON.stringify(await foyer.getState({}));
    });
    expect(seen).not.toContain('boardroom-7-secret');
    expect(simulator.pexip.requests().length).toBeGreaterThan(0);
    await openServices(page);
    await page.getByRole('button', { name: 'Edit Boardroom 7' }).click();
    await expect(page.getByLabel('Client secret')).toHaveValue('');
  });
});

test('a second start brings the first one forward and ends', async ({ launch, profilePath }) => {
  const foyer = await launch();
  await foyer.window();
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  const { spawn } = await import('node:child_process');
  const executable = await foyer.app.evaluate(() => process.execPath);
  const second = spawn(executable, ['.', `--user-data-dir=${profilePath}`], { stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  expect(code).toBe(0);
  await expect
    .poll(() =>
      foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
});
