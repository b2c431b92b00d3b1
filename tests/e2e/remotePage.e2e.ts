import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { filesWith, observeOpened } from '../helpers/foyerTest.ts';
import { answerQuestions, expect, host, test, titlesOf } from '../helpers/remoteTest.ts';

/** Presses what has this id. Playwright's own clicks wait for a navigation that was held back. */
async function press(page: Page, id: string): Promise<void> {
  const { x, y } = await page.evaluate((wanted) => {
    const {
      x: left,
      y: top,
      width,
      height,
    } = document.getElementById(wanted)?.getBoundingClientRect() ?? new DOMRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, id);
  await page.mouse.click(x, y);
}

test('a page stays where it is: nothing else is loaded, opened, embedded or started unasked (12 to 15)', async ({
  joinInFoyer,
  pages,
}) => {
  const { foyer, agenda, remote } = await joinInFoyer();
  const opened = await observeOpened(foyer.app);
  const asked = await answerQuestions(foyer.app, 'Stay here');
  const address = remote.url();
  expect(new URL(address).host).toBe(host);

  // By itself: nothing leaves, and the first try is told.
  await remote.evaluate(() => {
    window.open('https://elsewhere.example/opened');
    location.href = 'pexip://a@b.example';
  });
  await remote.evaluate(() => {
    location.href = 'https://elsewhere.example/script';
  });
  await expect.poll(asked).toEqual([`${host} leads on to elsewhere.example`]);
  await remote.evaluate(() => {
    location.href = 'https://elsewhere.example/again';
  });
  await remote.evaluate(() => {
    location.href = 'http://elsewhere.example/plain';
  });
  expect(await asked()).toHaveLength(1);
  expect(await opened()).toEqual([]);

  // What somebody pressed goes to the browser, or to the program it is for.
  const inOrder: string[] = [];
  for (const [id, url] of [
    ['out', 'https://elsewhere.example/link'],
    ['blank', 'https://elsewhere.example/blank'],
    ['sent', 'https://elsewhere.example/sent'],
    ['app', 'pexip://a@b.example'],
  ] as const) {
    await press(remote, id);
    inOrder.push(url);
    await expect.poll(opened).toEqual(inOrder);
  }
  await press(remote, 'mail');
  await press(remote, 'out');
  await expect.poll(opened).toEqual([...inOrder, 'https://elsewhere.example/link']);
  expect(remote.url()).toBe(address);
  expect(pages.requests.filter((request) => !request.startsWith(host))).toEqual([]);
  expect(foyer.app.windows().filter((page) => !page.url().endsWith('.wav'))).toHaveLength(2);
  expect(await agenda.evaluate(() => 'foyer' in window)).toBe(true);
});

test('a page of others has its own session in memory, no bridge, and the strictest preferences (2 to 6, 8 to 10, 20)', async ({
  joinInFoyer,
}) => {
  const { foyer, remote } = await joinInFoyer();
  const used = await foyer.app.evaluate(({ BrowserWindow, session }) => {
    const window = BrowserWindow.getAllWindows().find(
      ({ webContents }) => webContents.session !== session.defaultSession,
    );
    const contents = window?.webContents as Electron.WebContents & { getLastWebPreferences(): Electron.WebPreferences };
    return {
      preferences: contents.getLastWebPreferences(),
      storagePath: contents.session.storagePath,
      isMenuShown: window?.isMenuBarVisible(),
      agent: contents.session.getUserAgent(),
    };
  });
  expect(used.preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
  });
  expect(used.preferences.preload).toBeUndefined();
  expect(used.preferences.allowRunningInsecureContent ?? false).toBe(false);
  expect(used.storagePath).toBeNull();
  expect(used.agent).not.toMatch(/electron|foyer/i);
  const inPage = await remote.evaluate(async () => {
    const own = await fetch('foyer-app://app/agenda/index.html').then(
      () => 'answered',
      () => 'refused',
    );
    const globals = ['foyer', 'require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window);
    return { own, globals, agent: navigator.userAgent };
  });
  expect(inPage).toEqual({ own: 'refused', globals: [], agent: used.agent });
});

test('camera and microphone are for the page of the meeting; nothing else is for anybody (5)', async ({
  joinInFoyer,
  profilePath,
}) => {
  const { foyer, remote } = await joinInFoyer();
  const outcome = await remote.evaluate(async () => {
    const media = await navigator.mediaDevices.getUserMedia({ audio: true, video: true }).then(
      (stream) => stream.getTracks().length,
      (error: Error) => error.name,
    );
    const names = ['camera', 'microphone', 'geolocation', 'notifications', 'clipboard-read', 'midi'];
    const states = await Promise.all(
      names.map(async (name) => (await navigator.permissions.query({ name: name as PermissionName })).state),
    );
    const notification = await Notification.requestPermission();
    const place = await new Promise((resolve) => {
      navigator.geolocation.getCurrentPosition(
        () => resolve('told'),
        ({ code }) => resolve(code),
      );
    });
    return {
      media,
      states: Object.fromEntries(names.map((name, index) => [name, states[index]])),
      notification,
      place,
    };
  });
  expect(outcome).toEqual({
    media: 2,
    states: {
      camera: 'granted',
      microphone: 'granted',
      geolocation: 'denied',
      notifications: 'denied',
      'clipboard-read': 'denied',
      midi: 'denied',
    },
    notification: 'denied',
    place: 1,
  });

  // A screen is shown only after it was chosen in Foyer's own menu.
  for (const [choice, title] of [
    ['Show nothing', /^.* – \w+Error$/],
    ['screen', / – shown$/],
  ] as const) {
    await foyer.app.evaluate(({ Menu }, wanted) => {
      Menu.prototype.popup = function popup(this: Electron.Menu) {
        const [, , firstScreen] = this.items;
        const item = wanted === 'screen' ? firstScreen : this.items.find(({ label }) => label === wanted);
        item?.click();
      };
    }, choice);
    await remote.getByRole('button', { name: 'Show' }).click();
    await expect.poll(async () => (await titlesOf(foyer.app))[0]).toMatch(title);
  }
  await foyer.close();
  expect(await readFile(join(profilePath, 'logs/main.log'), 'utf8')).not.toContain('unexpected');
});

test('a file is asked for, and one that is not wanted is nowhere', async ({ joinInFoyer, profilePath }) => {
  const { foyer, remote } = await joinInFoyer();
  const folder = await mkdtemp(join(tmpdir(), 'foyer-downloads-'));
  await foyer.app.evaluate(({ app, BrowserWindow, session }, downloads) => {
    app.setPath('downloads', downloads);
    const items: Electron.DownloadItem[] = [];
    Object.assign(globalThis, { items });
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      if (webContents.session !== session.defaultSession) {
        webContents.session.on('will-download', (_event, item) => items.push(item));
      }
    }
  }, folder);
  const items = () =>
    foyer.app.evaluate(() =>
      (globalThis as unknown as { items: Electron.DownloadItem[] }).items.map((item) => ({
        state: item.getState(),
        path: item.getSavePath(),
        asked: item.getSaveDialogOptions(),
      })),
    );
  await remote.locator('#file').click();
  await expect
    .poll(items)
    .toMatchObject([
      { state: 'progressing', path: '', asked: { title: `Save a file from ${host}`, defaultPath: 'minutes.txt' } },
    ]);
  await foyer.app.evaluate(() => (globalThis as unknown as { items: Electron.DownloadItem[] }).items[0]?.cancel());
  await expect.poll(async () => (await items())[0]?.state).toBe('cancelled');
  expect(await readdir(folder)).toEqual([]);
  await foyer.close();
  expect(filesWith(profilePath, 'what was said')).toEqual([]);
});
