import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';
import type { ListRow } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { rowHeights, selectDensity } from './rowMetrics.ts';

const rowsBeyond = 6;
// Good guesses of what is measured a moment later save the first picture rows that nobody would see.
const usualHeaderHeight = 60;
const usualOffset = 240;

/** Which rows of the list are drawn, and where: those in sight, and the one with the focus. */
export function useVirtualRows(
  rows: readonly ListRow[],
  scroller: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLDivElement | null>,
) {
  const isPainted = useAgendaStore((state) => state.isPainted);
  const heights = rowHeights[useAgendaStore(selectDensity)];
  const selectedIndex = useAgendaStore(({ position }) => rows.findIndex((row) => row.key === position?.meetingKey));
  // Measuring draws the rows a second time, which can wait until they are on the screen.
  const offset = useOffset(grid, scroller, isPainted && rows.length > 0);
  // The places of all rows are worked out anew when this function is another one: with other rows, or other heights.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  const getItemKey = useCallback((index: number) => rows[index]?.key ?? index, [rows, heights]);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'meeting'],
    getItemKey,
    // The first picture is not scrolled yet: what lies beyond it can wait.
    overscan: isPainted ? rowsBeyond : 0,
    scrollMargin: offset,
    scrollPaddingStart: heights.day + stickyHeight(scroller.current),
    scrollPaddingEnd: 8,
    initialRect: { width: 0, height: window.innerHeight - usualHeaderHeight },
    // The row with the focus stays, however far the list is scrolled: the focus would be lost with it.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const first = Math.max(0, startIndex - overscan);
      const last = Math.min(count - 1, endIndex + overscan);
      const inSight = Array.from({ length: last - first + 1 }, (_, index) => first + index);
      if (selectedIndex < 0 || (first <= selectedIndex && selectedIndex <= last)) {
        return inSight;
      }
      return selectedIndex < first ? [selectedIndex, ...inSight] : [...inSight, selectedIndex];
    },
  });
  return { virtualizer, offset };
}

/** How far below the top of the scrolled content the list begins; it moves as what is above it grows. */
function useOffset(
  grid: RefObject<HTMLDivElement | null>,
  scroller: RefObject<HTMLElement | null>,
  isMeasured: boolean,
): number {
  const [offset, setOffset] = useState(usualOffset);
  useLayoutEffect(() => {
    const above = scroller.current?.firstElementChild;
    if (!isMeasured || above === null || above === undefined) {
      return;
    }
    const measure = (): void => setOffset(grid.current?.offsetTop ?? 0);
    const observer = new ResizeObserver(measure);
    observer.observe(above);
    measure();
    return () => observer.disconnect();
  }, [grid, scroller, isMeasured]);
  return offset;
}

function stickyHeight(scroller: HTMLElement | null): number {
  const above = scroller?.querySelector('.lead-area');
  return above instanceof HTMLElement && getComputedStyle(above).position === 'sticky' ? above.offsetHeight : 0;
}
