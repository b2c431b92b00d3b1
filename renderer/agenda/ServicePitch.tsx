import type { ServiceView } from '../../core/model/service.ts';
import { text } from '../common/texts.ts';

/** What connecting a service gives. */
export function ServicePitch({ service }: { readonly service: ServiceView }) {
  return (
    <p className="service-pitch">
      <b>{text(service.name)}</b> · {text(service.pitch)}
    </p>
  );
}
