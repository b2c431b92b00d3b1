import { text } from '../common/texts.ts';
import { CopyLine } from './CopyLine.tsx';

/** The id of a failed request, to quote to the service's support. */
export function TrackingId({ id }: { readonly id: string }) {
  return <CopyLine label={text('agenda:connect.trackingId')} value={id} />;
}
