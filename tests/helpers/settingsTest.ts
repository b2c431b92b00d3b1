import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright';
import type { SettingView } from '../../core/model/setting.ts';
import { expect } from './foyerTest.ts';

/** A setting as the window is told of it. */
export type SeenSetting = Pick<SettingView, 'key' | 'section' | 'control' | 'value' | 'origin' | 'label'>;

/** The sections that are always there. */
export const settingSections = [
  'General',
  'Reminders',
  'Appearance',
  'Join',
  'Shortcuts',
  'Privacy',
  'Services',
  'Advanced',
] as const;

/** The list of sections on the page of settings. */
export function sectionList(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Sections' });
}

/** Shows a section, from another one or from the list. */
export async function openSection(page: Page, section: string): Promise<void> {
  const list = sectionList(page).getByRole('button').first();
  const back = page.getByRole('button', { name: 'Back to all sections' });
  await list.or(back).first().waitFor();
  if (await back.isVisible()) {
    await back.click();
  }
  await sectionList(page).getByRole('button', { name: section }).click();
}

/** Everything that the page of settings draws. */
export function readSettings(page: Page): Promise<readonly SeenSetting[]> {
  return page.evaluate(async () => {
    const { foyer } = window as unknown as {
      readonly foyer: { getSettings(nothing: object): Promise<{ readonly settings: readonly SeenSetting[] }> };
    };
    return (await foyer.getSettings({})).settings;
  });
}

/** Puts settings into the file of a profile whose program is not running. */
export async function changeFile(profilePath: string, changes: object): Promise<void> {
  const path = join(profilePath, 'settings.json');
  const before = JSON.parse(await readFile(path, 'utf8').catch(() => '{"version":1}'));
  await writeFile(path, JSON.stringify({ ...before, ...changes }));
}

/** Presses Tab until the focus is where it began; the settings that were on the way, with how each was described. */
export async function walkThrough(page: Page): Promise<ReadonlyMap<string, string>> {
  const seen = new Map<string, string>();
  await page.evaluate(() => document.activeElement?.setAttribute('data-walk-start', ''));
  for (let step = 0; step < 60; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      const element = document.activeElement;
      const ids = element?.closest('[aria-describedby]')?.getAttribute('aria-describedby') ?? '';
      return {
        isStart: element?.hasAttribute('data-walk-start') === true,
        key: element?.closest('[data-setting]')?.getAttribute('data-setting') ?? null,
        description: ids
          .split(' ')
          .map((id) => document.getElementById(id)?.textContent ?? '')
          .join(' '),
      };
    });
    if (stop.isStart) {
      return seen;
    }
    // The first stop is the control itself; a way to take the choice back may follow.
    if (stop.key !== null && !seen.has(stop.key)) {
      seen.set(stop.key, stop.description);
    }
  }
  throw new Error('the focus does not come back');
}

/** Gives a setting another value, as its control lets people do it. */
export async function chooseAnother(page: Page, { key, control, value }: SeenSetting): Promise<void> {
  const row = page.locator(`[data-setting="${key}"]`);
  switch (control.kind) {
    case 'switch':
      return row.getByRole('switch').click();
    case 'options':
      // Not German: what follows is found by its English names.
      return chooseOption(
        row,
        control.options.findLast((option) => option.value !== value && option.value !== 'de')?.value ?? '',
      );
    case 'minutes':
      await row.getByRole('combobox').selectOption('7');
      return row.getByRole('button', { name: 'Add a time' }).click();
    case 'dayTimes':
      await row.getByRole('switch').click();
      return row.getByLabel('From').fill('21:30');
    case 'zone':
      await row.getByRole('combobox').click();
      await page.keyboard.type('tokyo');
      return page.keyboard.press('Enter');
    case 'ways':
      await row.getByLabel('Pexip').selectOption({ label: 'In a Foyer window' });
      return;
    case 'commands':
      await row.getByLabel('Pexip').fill('firefox -P work {url}');
      return page.keyboard.press('Enter');
    case 'places':
      return row.getByRole('button').first().click();
    case 'shortcut':
      await row.getByRole('button').first().click();
      await expect(row.getByRole('button', { name: /Press the keys/ })).toBeFocused();
      return page.keyboard.press(`Control+Alt+${shortcutKeys[key] ?? 'F8'}`);
    default:
      throw new Error(`nobody changes ${key} here`);
  }
}

const shortcutKeys: Readonly<Record<string, string>> = {
  shortcutJoinNext: 'j',
  shortcutOpen: 'f',
  shortcutNewRoom: 'n',
  shortcutMute: 'm',
};

async function chooseOption(row: Locator, value: string): Promise<void> {
  const list = row.getByRole('combobox');
  if (await list.isVisible()) {
    await list.selectOption(value);
  } else {
    await row.locator(`input[value="${value}"]`).check();
  }
}
