// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised by rows that are placed one by one.
import { type RefObject, useRef } from 'react';
import { text } from '../common/texts.ts';
import { selectRows, useTimeFormat } from './agendaLayout.ts';
import { useAgendaStore } from './agendaStore.ts';
import { DayRow } from './DayRow.tsx';
import { MeetingRow } from './MeetingRow.tsx';
import { NoResults } from './NoResults.tsx';
import { selectDensity } from './rowMetrics.ts';
import { useSecondZone } from './secondZone.ts';
import { useFocusFollowing } from './useFocusFollowing.ts';
import { useVirtualRows } from './useVirtualRows.ts';

/** See {@link MeetingList}. */
export interface MeetingListProps {
  /** The element that scrolls the list, together with what is above it. */
  readonly scroller: RefObject<HTMLElement | null>;
}

/** The days after what leads, or what a search finds: a grid of which only the rows in sight exist. */
export function MeetingList({ scroller }: MeetingListProps) {
  const rows = useAgendaStore(selectRows);
  const position = useAgendaStore((state) => state.position);
  const { isTwelveHour } = useTimeFormat();
  const density = useAgendaStore(selectDensity);
  const hasZone = useSecondZone() !== null;
  const isSearch = useAgendaStore(({ query }) => Boolean(query?.trim()));
  const grid = useRef<HTMLDivElement>(null);
  const { virtualizer, offset } = useVirtualRows(rows, scroller, grid);
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
      data-density={density}
      data-zone={hasZone}
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
