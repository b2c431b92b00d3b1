import { useRef } from 'react';
import type { TrustedPlace } from '../../../core/model/links.ts';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { selectServices, useAgendaStore } from '../agendaStore.ts';
import { placeText } from '../linkActions.ts';
import { announce } from '../windowActions.ts';
import type { ControlProps } from './controlProps.ts';
import { loadPage } from './settingsStore.ts';
import { text } from './settingsText.ts';
import { asPlaces } from './settingValues.ts';

/** The places that links lead to without asking, each to be taken back. */
export function PlacesControl({ value, isLocked, ids }: ControlProps) {
  const services = useAgendaStore(selectServices);
  const list = useRef<HTMLUListElement>(null);
  const places = asPlaces(value);
  async function askAgain(place: TrustedPlace, name: string): Promise<void> {
    const around = list.current?.closest('.settings-content');
    await foyerBridge.distrustPlace(place);
    await loadPage();
    announce(text('agenda:linkSettings.asksAgain', { place: name }));
    // The button goes away, and takes the focus with it.
    const next = (list.current ?? around)?.querySelector('button');
    if (next instanceof HTMLElement) {
      next.focus();
    }
  }
  if (places.length === 0) {
    return <p className="setting-empty">{text('settings:controls.places.none')}</p>;
  }
  return (
    <ul ref={list} className="setting-list" aria-labelledby={ids.label} aria-describedby={ids.description}>
      {places.map((place) => {
        const name = placeText(place, services);
        return (
          <li key={`${place.serviceId} ${place.host}`}>
            <bdi>{name}</bdi>
            {isLocked ? null : (
              <Button
                look="quiet"
                aria-label={text('agenda:linkSettings.askAgainNamed', { place: name })}
                onClick={() => void askAgain(place, name)}
              >
                {text('agenda:linkSettings.askAgain')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
