import type { FoyerState } from '../model/foyerState.ts';

/** Whether titles of meetings are kept from whoever looks on: as the user chose, perhaps only while a screen is shared. */
export function hidesTitles({ choices, call }: Pick<FoyerState, 'choices' | 'call'>): boolean {
  return choices.hideTitles === 'always' || (choices.hideTitles === 'whileSharing' && call.isSharing);
}
