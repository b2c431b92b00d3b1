import { useState } from 'react';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import './copyLine.css';

/** See {@link CopyLine}. */
export interface CopyLineProps {
  readonly label: string;
  readonly value: string;
  /** What the button is called where there are several. */
  readonly copyLabel?: string;
}

/** Something to be taken elsewhere, letter for letter. */
export function CopyLine({ label, value, copyLabel }: CopyLineProps) {
  const [copied, setCopied] = useState('');
  return (
    <p className="copy-line">
      {label} <code>{value}</code>{' '}
      <Button
        look="link"
        aria-label={copyLabel}
        onClick={() => {
          void foyerBridge.copyText({ text: value }).then(() => setCopied(value));
        }}
      >
        {text(copied === value ? 'agenda:connect.copied' : 'agenda:connect.copy')}
      </Button>
    </p>
  );
}
