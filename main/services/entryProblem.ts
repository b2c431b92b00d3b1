import type { MessageKey } from '../../core/texts/catalog.ts';
import type { RoomFailure } from './service.ts';

/** What to say when a service would not let somebody in. */
export function entryProblem({ status }: RoomFailure): MessageKey {
  switch (status.kind) {
    case 'refused':
    case 'notSetUp':
      return 'services:rooms.enterRefused';
    case 'limited':
      return 'services:rooms.enterLimited';
    case 'unreachable':
      return 'services:rooms.enterUnreachable';
    default:
      return 'services:rooms.enterFailed';
  }
}
