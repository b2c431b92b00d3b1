import { useEffect, useId, useState } from 'react';
import type { TrustedPlace } from '../../core/model/links.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { selectServices, useAgendaStore } from './agendaStore.ts';
import { placeText } from './linkActions.ts';
import { announce } from './windowActions.ts';

/** Who opens `foyer:` links on this machine, and the places that links lead to without asking. */
export function LinkSettings() {
  const links = useAgendaStore(({ foyer }) => foyer?.links);
  const titleId = useId();
  useEffect(() => {
    void foyerBridge.checkLinks({});
  }, []);
  if (links === undefined || links.registration.kind === 'unknown') {
    return null;
  }
  return (
    <section className="link-settings" aria-labelledby={titleId}>
      <h3 id={titleId}>{text('agenda:linkSettings.title')}</h3>
      <Handling kind={links.registration.kind} canStop={links.registration.canStop} />
      <Trusted places={links.trusted} />
    </section>
  );
}

interface HandlingProps {
  readonly kind: 'ours' | 'other' | 'none' | 'unavailable';
  readonly canStop: boolean;
}

function Handling({ kind, canStop }: HandlingProps) {
  const [isFailed, setFailed] = useState(false);
  const isOurs = kind === 'ours';
  const hasButton = isOurs ? canStop : kind !== 'unavailable';
  async function change(): Promise<void> {
    setFailed(!(await foyerBridge.handleLinks({ isWanted: !isOurs })));
  }
  return (
    <>
      <p role="status">{text(`agenda:linkSettings.${kind}`)}</p>
      {isFailed ? (
        <p className="link-settings-failed" role="alert">
          {text('agenda:linkSettings.failed')}
        </p>
      ) : null}
      {hasButton ? (
        <Button look={isOurs ? 'quiet' : 'plain'} onClick={() => void change()}>
          {text(isOurs ? 'agenda:linkSettings.stop' : 'agenda:linkSettings.open')}
        </Button>
      ) : null}
    </>
  );
}

function Trusted({ places }: { readonly places: readonly TrustedPlace[] }) {
  const titleId = useId();
  const services = useAgendaStore(selectServices);
  if (places.length === 0) {
    return null;
  }
  return (
    <>
      <h4 id={titleId}>{text('agenda:linkSettings.trusted')}</h4>
      <ul className="link-places" aria-labelledby={titleId}>
        {places.map((place) => {
          const name = placeText(place, services);
          return (
            <li key={`${place.serviceId} ${place.host}`}>
              <bdi>{name}</bdi>
              <Button
                look="quiet"
                aria-label={text('agenda:linkSettings.askAgainNamed', { place: name })}
                onClick={(event) => void askAgain(place, name, event.currentTarget)}
              >
                {text('agenda:linkSettings.askAgain')}
              </Button>
            </li>
          );
        })}
      </ul>
    </>
  );
}

async function askAgain(place: TrustedPlace, name: string, button: HTMLElement): Promise<void> {
  // The focus goes on to what is left of the dialog, since the button goes away.
  const dialog = button.closest('dialog');
  await foyerBridge.distrustPlace(place);
  announce(text('agenda:linkSettings.asksAgain', { place: name }));
  const next = dialog?.querySelector('.link-places button') ?? dialog?.querySelector('button');
  if (next instanceof HTMLElement) {
    next.focus();
  }
}
