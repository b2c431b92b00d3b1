import { useEffect, useRef, useState } from 'react';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { ExtraRow } from './ExtraRow.tsx';
import { loadPage } from './settingsStore.ts';
import { text } from './settingsText.ts';

/** Takes all settings back, after a question. */
export function ResetAllRow() {
  const [step, setStep] = useState<'idle' | 'asking' | 'done'>('idle');
  const begin = useRef<HTMLButtonElement>(null);
  const keep = useRef<HTMLButtonElement>(null);
  const isAsking = step === 'asking';
  useEffect(() => {
    if (isAsking) {
      keep.current?.focus();
      return () => begin.current?.focus();
    }
    return undefined;
  }, [isAsking]);
  async function reset(): Promise<void> {
    await foyerBridge.resetSettings({ key: null });
    await loadPage();
    setStep('done');
  }
  const below = (
    <>
      {isAsking ? (
        <fieldset className="setting-question" aria-label={text('settings:files.resetQuestion')}>
          <p>{text('settings:files.resetQuestion')}</p>
          <Button look="bad" onClick={() => void reset()}>
            {text('settings:files.resetConfirm')}
          </Button>
          <Button ref={keep} onClick={() => setStep('idle')}>
            {text('settings:files.resetKeep')}
          </Button>
        </fieldset>
      ) : null}
      <p className="setting-outcome" role="status" data-tone="good">
        {step === 'done' ? text('settings:files.resetDone') : null}
      </p>
    </>
  );
  return (
    <ExtraRow extra="resetAll" below={below}>
      <Button ref={begin} aria-expanded={isAsking} onClick={() => setStep(isAsking ? 'idle' : 'asking')}>
        {text('settings:files.resetAll')}
      </Button>
    </ExtraRow>
  );
}
