import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, useRef } from 'react';
import type { ServiceView } from '../../core/model/service.ts';
import { text } from '../common/texts.ts';

/** See {@link ServiceChoice}. */
export interface ServiceChoiceProps {
  readonly services: readonly ServiceView[];
  /** The service whose form was just left: the focus returns to it. */
  readonly returnTo: string | null;
  readonly onChoose: (serviceId: string) => void;
}

/** Which service to connect, with what connecting each of them gives. */
export function ServiceChoice({ services, returnTo, onChoose }: ServiceChoiceProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    const button = returnTo === null ? null : list.current?.querySelector(`[data-service="${returnTo}"]`);
    if (button instanceof HTMLElement) {
      button.focus();
    }
  }, [returnTo]);
  return (
    <section className="service-choice" aria-label={text('agenda:firstRun.chooseService')}>
      <h2>{text('agenda:firstRun.chooseService')}</h2>
      <ul ref={list}>
        {services.map(({ id, name, pitch }) => (
          <li key={id}>
            <button type="button" data-service={id} aria-label={text(name)} onClick={() => onChoose(id)}>
              <span>
                <b>{text(name)}</b>
                <small>{text(pitch)}</small>
              </span>
              <ChevronRight className="icon" aria-hidden />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
