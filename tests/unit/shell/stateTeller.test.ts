import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { AgendaSlice, StateNews } from '../../../core/model/foyerState.ts';
import { fromJsonText, type JsonText } from '../../../core/model/jsonText.ts';
import { createStateTeller } from '../../../main/shell/stateTeller.ts';
import { buildMeeting } from '../../helpers/fakeMeetings.ts';

function agendaOf(count: number, isRefreshing = false): AgendaSlice {
  const meetings = Array.from({ length: count }, (_, index) => buildMeeting({ serviceMeetingId: `${index}` }));
  return { meetings, changes: [], isRefreshing };
}

function collect(): { readonly news: StateNews[]; readonly send: (text: JsonText<StateNews>) => void } {
  const news: StateNews[] = [];
  return { news, send: (text) => void news.push(fromJsonText(text)) };
}

test('a usual agenda is told at once', () => {
  const { news, send } = collect();
  const value = agendaOf(500);
  createStateTeller(send)({ slice: 'agenda', value });
  expect(news).toEqual([{ slice: 'agenda', value }]);
});

test('a long agenda comes in parts, and nothing of it is lost', async () => {
  const { news, send } = collect();
  const value = agendaOf(1_201, true);
  createStateTeller(send)({ slice: 'agenda', value });
  await pause(50);
  const parts = news.flatMap((each) => (each.slice === 'agendaPart' ? [each] : []));
  expect(parts.map(({ isFirst, meetings }) => [isFirst, meetings.length])).toEqual([
    [true, 500],
    [false, 500],
    [false, 201],
  ]);
  expect(parts.flatMap(({ meetings }) => meetings)).toEqual(value.meetings);
  expect(news.at(-1)).toEqual({ slice: 'agenda', value: { ...value, meetings: [] }, isInParts: true });
});

test.each([3, 2_000])('an agenda of %d that comes meanwhile takes its place', async (count) => {
  const { news, send } = collect();
  const tell = createStateTeller(send);
  tell({ slice: 'agenda', value: agendaOf(5_000) });
  tell({ slice: 'agenda', value: agendaOf(count, true) });
  tell({ slice: 'notices', value: [] });
  await pause(50);
  const whole = news.filter((each) => each.slice === 'agenda');
  expect(whole).toHaveLength(1);
  expect(whole[0]).toMatchObject({ value: { isRefreshing: true } });
  const last = news.findLastIndex((each) => each.slice === 'agendaPart' && each.isFirst);
  const told = news.slice(last).flatMap((each) => (each.slice === 'agendaPart' ? each.meetings : []));
  expect(count > 500 ? told.length : 3).toBe(count);
});
