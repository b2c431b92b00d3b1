import { useEffect, useRef, useState } from 'react';
import type { ScreenSource } from '../../preload/callChannels.ts';
import { Dialog } from '../common/Dialog.tsx';
import { share } from './callActions.ts';
import { callBridge } from './callBridge.ts';
import { text } from './texts.ts';

/** Asks which screen or window the others are to see. */
export function ScreenPicker({ onClose }: { readonly onClose: () => void }) {
  const [sources, setSources] = useState<readonly ScreenSource[] | null>(null);
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    callBridge
      .getScreens({})
      .then(setSources)
      .catch(() => setSources([]));
  }, []);
  useEffect(() => {
    if (sources !== null) {
      body.current?.querySelector('button')?.focus();
    }
  }, [sources]);
  return (
    <Dialog title={text('call:screens.title')} closeLabel={text('call:screens.close')} onClose={onClose}>
      {sources === null ? <p>{text('call:screens.loading')}</p> : null}
      {sources?.length === 0 ? <p>{text('call:screens.none')}</p> : null}
      <div ref={body}>
        <Sources kind="screen" sources={sources ?? []} />
        <Sources kind="window" sources={sources ?? []} />
      </div>
    </Dialog>
  );
}

function Sources({
  kind,
  sources,
}: {
  readonly kind: ScreenSource['kind'];
  readonly sources: readonly ScreenSource[];
}) {
  const shown = sources.filter((source) => source.kind === kind);
  if (shown.length === 0) {
    return null;
  }
  return (
    <section className="sources">
      <h3>{text(kind === 'screen' ? 'call:screens.screens' : 'call:screens.windows')}</h3>
      <ul>
        {shown.map(({ id, name, picture }) => (
          <li key={id}>
            <button type="button" className="source" onClick={() => void share(id)}>
              <img src={picture} alt="" />
              <span>{name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
