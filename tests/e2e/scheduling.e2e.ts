import type { Page } from 'playwright';
import { demoUser as iris, signInToMeetings } from '../../scripts/demo/signInToMeetings.ts';
import { expect, test } from '../helpers/foyerTest.ts';
import type { RunningFoyer } from '../helpers/launchFoyer.ts';
import { look, resize } from '../helpers/look.ts';

const form = (page: Page) => page.getByRole('dialog', { name: 'Schedule a join.me meeting' });

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press(key);
  }
}

/** Signs in as somebody, in the order that the first run has. */
async function connectMeetings(foyer: RunningFoyer): Promise<Page> {
  const page = await foyer.window();
  await signInToMeetings(foyer.app, page);
  await expect(page.getByRole('heading', { name: 'Add a connection' })).toBeHidden();
  return page;
}

/** The day after tomorrow, ahead in every zone, as the field for it writes it. */
function soon(): string {
  const day = new Date(Date.now() + 2 * 86_400_000);
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Moves with the Tab key until a field or button has the focus. */
async function tabTo(page: Page, role: 'textbox' | 'combobox' | 'checkbox' | 'button', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(wanted).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
}

/** Chooses from the menu that is open. */
async function chooseItem(page: Page, name: string): Promise<void> {
  const wanted = page.getByRole('menuitem', { name, exact: true });
  await expect(wanted).toBeVisible();
  await expect(async () => {
    await page.keyboard.press('ArrowDown');
    await expect(wanted).toBeFocused({ timeout: 50 });
  }).toPass({ intervals: [0] });
  await page.keyboard.press('Enter');
}

test('a meeting is scheduled, looked at, changed and cancelled, by keyboard alone', async ({ launch, simulator }) => {
  const { joinme } = simulator;
  joinme.setRules({ autoConsent: iris });
  joinme.setMeetings(iris, []);
  const foyer = await launch({ env: { LC_ALL: 'en_GB.UTF-8' } });
  const page = await connectMeetings(foyer);
  await expect(page.getByRole('button', { name: 'New join.me meeting' })).toBeVisible();
  await press(page, '?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toContainText('Schedule a meeting');
  await press(page, 'Escape');

  await press(page, 'Control+Shift+N');
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeFocused();
  await page.keyboard.type('  ');
  await press(page, 'Enter');
  await expect(page.getByText('Please say what the meeting is about.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Subject' })).toBeFocused();
  await page.keyboard.type('Budget review');
  await press(page, 'Tab');
  await page.keyboard.type(soon().split('-').toReversed().join(''));
  await expect(page.getByLabel('Day', { exact: true })).toHaveValue(soon());
  await tabTo(page, 'textbox', 'From');
  await press(page, 'Control+A');
  await page.keyboard.type('930');
  await tabTo(page, 'textbox', 'Until');
  await expect(page.getByLabel('From', { exact: true })).toHaveValue('09:30');
  await expect(page.getByLabel('Until', { exact: true })).toHaveValue('10:00');
  await press(page, 'ArrowUp');
  await expect(page.getByText('(45 min)', { exact: false })).toBeVisible();
  await tabTo(page, 'combobox', 'Time zone');
  await page.keyboard.type('toky');
  await expect(page.getByRole('option')).toHaveText([/Asia\/Tokyo.*UTC\+9/]);
  await look(page, 'schedule-zones');
  await press(page, 'Enter');
  await expect(page.getByRole('combobox', { name: 'Time zone' })).toHaveValue('Asia/Tokyo (UTC+9)');
  await expect(page.getByText('For you:', { exact: false })).toBeVisible();
  await tabTo(page, 'textbox', 'Participants optional');
  await page.keyboard.insertText(
    '"Lind, Oto" <oto.lind@corp.example>; Mara <mara.quist@corp.example>, Oto.Lind@corp.example, nobody',
  );
  await tabTo(page, 'checkbox', 'At my personal URL');
  await expect(page.getByText('At join.me/irisvega', { exact: false })).toBeVisible();
  await press(page, 'Space', 'Enter');
  await expect(page.getByText('Not an e-mail address: “nobody”')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Participants' })).toBeFocused();
  await look(page, 'schedule-problems');
  await press(page, 'Control+End', ...Array.from('nobody,', () => 'Backspace'));
  await expect(page.getByText('2 participants. 1 named twice, taken once.')).toBeVisible();
  await look(page, 'schedule-form');
  await resize(foyer, 320, 640);
  await look(page, 'schedule-narrow');
  await resize(foyer, 460, 760);
  await tabTo(page, 'button', 'Schedule');
  await press(page, 'Enter');

  const card = page.getByRole('dialog', { name: 'Budget review' });
  await expect(card).toContainText('Scheduled.');
  await expect(card).toContainText('/irisvega');
  await expect(card).toContainText('111222333');
  await expect(card).toContainText('oto.lind@corp.example');
  await look(page, 'schedule-card');
  await tabTo(page, 'button', 'Copy: Conference ID');
  await press(page, 'Enter');
  await expect(page.getByRole('button', { name: 'Copy: Conference ID. Copied' })).toBeVisible();
  expect(await foyer.app.evaluate(({ clipboard }) => clipboard.readText())).toBe('111222333');
  expect(joinme.meetings(iris)).toMatchObject([
    {
      meetingName: 'Budget review',
      meetingStart: `${soon()}T00:30:00Z`,
      meetingEnd: `${soon()}T01:15:00Z`,
      startWithPersonalUrl: true,
      participants: ['oto.lind@corp.example', 'mara.quist@corp.example'],
    },
  ]);
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Join Budget review' }).first()).toBeVisible();

  // The menu of the meeting that leads is reached by Tab, the menus of others by arrows and a full stop.
  await tabTo(page, 'button', 'Other ways to join');
  await press(page, 'Enter');
  await expect(page.getByRole('menuitem', { name: 'Details and changes…' })).toBeVisible();
  await look(page, 'schedule-menu');
  await chooseItem(page, 'Details and changes…');
  await expect(card).toContainText('oto.lind@corp.example');
  await tabTo(page, 'button', 'Change…');
  await press(page, 'Enter');
  const change = page.getByRole('dialog', { name: 'Change the meeting' });
  await expect(change.getByRole('textbox', { name: 'Subject' })).toBeFocused();
  await expect(change.getByRole('textbox', { name: 'Participants' })).toHaveValue(
    'oto.lind@corp.example\nmara.quist@corp.example',
  );
  await expect(change.getByRole('checkbox', { name: 'At my personal URL' })).toBeChecked();
  await look(page, 'schedule-change');
  await press(page, 'Control+A');
  await page.keyboard.type('Budget, second part');
  await press(page, 'Enter');
  await expect(page.getByRole('dialog', { name: 'Budget, second part' })).toContainText('Saved.');
  await press(page, 'Escape');
  await expect(page.getByRole('button', { name: 'Join Budget, second part' }).first()).toBeVisible();
  expect(joinme.meetings(iris)).toMatchObject([{ meetingName: 'Budget, second part', startWithPersonalUrl: true }]);

  await tabTo(page, 'button', 'Other ways to join');
  await press(page, 'Enter');
  await chooseItem(page, 'Cancel the meeting…');
  await expect(page.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await look(page, 'schedule-cancel');
  await press(page, 'Shift+Tab', 'Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Join Budget, second part' }).first()).toBeHidden();
  expect(joinme.meetings(iris)).toEqual([]);
  // Who cancelled it knows: it is no news.
  await expect(page.getByRole('banner')).toContainText('“Budget, second part” was cancelled.');
  await expect(page.getByText(/^Cancelled: /)).toHaveCount(0);
});

test('what is not known to be scheduled is never scheduled twice by itself, and what is wrong is said', async ({
  launch,
  simulator,
}) => {
  const { joinme } = simulator;
  joinme.setRules({ autoConsent: 'mara.quist@corp.example' });
  joinme.setMeetings('mara.quist@corp.example', []);
  const foyer = await launch({ env: { LC_ALL: 'en_GB.UTF-8' } });
  const page = await connectMeetings(foyer);
  await page.getByRole('button', { name: 'Other new rooms and options' }).click();
  await page.getByRole('menuitem', { name: 'Schedule a join.me meeting…' }).click();
  await expect(form(page).getByText('free ones never do', { exact: false })).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'At my personal URL' })).toBeDisabled();
  await page.getByRole('textbox', { name: 'Subject' }).fill('Book club');

  // An hour that does not exist, and one that comes twice.
  const year = new Date().getFullYear() + 1;
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Berlin');
  await press(page, 'Enter');
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(year, month, 0));
    return `${year}-${String(month).padStart(2, '0')}-${last.getUTCDate() - last.getUTCDay()}`;
  };
  await page.getByLabel('Day', { exact: true }).fill(lastSunday(3));
  await page.getByLabel('From', { exact: true }).fill('2:30');
  await expect(page.getByText('clocks go from 02:00 to 03:00', { exact: false })).toBeVisible();
  await look(page, 'schedule-skipped');
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText('Please check the marked field.')).toBeVisible();
  expect(joinme.meetings('mara.quist@corp.example')).toEqual([]);
  await page.getByLabel('Day', { exact: true }).fill(lastSunday(10));
  await page.getByLabel('Until', { exact: true }).fill('4:00');
  await expect(page.getByRole('group', { name: '02:30 comes twice', exact: false })).toBeVisible();
  await page.getByRole('radio', { name: 'the second time (UTC+1)' }).check();
  await look(page, 'schedule-twice');

  joinme.setFault('answerLost', { endpoint: 'createMeeting' });
  await page.getByRole('button', { name: 'Schedule', exact: true }).click();
  await expect(page.getByText('The meeting may have been scheduled', { exact: false })).toBeVisible();
  await look(page, 'schedule-uncertain');
  expect(joinme.meetings('mara.quist@corp.example')).toMatchObject([
    {
      meetingName: 'Book club',
      meetingStart: `${lastSunday(10)}T01:30:00Z`,
      meetingEnd: `${lastSunday(10)}T03:00:00Z`,
    },
  ]);
  // Sooner, it is in the agenda, which then says so.
  await page.getByLabel('Day', { exact: true }).fill(soon());
  await page.getByLabel('From', { exact: true }).fill('9:00');
  await page.getByRole('button', { name: 'Schedule it again' }).click();
  await expect(page.getByText('It is in the agenda now', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Look in the agenda' }).click();
  await expect(page.getByRole('button', { name: 'Join Book club' }).first()).toBeVisible();
  expect(joinme.meetings('mara.quist@corp.example')).toHaveLength(2);

  // What comes of a form that was closed is not lost.
  joinme.clearFaults();
  joinme.setFault({ name: 'latency', milliseconds: 1_000 }, { endpoint: 'createMeeting' });
  joinme.setFault('badRequest', { endpoint: 'createMeeting' });
  await page.keyboard.press('Control+Shift+N');
  await page.getByRole('textbox', { name: 'Subject' }).fill('Reading');
  await press(page, 'Enter', 'Escape');
  await expect(form(page)).toBeHidden();
  await expect(form(page)).toContainText('join.me did not accept that (error 400)');
  await expect(page.getByRole('textbox', { name: 'Subject' })).toHaveValue('Reading');
  await look(page, 'schedule-refused');
  await press(page, 'Escape');

  joinme.clearFaults();
  joinme.setFault('unavailable', { endpoint: 'getMeeting' });
  await page.getByRole('button', { name: 'Other ways to join' }).click();
  await page.getByRole('menuitem', { name: 'Details and changes…' }).click();
  await expect(page.getByText('a problem of its own (error 503)', { exact: false })).toBeVisible();
  joinme.clearFaults();
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('Nobody is named.')).toBeVisible();
  await expect(page.getByText('free accounts none', { exact: false })).toBeVisible();
  await look(page, 'schedule-free');
});
