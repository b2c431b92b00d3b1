import { eightByEight } from './eightbyeight/eightByEight.ts';
import { joinMe } from './joinme/joinMe.ts';
import { pexip } from './pexip/pexip.ts';
import type { Service } from './service.ts';
import { telnyx } from './telnyx/telnyx.ts';
import { webcal } from './webcal/webcal.ts';

/** Every service that Foyer can connect to, in the order in which they are offered. */
export const services: readonly Service[] = [pexip, joinMe, webcal, eightByEight, telnyx];

/** The service with this id, or undefined when an account belongs to one that this version does not know. */
export function findService(serviceId: string): Service | undefined {
  return services.find((service) => service.view.id === serviceId);
}
