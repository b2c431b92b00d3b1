import { officeDomains } from '../../simulator/pexip/aliases.ts';
import type { RoomEntries } from './connectRoom.ts';

/** A room of the simulated office, as a person would connect it. */
export const officeRoom: RoomEntries = {
  name: 'Boardroom 7',
  clientId: 'boardroom-7',
  clientSecret: 'boardroom-7-secret',
  webAppHost: officeDomains.joinHost,
  teamsDomains: officeDomains.teams,
  meetDomains: officeDomains.meet,
  pexipDomains: officeDomains.pexip,
};
