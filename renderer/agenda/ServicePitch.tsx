import type { ServiceView } from '../../core/model/service.ts';
import { text } from '../common/texts.ts';

/** See {@link ServicePitch}. */
export interface ServicePitchProps {
  readonly service: ServiceView;
  /** Whether the service is named above already. */
  readonly isNamed?: boolean;
}

/** What connecting a service gives. */
export function ServicePitch({ service, isNamed = false }: ServicePitchProps) {
  return isNamed ? (
    <p className="service-pitch">{text(service.pitch)}</p>
  ) : (
    <p className="service-pitch">
      <b>{text(service.name)}</b> · {text(service.pitch)}
    </p>
  );
}
