import type { ServiceView } from '../../core/model/service.ts';
import { text } from '../common/texts.ts';

/** See {@link ServiceChoice}. */
export interface ServiceChoiceProps {
  readonly services: readonly ServiceView[];
  readonly chosenId: string;
  readonly onChoose: (serviceId: string) => void;
}

/** Which service to connect; with one alone, only what connecting it gives. */
export function ServiceChoice({ services, chosenId, onChoose }: ServiceChoiceProps) {
  const [first, ...others] = services;
  if (first === undefined) {
    return null;
  }
  if (others.length === 0) {
    return (
      <p className="service-pitch">
        <b>{text(first.name)}</b> · {text(first.pitch)}
      </p>
    );
  }
  return (
    <fieldset className="service-choice">
      <legend>{text('agenda:firstRun.chooseService')}</legend>
      {services.map((service) => (
        <label key={service.id}>
          <input
            type="radio"
            name="service"
            value={service.id}
            checked={service.id === chosenId}
            onChange={() => onChoose(service.id)}
          />
          <span>
            <b>{text(service.name)}</b>
            <small>{text(service.pitch)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
