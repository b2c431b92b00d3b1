import { text } from '../common/texts.ts';
import { useSecondZone } from './secondZone.ts';

/** When a meeting of the list starts in the second time zone, beside when it starts here. */
export function RowZone({ startsAt }: { readonly startsAt: number }) {
  const tell = useSecondZone();
  if (tell === null) {
    return null;
  }
  const { city, time, weekday } = tell(startsAt);
  return (
    <span className="row-zone" title={city}>
      {/* The second line is kept in any case: the first one stands beside the start. */}
      {time} <small>{weekday === '' ? '\u00a0' : weekday}</small>{' '}
      <span className="spoken">{text('agenda:secondZone.in', { city })}</span>
    </span>
  );
}
