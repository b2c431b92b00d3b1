import type { JumpListCategory } from 'electron';
import { linkSwitches } from '../../core/links/findLink.ts';
import type { FoyerLink } from '../../core/links/foyerLink.ts';
import { writeFoyerLink } from '../../core/links/writeFoyerLink.ts';
import type { Translate } from '../../core/texts/translator.ts';

/** What the list is made of. */
export interface JumpListInput {
  /** The program, and what it is started with before anything else: its folder, in a checkout. */
  readonly command: readonly string[];
  readonly canJoin: boolean;
  readonly canOpenRooms: boolean;
  readonly translate: Translate;
}

/** The tasks of the button in the taskbar of Windows. Each starts the program with a link, which the running one takes. */
export function jumpList({ command, canJoin, canOpenRooms, translate }: JumpListInput): JumpListCategory[] {
  const [program = '', ...args] = command;
  const toTask = (title: string, link: FoyerLink): Electron.JumpListItem => ({
    type: 'task',
    title,
    description: title,
    program,
    args: [...args.map(quote), ...linkSwitches, writeFoyerLink(link)].join(' '),
    iconPath: program,
    iconIndex: 0,
  });
  return [
    {
      type: 'tasks',
      items: [
        ...(canJoin ? [toTask(translate('shell:links.joinNext'), { kind: 'joinNext' })] : []),
        ...(canOpenRooms ? [toTask(translate('shell:links.newRoom'), { kind: 'newRoom', serviceId: null })] : []),
        toTask(translate('shell:menu.settings'), { kind: 'settings' }),
      ],
    },
  ];
}

/** Paths hold no quotes on Windows; one that ends in a backslash would take the closing one along. */
function quote(text: string): string {
  return `"${text.replace(/\\+$/, (backslashes) => backslashes.repeat(2))}"`;
}
