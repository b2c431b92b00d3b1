import { expect, test } from 'vitest';
import type { ReminderView } from '../../../core/model/reminder.ts';
import { createTimeFormat } from '../../../core/time/timeFormat.ts';
import { alertText } from '../../../main/reminders/alertText.ts';
import { createMainTranslator } from '../../../main/texts.ts';
import { at } from '../../helpers/fakeMeetings.ts';

const format = createTimeFormat({ locale: 'en-GB', isTwelveHour: false, timeZone: 'UTC' });
const view: ReminderView = {
  alertId: 'a#1',
  kind: 'before',
  meetingKey: 'a',
  title: 'Design review',
  startsAt: at(60),
  endsAt: at(90),
  place: 'Boardroom',
  serviceName: 'Pexip',
  canJoin: true,
  joinsAt: null,
  snoozes: [],
};

function body(given: Partial<ReminderView>, seconds: number, hasButtons = false): string {
  const now = Date.parse(view.startsAt) + seconds * 1_000;
  return alertText({ ...view, ...given }, { now, format, translate: createMainTranslator(), hasButtons }).body;
}

test.each([
  [{}, -300, 'In 5 min, at 09:00 · Boardroom'],
  [{}, -58, 'In 1 min, at 09:00 · Boardroom'],
  [{}, 2, 'Starts now, at 09:00 · Boardroom'],
  [{ place: '' }, 300, 'Since 09:00'],
  [{ kind: 'nudge' }, -120, 'At 09:00, right after the meeting you are in · Boardroom'],
  [{ kind: 'autoJoin' }, -10, 'Foyer joins in 10 seconds. Press here to stop it · Boardroom'],
] as const)('%o at %i s says “%s”', (given, seconds, expected) => {
  expect(body(given, seconds)).toBe(expected);
});

test('fits into what macOS takes, in any script', () => {
  const now = Date.parse(view.startsAt) - 60_000;
  const parts = { now, format, translate: createMainTranslator(), hasButtons: true };
  const { title, body: said } = alertText({ ...view, title: '会'.repeat(300), place: '室'.repeat(300) }, parts);
  expect(title.endsWith('…')).toBe(true);
  expect(Buffer.byteLength(title) + Buffer.byteLength(said)).toBeLessThanOrEqual(300);
  expect(body({ kind: 'autoJoin' }, -10, true)).toBe('Foyer joins in 10 seconds · Boardroom');
});
