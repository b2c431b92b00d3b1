import { describe, expect, test } from 'vitest';
import type { FoyerState } from '../../../core/model/foyerState.ts';
import type { Meeting } from '../../../core/model/meeting.ts';
import { noReminders } from '../../../core/model/reminder.ts';
import { pressShortcut } from '../../../main/shortcuts/pressShortcut.ts';
import { createMainTranslator } from '../../../main/texts.ts';
import type { JoinResult } from '../../../preload/channels.ts';
import { meetingAt } from '../../helpers/meetingAt.ts';

const now = Date.parse('2026-04-14T08:41:00.000Z');
const hidden = meetingAt('hidden', '2026-04-14T08:50:00.000Z', 30);
const reminders = { ...noReminders, hiddenKeys: [hidden.key] };

function startTargets(
  meetings: readonly Meeting[],
  result: JoinResult = { kind: 'opened', label: 'agenda:join.join' },
) {
  const done: unknown[] = [];
  let until: string | null = null;
  const press = (action: Parameters<typeof pressShortcut>[0], accounts: readonly unknown[] = [{}]) =>
    pressShortcut(action, {
      state: () => ({ agenda: { meetings }, accounts, reminders }) as unknown as FoyerState,
      wall: () => now,
      timeZone: () => 'UTC',
      translate: createMainTranslator(),
      showWindow: () => void done.push('shown'),
      command: (command) => void done.push(command),
      join: async (key) => {
        done.push(key);
        return result;
      },
      toggleQuiet: () => {
        until = until === null ? '2026-04-14T09:41:00.000Z' : null;
        return until;
      },
      tell: (title, text) => void done.push(`${title}: ${text}`),
      formatTime: (instant) => instant.slice(11, 16),
    });
  return { press, done };
}

describe('a shortcut', () => {
  test('opens the window, or a room in it', async () => {
    const { press, done } = startTargets([]);
    await press('open');
    await press('newRoom');
    expect(done).toEqual(['shown', 'openRoom']);
  });

  test('joins the meeting that leads, never a hidden one', async () => {
    const running = meetingAt('running', '2026-04-14T08:00:00.000Z', 60);
    const next = meetingAt('next', '2026-04-14T09:00:00.000Z', 30);
    const { press, done } = startTargets([running, hidden, next]);
    await press('joinNext');
    expect(done).toEqual([next.key]);
  });

  test('does not lead into the meetings of another day', async () => {
    const { press, done } = startTargets([meetingAt('tomorrow', '2026-04-15T09:00:00.000Z', 30)]);
    await press('joinNext');
    expect(done).toEqual(['Join the next meeting: There is no meeting to join today.']);
  });

  test('says when there is nothing to join, and when nothing is connected', async () => {
    const { press, done } = startTargets([]);
    await press('joinNext');
    await press('joinNext', []);
    expect(done).toEqual([
      'Join the next meeting: There is no meeting to join today.',
      'Join the next meeting: Connect a room first, so that Foyer knows your meetings.',
    ]);
  });

  test.each<readonly [JoinResult, RegExp]>([
    [{ kind: 'copied', text: 'sip:board@example.com' }, /copied: sip:board@example\.com$/],
    [{ kind: 'refused', message: 'agenda:join.failed' }, /^Join the next meeting: .+/],
  ])('says what came of it: %o', async (result, text) => {
    const next = meetingAt('next', '2026-04-14T09:00:00.000Z', 30);
    const { press, done } = startTargets([next], result);
    await press('joinNext');
    expect(done).toEqual([next.key, expect.stringMatching(text)]);
  });

  test('has reminders be quiet, and come again', async () => {
    const { press, done } = startTargets([]);
    await press('mute');
    await press('mute');
    expect(done).toEqual([
      'Reminders: Quiet until 09:41. The same keys let them through again.',
      'Reminders: They come again.',
    ]);
  });
});
