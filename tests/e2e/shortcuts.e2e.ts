import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import type { ShortcutAction } from '../../core/model/shortcuts.ts';
import type { AgendaBridge } from '../../preload/agendaBridge.ts';
import { createPrivateDesktop } from '../helpers/desktopLinks.ts';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import { launchFoyer } from '../helpers/launchFoyer.ts';
import { look, resize } from '../helpers/look.ts';
import { pressKeys } from '../helpers/realKeys.ts';

test.skip(process.platform !== 'linux', 'presses keys through the X server');

const keys = 'CommandOrControl+Alt+J';

/** Gives an action keys, as the page of settings does. */
function setShortcut(page: Page, action: ShortcutAction, accelerator: string | null): Promise<unknown> {
  return page.evaluate((wish) => (globalThis as unknown as { foyer: AgendaBridge }).foyer.setShortcut(wish), {
    action,
    accelerator,
  });
}

async function openSection(page: Page, section: string): Promise<void> {
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('button', { name: section }).click();
}

test('keys join the next meeting, also without a window, after a restart, and open Foyer', async ({
  launch,
  profilePath,
}) => {
  const first = await launch();
  const page = await first.window();
  await connectBoardroom(page);
  await test.step('recorded in the settings', async () => {
    await openSection(page, 'Shortcuts');
    const button = page.getByRole('button', { name: /^Join the next meeting Record keys/ });
    await button.click();
    await expect(page.getByRole('button', { name: /^Join the next meeting Press the keys/ })).toBeFocused();
    await pressKeys('ctrl+alt+j');
    await expect(page.getByRole('button', { name: /^Join the next meeting Ctrl Alt J/ })).toBeFocused();
    expect(await setShortcut(page, 'open', 'F9')).toEqual({ kind: 'changed' });
    expect(await setShortcut(page, 'mute', 'F10')).toEqual({ kind: 'changed' });
  });
  await test.step('pressed while they are recorded, they do nothing', async () => {
    const opened = await observeOpened(first.app);
    await page.getByRole('button', { name: /^Join the next meeting/ }).click();
    await pressKeys('ctrl+alt+j');
    await expect(page.getByRole('button', { name: /^Join the next meeting Ctrl Alt J/ })).toBeVisible();
    expect(await opened()).toEqual([]);
  });
  await first.close();

  const hidden = await launch({ profilePath, args: ['--hidden'] });
  const opened = await observeOpened(hidden.app);
  await expect
    .poll(() => hidden.app.evaluate(({ globalShortcut }, wanted) => globalShortcut.isRegistered(wanted), keys))
    .toBe(true);
  await pressKeys('ctrl+alt+j');
  await expect.poll(opened).toEqual([expect.stringMatching(/^https:\/\/join\.corp\.example\/webapp3\/m\//)]);
  expect(await hidden.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const shown = hidden.app.waitForEvent('window');
  await pressKeys('F9');
  const window = await shown;
  await expect(window.getByRole('grid', { name: 'Meetings' })).toBeVisible();
  const quietUntil = (): Promise<unknown> =>
    window.evaluate(async () => {
      const { foyer } = globalThis as unknown as { foyer: AgendaBridge };
      return JSON.parse(await foyer.getState({})).reminders.quietUntil;
    });
  await pressKeys('F10');
  await expect.poll(quietUntil).toMatch(/^\d{4}-/);
  await pressKeys('F10');
  await expect.poll(quietUntil).toBeNull();
});

test('keys of another program are refused, and can be had once it is gone', async ({ launch, simulator }) => {
  const other = await launch();
  await connectBoardroom(await other.window());
  expect(await setShortcut(await other.window(), 'open', keys)).toEqual({ kind: 'changed' });
  const second = await launchFoyer({ endpoints: simulator.endpoints });
  const page = await second.window();
  await connectBoardroom(page);
  expect(await setShortcut(page, 'open', keys)).toEqual({ kind: 'refused', reason: 'taken' });
  await openSection(page, 'Shortcuts');
  const button = page.getByRole('button', { name: /^Open Foyer/ });
  await button.click();
  // The other program has them: they do not even reach the window.
  await page.keyboard.press('Control+Alt+j');
  await expect(page.getByRole('alert')).toHaveText(/Another program has these keys/);
  await expect(button).toContainText('Record keys');
  await other.close();
  await button.click();
  await page.keyboard.press('Control+Alt+j');
  await expect(page.getByRole('button', { name: /^Open Foyer Ctrl Alt J/ })).toBeVisible();
  await page.getByRole('button', { name: 'Reset Open Foyer' }).click();
  await expect(button).toContainText('Record keys');
  await second.close({ removeProfile: true });
});

test('the start at login is a file of the desktop, which its own tools switch off', async ({ simulator, launch }) => {
  const desktop = await createPrivateDesktop();
  const file = join(desktop.configHome, 'autostart', 'app.foyer.desktop.development.desktop');
  const foyer = await launch({ endpoints: simulator.endpoints, env: desktop.env });
  const page = await foyer.window();
  await connectBoardroom(page);
  await openSection(page, 'General');
  const start = page.getByRole('switch', { name: 'Start when I sign in' });
  await expect(start).not.toBeChecked();
  await start.click();
  await expect(start).toBeChecked();
  const text = await readFile(file, 'utf8');
  expect(text).toMatch(/^Exec="[^"]+" .*"--hidden"$/m);

  await writeFile(file, text.replace('X-GNOME-Autostart-enabled=true', 'Hidden=true'));
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(start).not.toBeChecked();
  await expect(page.getByText('switched off in the system’s own settings')).toBeVisible();
  await start.click();
  await expect(start).not.toBeChecked();
  expect(await readFile(file, 'utf8')).toContain('Hidden=true');

  await writeFile(file, text);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(start).toBeChecked();
  await start.click();
  await expect(start).not.toBeChecked();
  expect(existsSync(file)).toBe(false);
  await foyer.close();
  await desktop.remove();
});

test('where the desktop decides about keys, they are not said to work before they did, and can be bound by hand', async ({
  launch,
}) => {
  // As a session of Wayland looks to a program that runs on its X server.
  const foyer = await launch({ env: { XDG_SESSION_TYPE: 'wayland' }, args: ['--ozone-platform=x11'] });
  const page = await foyer.window();
  await connectBoardroom(page);
  await setShortcut(page, 'open', 'Control+Alt+O');
  await openSection(page, 'Shortcuts');
  const note = page.getByText('Your desktop decides whether these keys reach Foyer');
  await expect(note).toBeVisible();
  await expect(page.getByText(/foyer:agenda$/)).toBeVisible();
  await page.getByRole('button', { name: /^New room/ }).click();
  await page.keyboard.press('Shift+n');
  await expect(page.getByRole('alert')).toHaveText(/pressed while typing/);
  await look(page, 'shortcuts-desktop-decides');
  await pressKeys('ctrl+alt+o');
  await expect(note).toBeHidden();
  await expect(page.getByText(/foyer:agenda$/)).toBeHidden();
});

test('the keys are recorded by keyboard alone, and look well', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await setShortcut(page, 'joinNext', keys);
  await openSection(page, 'Shortcuts');
  const button = page.getByRole('button', { name: /^Open Foyer/ });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(button).toContainText('Press the keys');
  await page.keyboard.down('Control');
  await page.keyboard.down('Alt');
  await expect(button).toContainText('…');
  await look(page, 'shortcuts-recording');
  await page.keyboard.up('Alt');
  await page.keyboard.up('Control');
  await expect(button).toContainText('Press the keys');
  await page.keyboard.press('Escape');
  await expect(button).toContainText('Record keys');
  await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Alt+j');
  await expect(page.getByRole('alert')).toHaveText(/Another shortcut of Foyer has these keys/);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(button).toContainText('Record keys');
  await resize(foyer, 900, 700);
  await look(page, 'shortcuts-wide');
  await page.getByRole('button', { name: /^Join the next meeting/ }).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Backspace');
  await expect(page.getByRole('button', { name: /^Join the next meeting Record keys/ })).toBeFocused();
});
