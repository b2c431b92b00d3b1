import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';
import { packagedProgram } from '../../scripts/package/packagePaths.ts';
import { attachSwitch, attachToProgram, createPrivateDesktop, openToTests } from '../helpers/desktopLinks.ts';
import { connectBoardroom, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { startAgain } from '../helpers/startAgain.ts';
import { findTrayItem, pressTrayMenu, type TrayItem } from '../helpers/statusNotifier.ts';

const zoom = 'https://us02web.zoom.us/j/81234567890?pwd=abc';

/** An invite to a meeting that begins in so many minutes. */
function invite(minutes: number, ...lines: readonly string[]): string {
  const start = new Date(Date.now() + minutes * 60_000).toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const event = [
    'BEGIN:VEVENT',
    'UID:quarter@corp.example',
    `DTSTART:${start}`,
    'DURATION:PT30M',
    'SUMMARY:Quarterly numbers',
  ];
  const link = `DESCRIPTION:Join Zoom Meeting\\n${zoom}\\n`;
  return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, ...event, link, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
}

async function trayItemOf({ app }: RunningFoyer): Promise<TrayItem> {
  let item: TrayItem | null = null;
  await expect(async () => {
    item = await findTrayItem(app.process().pid ?? 0);
    expect(item).not.toBeNull();
  }).toPass();
  return item ?? { busName: '', path: '' };
}

async function drop(page: Page, text: string): Promise<void> {
  const transfer = await page.evaluateHandle((content) => {
    const data = new DataTransfer();
    data.items.add(new File([content], 'invite.ics', { type: 'text/calendar' }));
    return data;
  }, text);
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
}

async function look(page: Page, name: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.screenshot({ path: join('test-results', 'looks', `${name}-${colorScheme}.png`) });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: null });
}

test('an invite that is dropped before anything is connected becomes a meeting, and stays until it is removed', async ({
  launch,
  profilePath,
}) => {
  const first = await launch();
  const page = await first.window();
  await expect(page.getByRole('heading', { name: 'Your next meeting, one press away' })).toBeVisible();
  await look(page, 'first-run-link');
  await drop(page, invite(20));
  const dialog = page.getByRole('dialog', { name: 'Invite' });
  await expect(dialog).toContainText('Quarterly numbers');
  await expect(dialog).toContainText('In your agenda now');
  await look(page, 'invite-added');
  await page.keyboard.press('Escape');
  const upNext = page.getByRole('region', { name: 'Up next' });
  await expect(upNext).toContainText('Quarterly numbers');
  await expect(upNext).toContainText('Zoom');
  await look(page, 'invite-agenda');
  const opened = await observeOpened(first.app);
  await upNext.getByRole('button', { name: 'Join Quarterly numbers' }).click();
  await expect(upNext).toContainText('Opened in the browser');
  expect(await opened()).toEqual([zoom]);
  await first.close();

  const second = await launch();
  const again = await second.window();
  await expect(again.getByRole('region', { name: 'Up next' })).toContainText('Quarterly numbers');

  await test.step('a file that the system opens with Foyer', async () => {
    const file = join(profilePath, 'moved.ics');
    await writeFile(file, invite(40, 'METHOD:REQUEST').replace('UID:', 'SEQUENCE:1\r\nUID:'));
    expect(await startAgain(second, [file])).toBe(0);
    await expect(again.getByRole('dialog', { name: 'Invite' })).toContainText('Changed in your agenda');
    await again.keyboard.press('Escape');
  });

  await test.step('removing it', async () => {
    await again.getByRole('button', { name: 'Other ways to join' }).click();
    await again.getByRole('menuitem', { name: 'Remove from the agenda' }).click();
    await expect(again.getByRole('heading', { name: 'Your next meeting, one press away' })).toBeVisible();
    await expect(async () => {
      expect(await readFile(join(profilePath, 'invites.json'), 'utf8')).not.toContain('quarter@corp.example');
    }).toPass();
  });
});

