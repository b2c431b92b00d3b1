import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';

test('everything is done with the keyboard alone', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const opened = await observeOpened(foyer.app);
  const { keyboard } = page;

  await keyboard.press('Enter');
  await expect.poll(opened).toEqual([expect.stringContaining('@video.corp.example')]);

  await keyboard.press('ArrowDown');
  const supplier = page.getByRole('row', { name: /Supplier call, North/ });
  await expect(supplier).toHaveAttribute('aria-selected', 'true');
  // A press right after another is taken for a slip of the finger.
  await expect(async () => {
    await keyboard.press('Enter');
    expect(await opened()).toEqual([expect.anything(), expect.stringContaining('zoomcrc.com')]);
  }).toPass();

  const menu = page.getByRole('menu');
  await expect(async () => {
    await keyboard.press('Shift+F10');
    await expect(menu).toBeVisible();
    await expect(async () => {
      await keyboard.press('ArrowDown');
      await expect(menu.getByRole('menuitem', { name: /^Copy address/ })).toBeFocused({ timeout: 50 });
    }).toPass({ intervals: [0] });
    await keyboard.press('Enter');
    await expect(menu).toBeHidden();
    await expect(supplier).toContainText('Copied', { timeout: 1_000 });
  }).toPass();
  const copied = await foyer.app.evaluate(async ({ clipboard }) => await clipboard.readText());
  expect(copied).toContain('@zoomcrc.com');

  await keyboard.press('Control+End');
  await keyboard.press('End');
  await expect(page.getByRole('row', { selected: true })).toHaveCount(1);
  await keyboard.press('/');
  await expect(page.getByLabel('Search meetings')).toBeFocused();
  await keyboard.type('design');
  await expect(
    page.getByRole('grid', { name: 'Search results' }).getByRole('row', { name: /Design critique/ }),
  ).toBeVisible();
  await keyboard.press('ArrowDown');
  await expect(page.getByRole('row', { name: /Design critique/ })).toHaveAttribute('aria-selected', 'true');
  await keyboard.press('Escape');
  await keyboard.press('Escape');
  await expect(page.getByLabel('Search meetings')).toBeHidden();

  await keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();

  await keyboard.press('Control+Comma');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await expect(settings).toBeVisible();
  await keyboard.press('Escape');
  await expect(settings).toBeHidden();
});

test('the list keeps its place when it is asked for anew', async ({ launch, simulator }) => {
  const page = await (await launch()).window();
  await connectBoardroom(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  const selected = page.getByRole('row', { selected: true });
  const before = await selected.textContent();
  const asked = simulator.pexip.requests().length;
  await expect(async () => {
    await page.keyboard.press('F5');
    expect(simulator.pexip.requests().length).toBeGreaterThan(asked);
  }).toPass();
  await expect(selected).toHaveText(before ?? '');
  await expect(selected.locator(':focus')).toHaveCount(1);
});

test('a chosen way in is remembered, also over a restart', async ({ launch, profilePath }) => {
  test.skip(process.platform !== 'linux', 'registers a handler as Linux desktops do');
  const home = join(profilePath, '..', `${basename(profilePath)}-home`);
  const env = { XDG_DATA_HOME: join(home, 'data'), XDG_CONFIG_HOME: join(home, 'config') };
  await registerHandler(env, 'sip');
  const first = await launch({ env });
  const page = await first.window();
  await connectBoardroom(page);
  const opened = await observeOpened(first.app);
  const upNext = page.getByRole('region', { name: 'Up next' });
  await expect(upNext).toContainText('in the browser');
  await upNext.getByRole('button', { name: 'Other ways to join' }).click();
  await page.getByRole('menu').getByText('with your SIP client').click();
  await expect.poll(opened).toEqual([expect.stringMatching(/^sip:\d+@video\.corp\.example$/)]);
  await first.close();

  const second = await launch({ env });
  const again = await second.window();
  await expect(again.getByRole('region', { name: 'Up next' })).toContainText('with your SIP client');
  const openedLater = await observeOpened(second.app);
  await again.keyboard.press('Enter');
  await expect.poll(openedLater).toEqual([expect.stringMatching(/^sip:/)]);
});

/** A program that takes URIs of a scheme, as far as the desktop knows. */
async function registerHandler(
  env: { readonly XDG_DATA_HOME: string; readonly XDG_CONFIG_HOME: string },
  scheme: string,
): Promise<void> {
  const applications = join(env.XDG_DATA_HOME, 'applications');
  await mkdir(applications, { recursive: true });
  await mkdir(env.XDG_CONFIG_HOME, { recursive: true });
  const entry = [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Softphone',
    'Exec=true %u',
    `MimeType=x-scheme-handler/${scheme};`,
  ];
  await writeFile(join(applications, 'softphone.desktop'), `${entry.join('\n')}\n`);
  const list = `[Default Applications]\nx-scheme-handler/${scheme}=softphone.desktop\n`;
  await writeFile(join(env.XDG_CONFIG_HOME, 'mimeapps.list'), list);
}
