import { writeFoyerLink } from '../../core/links/writeFoyerLink.ts';
import type { ShortcutsSlice } from '../../core/model/shortcuts.ts';

/**
 * What people can bind to keys where the desktop gives none to programs: a command that brings Foyer a link, through
 * whatever opens links, or else by starting `program` (with its arguments) again.
 */
export function commandsByHand(opensLinks: boolean, program: readonly string[]): ShortcutsSlice['commands'] {
  const command = opensLinks ? ['xdg-open'] : program;
  const write = (link: string): string => [...command, link].map(quote).join(' ');
  return {
    joinNext: write(writeFoyerLink({ kind: 'joinNext' })),
    open: write(writeFoyerLink({ kind: 'agenda' })),
    newRoom: write(writeFoyerLink({ kind: 'newRoom', serviceId: null })),
  };
}

/** For a shell, which the fields of desktops' settings are read by, too. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
