import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { healthText } from './healthTexts.ts';

/** The text that is sent to whoever helps: shown first, copied by a press. */
export function Diagnostics() {
  const [text, setText] = useState<string | null>(null);
  const [outcome, setOutcome] = useState<'copied' | 'copyFailed' | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const introId = useId();
  useEffect(() => {
    void foyerBridge.getDiagnostics({}).then(setText, () => setText(''));
  }, []);
  useEffect(() => {
    if (text !== null) {
      field.current?.focus();
      field.current?.setSelectionRange(0, 0);
    }
  }, [text]);
  if (text === null || text === '') {
    return <p role="status">{healthText(text === null ? 'health:looking' : 'health:failed')}</p>;
  }
  return (
    <div className="health-diagnostics">
      <p id={introId}>{healthText('health:diagnostics.intro')}</p>
      <textarea
        ref={field}
        readOnly
        spellCheck={false}
        aria-label={healthText('health:diagnostics.label')}
        aria-describedby={introId}
        value={text}
      />
      <footer className="health-footer">
        <Button
          look="go"
          onClick={() => {
            void foyerBridge.copyText({ text }).then(
              () => setOutcome('copied'),
              () => setOutcome('copyFailed'),
            );
          }}
        >
          {healthText('health:diagnostics.copy')}
        </Button>
        <p role="status">{outcome === null ? '' : healthText(`health:diagnostics.${outcome}`)}</p>
      </footer>
    </div>
  );
}
