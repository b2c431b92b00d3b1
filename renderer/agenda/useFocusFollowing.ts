import { type RefObject, useEffect, useRef } from 'react';
import type { ListRow } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';

/** Takes the focus where the keyboard moved to, and to a neighbour when the meeting under it is gone. */
export function useFocusFollowing(
  rows: readonly ListRow[],
  grid: RefObject<HTMLDivElement | null>,
  scrollTo: (index: number) => void,
): void {
  const focusRequests = useAgendaStore((state) => state.focusRequests);
  const answered = useRef(focusRequests);
  useEffect(() => {
    if (focusRequests === answered.current) {
      return;
    }
    answered.current = focusRequests;
    const { position } = useAgendaStore.getState();
    const index = rows.findIndex((row) => row.key === position?.meetingKey);
    if (index >= 0) {
      scrollTo(index);
      focusStop(grid.current, index, position?.stop ?? 0);
    }
  }, [focusRequests, rows, grid, scrollTo]);
  useNeighbourOfRemoved(rows);
}

function focusStop(grid: HTMLElement | null, index: number, stop: number): void {
  const row = grid?.querySelector(`[aria-rowindex="${index + 1}"]`);
  const target = row?.querySelector(`[data-stop="${stop}"]`) ?? row?.querySelector('[data-stop="0"]');
  if (target instanceof HTMLElement) {
    target.focus({ preventScroll: true });
  }
}

/** When the selected meeting is no longer listed, the one in its place is selected, with the focus if it had it. */
function useNeighbourOfRemoved(rows: readonly ListRow[]): void {
  const rowsBefore = useRef(rows);
  useEffect(() => {
    const before = rowsBefore.current;
    rowsBefore.current = rows;
    const { position, focusRequests } = useAgendaStore.getState();
    if (position === null || before === rows || rows.some((row) => row.key === position.meetingKey)) {
      return;
    }
    const index = before.findIndex((row) => row.key === position.meetingKey);
    const isMeeting = (row: ListRow): boolean => row.kind === 'meeting';
    const neighbour = rows.slice(Math.max(0, index)).find(isMeeting) ?? rows.findLast(isMeeting);
    const hadFocus = document.activeElement === document.body;
    useAgendaStore.setState({
      position: index < 0 || neighbour === undefined ? null : { meetingKey: neighbour.key, stop: position.stop },
      focusRequests: hadFocus ? focusRequests + 1 : focusRequests,
    });
  }, [rows]);
}