test('a link from the clipboard, or one that is typed, shows where it leads and opens by a press', async ({
  launch,
}) => {
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  const opened = await observeOpened(foyer.app);
  await foyer.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), `Noor invites you.\n\n${zoom}\n`);
  const dialog = page.getByRole('dialog', { name: 'Join with a link' });

  await test.step('by the key for pasting', async () => {
    await page.keyboard.press('Control+v');
    await expect(dialog).toContainText('Leads to us02web.zoom.us');
    await look(page, 'link-offered');
    expect(await opened()).toEqual([]);
    await expect(dialog.getByRole('button', { name: 'Join Zoom at us02web.zoom.us' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Opened in the browser');
    expect(await opened()).toEqual([zoom]);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  });

  await test.step('by the field', async () => {
    await page.getByRole('button', { name: 'Join with a link' }).click();
    await dialog.getByLabel('Meeting link').fill('see https://evil.example/j/123');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('There is no meeting link in this that Foyer knows.');
    await look(page, 'link-refused');
    await dialog.getByLabel('Meeting link').fill('meet.google.com/abc-defg-hij or https://zoom.us/j/91234567890');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('There are several ways in');
    await look(page, 'link-several');
    await dialog.getByRole('button', { name: 'From clipboard' }).click();
    await expect(dialog).toContainText('Leads to us02web.zoom.us');
    await page.keyboard.press('Escape');
  });
});

test('a meeting is copied as a calendar file, and one without any link can be removed', async ({ launch }) => {
  const foyer = await launch();
  const page = await foyer.window();
  const dialog = page.getByRole('dialog', { name: 'Invite' });
  await drop(page, invite(20));
  await expect(dialog).toContainText('In your agenda now');
  await page.keyboard.press('Escape');
  const upNext = page.getByRole('region', { name: 'Up next' });
  await upNext.getByRole('button', { name: 'Other ways to join' }).click();
  await page.getByRole('menuitem', { name: 'Copy as calendar file' }).click();
  await expect(page.getByText('The calendar file was copied', { exact: false }).first()).toBeVisible();
  const copied = await foyer.app.evaluate(({ clipboard }) => clipboard.readText());
  expect(copied).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(copied.replaceAll(/\r\n /g, '')).toContain(`URL:${zoom}`);
  await page.keyboard.press('Control+v');
  await expect(dialog).toContainText('In your agenda now');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await drop(
    page,
    invite(5)
      .replace(/DESCRIPTION:.*/, 'LOCATION:Room 4')
      .replace('UID:', 'UID:room-'),
  );
  await expect(dialog).toContainText('In your agenda now');
  await page.keyboard.press('Escape');
  await expect(upNext).toContainText('No video address');
  await look(page, 'invite-without-link');
  await upNext.getByRole('button', { name: 'More for Quarterly numbers' }).click();
  await look(page, 'invite-without-link-menu');
  await page.getByRole('menuitem', { name: 'Remove from the agenda' }).click();
  await expect(upNext).not.toContainText('No video address');
});

test('the tray takes the link on the clipboard, with no window open', async ({ launch }) => {
  test.skip(process.platform !== 'linux', 'reads the session bus');
  const foyer = await launch();
  await connectBoardroom(await foyer.window());
  await foyer.app.evaluate(({ clipboard }, text) => clipboard.writeText(text), zoom);
  const item = await trayItemOf(foyer);
  await foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await expect.poll(() => foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  const returned = foyer.app.waitForEvent('window');
  await pressTrayMenu(item, 'Join with the link on the clipboard');
  const page = await returned;
  await expect(page.getByRole('dialog', { name: 'Join with a link' })).toContainText('Leads to us02web.zoom.us');
  await foyer.app.evaluate(({ clipboard }) => clipboard.writeText('nothing to join'));
  await page.keyboard.press('Escape');
  await pressTrayMenu(item, 'Join with the link on the clipboard');
  await expect(page.getByText('There is no meeting link in this that Foyer knows.')).toBeVisible();
});

test('a packaged Foyer is started by the desktop for a calendar file, and shows its meeting', async ({
  profilePath,
}) => {
  test.skip(process.platform !== 'linux', 'the private desktop is Linux’s');
  const program = packagedProgram(join(import.meta.dirname, '..', '..'));
  test.skip(!existsSync(program), 'there is no package: npm run package makes one');
  const desktop = await createPrivateDesktop();
  const profile = join(desktop.configHome, 'Foyer');
  const entry = desktop.entry('app.foyer.desktop.desktop');
  const child = spawn(program, [attachSwitch], { env: { ...process.env, ...desktop.env }, stdio: 'ignore' });
  const ended = once(child, 'exit');
  const first = await attachToProgram(profile);
  await first.page.getByRole('button', { name: 'Open them with Foyer' }).click();
  await expect(first.page.getByText('open here, from invites', { exact: false })).toBeVisible();
  await first.end();
  await ended;
  await openToTests(entry);
  const file = join(profilePath, 'an invite.ics');
  await writeFile(file, invite(20, 'METHOD:REQUEST'));
  await desktop.openFile(file, basename(entry));
  const { page, end } = await attachToProgram(profile);
  try {
    await expect(page.getByRole('dialog', { name: 'Invite' })).toContainText('Quarterly numbers');
    await expect(page.getByRole('region', { name: 'Up next' })).toContainText('Zoom');
  } finally {
    await end();
    await desktop.remove();
  }
});
