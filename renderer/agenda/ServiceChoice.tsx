import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, useRef } from 'react';
import type { PresetAccount } from '../../core/model/choices.ts';
import type { ServiceView } from '../../core/model/service.ts';
import { text } from '../common/texts.ts';
import { useOpenPresets } from './presets.ts';

/** See {@link ServiceChoice}. */
export interface ServiceChoiceProps {
  readonly services: readonly ServiceView[];
  /** The service whose form was just left: the focus returns to it. */
  readonly returnTo: string | null;
  /** `preset` is what an administrator filled in for an account of the service, if that was chosen. */
  readonly onChoose: (serviceId: string, preset: PresetAccount | null) => void;
}

/** Which service to connect, with what connecting each of them gives. */
export function ServiceChoice({ services, returnTo, onChoose }: ServiceChoiceProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const button = returnTo === null ? null : list.current?.querySelector(`[data-service="${returnTo}"]`);
    if (button instanceof HTMLElement) {
      button.focus();
    }
  }, [returnTo]);
  return (
    <div ref={list}>
      <PresetChoice services={services} onChoose={onChoose} />
      <section className="service-choice" aria-label={text('agenda:firstRun.chooseService')}>
        <h2>{text('agenda:firstRun.chooseService')}</h2>
        <ul>
          {services.map(({ id, name, pitch }) => (
            <li key={id}>
              <ChoiceButton id={id} name={text(name)} detail={text(pitch)} onChoose={() => onChoose(id, null)} />
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

/** What an administrator had in mind comes first: there only the secrets are missing. */
function PresetChoice({ services, onChoose }: Pick<ServiceChoiceProps, 'services' | 'onChoose'>) {
  const presets = useOpenPresets();
  const title = text('agenda:firstRun.presets');
  return presets.length === 0 ? null : (
    <section className="service-choice" aria-label={title}>
      <h2>{title}</h2>
      <ul>
        {presets.map((preset) => {
          const service = services.find(({ id }) => id === preset.serviceId);
          return service === undefined ? null : (
            <li key={JSON.stringify(preset)}>
              <ChoiceButton
                name={preset.name}
                detail={text(service.name)}
                onChoose={() => onChoose(service.id, preset)}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

interface ChoiceButtonProps {
  readonly id?: string;
  readonly name: string;
  readonly detail: string;
  readonly onChoose: () => void;
}

function ChoiceButton({ id, name, detail, onChoose }: ChoiceButtonProps) {
  return (
    <button type="button" data-service={id} aria-label={name} onClick={onChoose}>
      <span>
        <b>{name}</b>
        <small>{detail}</small>
      </span>
      <ChevronRight className="icon" aria-hidden />
    </button>
  );
}
