import { type AgendaEntry, isJoinable } from '../../core/agendaView/agendaEntry.ts';
import { type ListRow, selectRows } from './agendaLayout.ts';
import { type ListPosition, useAgendaStore } from './agendaStore.ts';
import { pageOfRows } from './rowMetrics.ts';

/** A way to move in the list. */
export type ListMove = 'up' | 'down' | 'pageUp' | 'pageDown' | 'first' | 'last' | 'left' | 'right';

/** Moves the keyboard's place in the list; the focus follows. Up from the first meeting leaves the list. */
export function moveInList(move: ListMove): void {
  const state = useAgendaStore.getState();
  const keys = meetingKeys(selectRows(state));
  if (keys.length === 0) {
    return;
  }
  if (move === 'left' || move === 'right') {
    moveSideways(move);
    return;
  }
  const from = state.position === null ? -1 : keys.indexOf(state.position.meetingKey);
  const to = targetIndex(move, from, keys.length);
  const meetingKey = keys[to];
  if (meetingKey === undefined) {
    leaveList();
    return;
  }
  // Down a column of Joins stays in the column.
  goTo({ meetingKey, stop: move === 'up' || move === 'down' ? (state.position?.stop ?? 0) : 0 });
}

/** Puts the keyboard's place on a meeting, without taking the focus there. */
export function selectMeeting(position: ListPosition): void {
  useAgendaStore.setState({ position });
}

/** Puts the keyboard on a meeting of the list: on its Join, where there is one. */
export function goToMeeting(meetingKey: string): void {
  goTo({ meetingKey, stop: 2 });
}

/** Nothing is selected any more: Enter means the leading meeting again. */
export function leaveList(): void {
  useAgendaStore.setState({ position: null });
  if (document.activeElement instanceof HTMLElement) {
    document.activeElement.blur();
  }
}

/** Keys of the meetings in the order they are listed. */
export function meetingKeys(rows: readonly ListRow[]): readonly string[] {
  return rows.flatMap((row) => (row.kind === 'meeting' ? [row.key] : []));
}

function moveSideways(move: 'left' | 'right'): void {
  const state = useAgendaStore.getState();
  const { position } = state;
  const row = selectRows(state).find((candidate) => candidate.key === position?.meetingKey);
  if (position === null || row?.kind !== 'meeting') {
    return;
  }
  const lastStop = lastStopOf(row.entry);
  goTo({ ...position, stop: Math.min(lastStop, Math.max(0, position.stop + (move === 'right' ? 1 : -1))) });
}

/** Behind the meeting come its menu and, where there is a way in, its Join. */
export function lastStopOf(entry: AgendaEntry): number {
  return isJoinable(entry) ? 2 : 1;
}

function targetIndex(move: Exclude<ListMove, 'left' | 'right'>, from: number, count: number): number {
  const last = count - 1;
  switch (move) {
    case 'up':
      return from === -1 ? last : from - 1;
    case 'down':
      return Math.min(last, from + 1);
    case 'pageUp':
      return Math.max(0, from - pageOfRows);
    case 'pageDown':
      return Math.min(last, Math.max(0, from) + pageOfRows);
    case 'first':
      return 0;
    case 'last':
      return last;
  }
}

function goTo(position: ListPosition): void {
  useAgendaStore.setState(({ focusRequests }) => ({ position, focusRequests: focusRequests + 1 }));
}
