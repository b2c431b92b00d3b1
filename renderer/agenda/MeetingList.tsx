import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { text } from '../common/texts.ts';
import { type ListRow, selectRows, selectView, useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { MeetingRow } from './MeetingRow.tsx';
import { NoResults } from './NoResults.tsx';
import { type RowPlace, rowHeights } from './rowMetrics.ts';

/** See {@link MeetingList}. */
export interface MeetingListProps {
  /** The element that scrolls the list, together with what is above it. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The days after what leads, or what a search finds: a grid of which only the rows in sight exist. */
export function MeetingList({ scroller }: MeetingListProps) {
  const rows = useAgendaStore(selectRows);
  const view = useAgendaStore(selectView);
  const position = useAgendaStore((state) => state.position);
  const { isTwelveHour } = useTimeFormat();
  const isSearch = useAgendaStore(({ query }) => Boolean(query?.trim()));
  const grid = useRef<HTMLDivElement>(null);
  const { virtualizer, offset } = useRows(rows, scroller, grid);
  useFocusFollowing(rows, grid, (index) => virtualizer.scrollToIndex(index, { align: 'auto' }));
  if (rows.length === 0) {
    return isSearch ? <NoResults /> : null;
  }
  const selectedKey = position?.meetingKey ?? null;
  const firstMeeting = rows.find((row) => row.kind === 'meeting')?.key;
  const tabStop = rows.some((row) => row.key === selectedKey) ? selectedKey : firstMeeting;
  return (
    <div
      ref={grid}
      className="list"
      data-hours={isTwelveHour ? 12 : 24}
      role="grid"
      aria-label={text(isSearch ? 'agenda:list.results' : 'agenda:list.label')}
      aria-rowcount={rows.length}
      aria-colcount={3}
    >
      <div role="rowgroup" className="list-rows" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          const place = { top: item.start - offset, height: item.size };
          if (row === undefined) {
            return null;
          }
          return row.kind === 'day' ? (
            <DayRow key={row.key} row={row} place={place} rowIndex={item.index + 1} />
          ) : (
            <MeetingRow
              key={row.key}
              entry={row.entry}
              overlap={view.overlaps.get(row.entry)}
              place={place}
              rowIndex={item.index + 1}
              isSelected={row.key === selectedKey}
              tabStop={row.key === tabStop ? (position?.stop ?? 0) : null}
            />
          );
        })}
      </div>
    </div>
  );
}

interface DayRowProps {
  readonly row: Extract<ListRow, { readonly kind: 'day' }>;
  readonly place: RowPlace;
  readonly rowIndex: number;
}

function DayRow({ row, place, rowIndex }: DayRowProps) {
  const format = useTimeFormat();
  const { daysAhead, day } = row.day;
  const named = daysAhead === 0 ? text('agenda:list.today') : text('agenda:list.tomorrow');
  return (
    <div role="row" className="day" style={place} aria-rowindex={rowIndex}>
      <div role="rowheader" aria-colspan={3}>
        {daysAhead <= 1 ? named : format.formatDay(day.startsAt)}
      </div>
    </div>
  );
}

function useRows(
  rows: readonly ListRow[],
  scroller: RefObject<HTMLElement | null>,
  grid: RefObject<HTMLDivElement | null>,
) {
  const selectedIndex = useAgendaStore(({ position }) => rows.findIndex((row) => row.key === position?.meetingKey));
  const offset = useOffset(grid, scroller, rows.length === 0);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => rowHeights[rows[index]?.kind ?? 'meeting'],
    getItemKey: (index) => rows[index]?.key ?? index,
    overscan: 6,
    scrollMargin: offset,
    scrollPaddingStart: rowHeights.day + stickyHeight(scroller.current),
    scrollPaddingEnd: 8,
    initialRect: { width: 420, height: 720 },
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
  // Heights follow from the kind of row, which may change at an index.
  useLayoutEffect(() => virtualizer.measure(), [rows, virtualizer]);
  return { virtualizer, offset };
}

/** How far below the top of the scrolled content the list begins; it moves as what is above it grows. */
function useOffset(
  grid: RefObject<HTMLDivElement | null>,
  scroller: RefObject<HTMLElement | null>,
  isEmpty: boolean,
): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const above = scroller.current?.firstElementChild;
    if (isEmpty || above === null || above === undefined) {
      return;
    }
    const measure = (): void => setOffset(grid.current?.offsetTop ?? 0);
    const observer = new ResizeObserver(measure);
    observer.observe(above);
    measure();
    return () => observer.disconnect();
  }, [grid, scroller, isEmpty]);
  return offset;
}

function stickyHeight(scroller: HTMLElement | null): number {
  const above = scroller?.querySelector('.lead-area');
  return above instanceof HTMLElement && getComputedStyle(above).position === 'sticky' ? above.offsetHeight : 0;
}

/** Takes the focus where the keyboard moved to, and to a neighbour when the meeting under it is gone. */
function useFocusFollowing(
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
