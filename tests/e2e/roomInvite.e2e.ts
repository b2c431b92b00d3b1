import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { connectDesk } from '../../scripts/demo/connectDesk.ts';
import { answerSaveDialog, expect, observeOpened, test } from '../helpers/foyerTest.ts';
import type { FoyerOptions, RunningFoyer } from '../helpers/launchFoyer.ts';

// Long, and beyond ASCII: what is folded in the middle of a letter would not be read again.
const deskName = 'Empfang Zürich – Beratung für Kundinnen, Kunden; Gäste und alle anderen 🌍🌍';

/** A run of a program that has been set up before. */
async function launchAgain(launch: (options?: FoyerOptions) => Promise<RunningFoyer>): Promise<RunningFoyer> {
  const first = await launch();
  const page = await first.window();
  await connectDesk(page, deskName);
  await page.getByRole('button', { name: 'New 8x8 room', exact: true }).waitFor();
  await first.close();
  return launch();
}

/** Counts what a person does in the page from now on. */
function countPresses(page: Page): Promise<void> {
  return page.evaluate(() => {
    const presses: string[] = [];
    Object.assign(globalThis, { presses });
    for (const kind of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(kind, () => presses.push(kind), true);
    }
  });
}

const pressesIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (globalThis as unknown as { presses: string[] }).presses);

const clipboardOf = (app: ElectronApplication): Promise<string> =>
  app.evaluate(({ clipboard }) => clipboard.readText());

test('from a cold start, one press opens a room, copies its link and leaves it ready to join', async ({
  launch,
  simulator,
}) => {
  const { eightByEight } = simulator;
  const foyer = await launchAgain(launch);
  const page = await foyer.window();
  await page.getByRole('button', { name: 'New 8x8 room', exact: true }).waitFor();
  await countPresses(page);

  await page.getByRole('button', { name: 'New 8x8 room', exact: true }).click();
  await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
  const [room] = eightByEight.rooms();
  expect(await clipboardOf(foyer.app)).toBe(room?.guestLink);
  await expect(page.getByRole('button', { name: `Join ${room?.reference}` })).toBeEnabled();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await pressesIn(page)).toEqual(['pointerdown']);

  // The same by one key; the next one joins.
  const opened = await observeOpened(foyer.app);
  await page.evaluate(() => (globalThis as unknown as { presses: string[] }).presses.splice(0));
  await page.keyboard.press('Control+n');
  await expect.poll(() => eightByEight.rooms().length).toBe(2);
  const second = eightByEight.rooms().find(({ reference }) => reference !== room?.reference);
  await expect(page.getByRole('button', { name: `Join ${second?.reference}` })).toBeFocused();
  expect(await clipboardOf(foyer.app)).toBe(second?.guestLink);
  expect(await pressesIn(page)).toEqual(['keydown', 'keydown']);
  await page.keyboard.press('Enter');
  await expect.poll(opened).toHaveLength(1);
  expect(eightByEight.rooms()).toHaveLength(2);
});

test('an invite is saved as a calendar file that any calendar reads', async ({ launch, simulator, profilePath }) => {
  const foyer = await launchAgain(launch);
  const page = await foyer.window();
  const path = join(profilePath, 'invite.ics');
  await page.getByRole('button', { name: 'New 8x8 room', exact: true }).click();
  await expect(page.getByText('Link copied', { exact: true })).toBeVisible();
  const [room] = simulator.eightByEight.rooms();
  const save = async (): Promise<void> => {
    await page.getByRole('button', { name: `More for ${room?.reference}` }).click();
    await page.getByRole('menuitem', { name: 'Save calendar file…' }).click();
  };

  const cancelled = await answerSaveDialog(foyer.app, null);
  await save();
  await expect.poll(cancelled).toHaveLength(1);
  await answerSaveDialog(foyer.app, join(profilePath, 'no folder', 'invite.ics'));
  await save();
  await expect(page.getByText('The calendar file could not be saved.', { exact: true }).first()).toBeVisible();

  const asked = await answerSaveDialog(foyer.app, path);
  await save();
  await expect(page.getByText('Calendar file saved', { exact: true }).first()).toBeVisible();
  expect(await asked()).toMatchObject([{ defaultPath: `${room?.reference}.ics` }]);
  expectInvite(readFileSync(path), room?.guestLink ?? '');
});

/** RFC 5545: sections 3.1 (lines), 3.4 and 3.6 (what must be there), 3.6.1 (events). */
function expectInvite(file: Buffer, link: string): void {
  const text = new TextDecoder('utf-8', { fatal: true }).decode(file);
  expect(text.endsWith('\r\n')).toBe(true);
  const lines = text.slice(0, -2).split('\r\n');
  for (const line of lines) {
    expect(line).not.toMatch(/[\r\n]/);
    expect(line).not.toBe('');
    expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  }
  expect(lines.some((line) => line.startsWith(' '))).toBe(true);
  const unfolded = text
    .replaceAll(/\r\n[ \t]/g, '')
    .trimEnd()
    .split('\r\n');
  const valuesOf = (name: string): readonly string[] =>
    unfolded.flatMap((line) => new RegExp(`^${name}(?:;[^:]*)?:(.*)$`).exec(line)?.[1] ?? []);
  expect(unfolded.at(0)).toBe('BEGIN:VCALENDAR');
  expect(unfolded.at(-1)).toBe('END:VCALENDAR');
  expect(unfolded.filter((line) => line === 'BEGIN:VEVENT' || line === 'END:VEVENT')).toHaveLength(2);
  expect(valuesOf('VERSION')).toEqual(['2.0']);
  expect(valuesOf('PRODID')).toHaveLength(1);
  expect(valuesOf('UID')).toEqual([expect.stringMatching(/^[\w-]+@[\w.]+$/)]);
  for (const name of ['DTSTAMP', 'DTSTART', 'DTEND']) {
    expect(valuesOf(name), name).toEqual([expect.stringMatching(/^\d{8}T\d{6}Z$/)]);
  }
  expect(valuesOf('URL')).toEqual([link]);
  expect(valuesOf('DESCRIPTION')[0]).toContain(link);
  expect(valuesOf('SUMMARY')).toEqual([deskName.replaceAll(/[,;]/g, String.raw`\$&`)]);
}
