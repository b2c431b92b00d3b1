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
  const answered = useRef(0);
  useEffect(() => {
    if (focusRequests === answered.current) {
      return;
    }
    answered.current = focusRequests;
    const { position } = useAgendaStore.getState();
    const index = rows.findIndex((row) => row.key === position?.meetingKey);
    if (index >= 0) {
      scrollTo(index);
      const row = grid.current?.querySelector(`[aria-rowindex="${index + 1}"]`);
      const stop = row?.querySelector(`[data-stop="${position?.stop ?? 0}"]`) ?? row?.querySelector('[data-stop="0"]');
      if (stop instanceof HTMLElement) {
        stop.focus({ preventScroll: true });
      }
    }
  }, [focusRequests, rows, grid, scrollTo]);
}
