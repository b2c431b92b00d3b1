import { useEffect, useId } from 'react';
import type { TrustedPlace } from '../../core/model/links.ts';
import { Button } from '../common/Button.tsx';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { selectServices, useAgendaStore } from './agendaStore.ts';
import { LinkHandling, useRegistration } from './LinkHandling.tsx';
import { placeText } from './linkActions.ts';
import { announce } from './windowActions.ts';
import './linkSettings.css';

/** Who opens `foyer:` links on this machine, and the places that links lead to without asking. */
export function LinkSettings() {
  const registration = useRegistration();
  const titleId = useId();
  useEffect(() => {
    void foyerBridge.checkLinks({});
  }, []);
  if (registration === null) {
    return null;
  }
  return (
    <section className="link-settings" aria-labelledby={titleId}>
      <h3 id={titleId}>{text('agenda:linkSettings.title')}</h3>
      <LinkHandling registration={registration} />
      <Trusted />
    </section>
  );
}

const nowhere: readonly TrustedPlace[] = [];

function Trusted() {
  const titleId = useId();
  const places = useAgendaStore(({ foyer }) => foyer?.links.trusted ?? nowhere);
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
  // The focus goes on to what is left of these places, or of what is around them, since the button goes away.
  const places = button.closest('ul');
  const around = button.closest('dialog, main');
  await foyerBridge.distrustPlace(place);
  announce(text('agenda:linkSettings.asksAgain', { place: name }));
  const next = (places?.isConnected ? places.querySelector('button') : null) ?? around?.querySelector('button');
  if (next instanceof HTMLElement) {
    next.focus();
  }
}
