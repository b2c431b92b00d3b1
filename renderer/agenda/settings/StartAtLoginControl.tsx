import { useEffect, useState } from 'react';
import type { StartAtLogin, StartAtLoginChange } from '../../../core/model/startAtLogin.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import type { ControlProps } from './controlProps.ts';
import { text } from './settingsText.ts';

interface Known {
  readonly state: StartAtLogin;
  readonly outcome: StartAtLoginChange['kind'] | null;
}

/** Whether the system starts Foyer at login: asked of the system each time it is looked at. */
export function StartAtLoginControl({ isLocked, ids }: ControlProps) {
  const [known, setKnown] = useState<Known | null>(null);
  useEffect(() => {
    const look = (): void => void foyerBridge.getStartAtLogin({}).then((state) => setKnown({ state, outcome: null }));
    look();
    // Tools of the system change it, too.
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  const isOn = known?.state === 'on';
  const isFixed = isLocked || known === null || known.state === 'unavailable';
  async function change(): Promise<void> {
    const { kind, state } = await foyerBridge.setStartAtLogin({ isWanted: !isOn });
    setKnown({ state, outcome: kind });
  }
  return (
    <>
      <input
        id={ids.control}
        className="switch"
        type="checkbox"
        role="switch"
        checked={isOn}
        aria-checked={isOn}
        aria-disabled={isFixed ? true : undefined}
        aria-describedby={`${ids.description} ${ids.control}-note`}
        onChange={() => (isFixed ? undefined : void change())}
      />
      <Note id={`${ids.control}-note`} known={known} />
    </>
  );
}

function Note({ id, known }: { readonly id: string; readonly known: Known | null }) {
  const isWell = known === null || known.outcome === 'changed';
  const isPlain = known?.state === 'on' || (known?.state === 'off' && known.outcome === null);
  return (
    <p id={id} className="setting-note start-at-login-note" role="status">
      {isWell || isPlain ? null : text(`settings:startAtLogin.${noteOf(known)}`)}
    </p>
  );
}

function noteOf({
  state,
  outcome,
}: Known): 'failed' | 'refused' | 'needsApproval' | 'switchedOffBySystem' | 'unavailable' {
  if (outcome === 'failed') {
    return 'failed';
  }
  return state === 'on' || state === 'off' ? 'refused' : state;
}
