import { useState } from 'react';
import { Button } from '../common/Button.tsx';
import { text } from '../common/texts.ts';
import './trackingId.css';

/** The id of a failed request, to quote to the service's support. */
export function TrackingId({ id }: { readonly id: string }) {
  const [isCopied, setCopied] = useState(false);
  return (
    <p className="tracking-id">
      {text('agenda:connect.trackingId')} <code>{id}</code>{' '}
      <Button
        look="link"
        onClick={() => {
          void navigator.clipboard.writeText(id).then(() => setCopied(true));
        }}
      >
        {text(isCopied ? 'agenda:connect.copied' : 'agenda:connect.copy')}
      </Button>
    </p>
  );
}
