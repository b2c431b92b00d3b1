import { officeDay } from './officeDay.ts';
import type { SimulatedClient } from './simulatedMeeting.ts';

/** The clients the simulator starts with: two rooms with an office day as of `now`, and one without a mailbox. */
export function officeClients(now: number): readonly SimulatedClient[] {
  const { boardroom, library } = officeDay(now);
  return [
    {
      id: 'boardroom-7',
      secret: 'boardroom-7-secret',
      name: 'Boardroom 7',
      hasMailbox: true,
      meetings: [...boardroom],
    },
    { id: 'library', secret: 'library-secret', name: 'Library', hasMailbox: true, meetings: [...library] },
    { id: 'spare-unit', secret: 'spare-unit-secret', name: 'Spare unit', hasMailbox: false, meetings: [] },
  ];
}
