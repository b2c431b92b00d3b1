// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be virtualised by rows that are placed one by one.
// biome-ignore-all lint/a11y/useFocusableInteractive: the rows of meetings take the focus, a day's name does not.
import { text } from '../common/texts.ts';
import { type ListRow, useTimeFormat } from './agendaLayout.ts';
import type { RowPlace } from './rowMetrics.ts';

/** See {@link DayRow}. */
export interface DayRowProps {
  readonly row: Extract<ListRow, { readonly kind: 'day' }>;
  readonly place: RowPlace;
  readonly rowIndex: number;
}

/** The name of a day, above its meetings. */
export function DayRow({ row, place, rowIndex }: DayRowProps) {
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
