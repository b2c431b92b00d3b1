import type { MessageKey } from '../../core/texts/catalog.ts';
import { Dialog } from '../common/Dialog.tsx';
import { text } from '../common/texts.ts';
import { selectRooms, useAgendaStore } from './agendaStore.ts';
import { canSchedule } from './scheduling/schedulers.ts';
import { closeDialog } from './windowActions.ts';
import './keys.css';

interface KeyLine {
  /** Alternatives; a plus joins keys that are pressed together. */
  readonly keys: readonly string[];
  readonly meaning: MessageKey;
}

/** All keys of the agenda and what they do. */
export function KeysDialog() {
  const isMac = useAgendaStore(({ foyer }) => foyer?.environment.platform === 'darwin');
  const hasRooms = useAgendaStore((state) => selectRooms(state).hostAccountIds.length > 0);
  const hasScheduling = useAgendaStore(({ foyer }) => foyer !== null && canSchedule(foyer));
  return (
    <Dialog title={text('agenda:keys.title')} closeLabel={text('agenda:keys.close')} onClose={closeDialog} isForReading>
      <dl className="keys">
        {keyLines(isMac ? '⌘' : text('agenda:keys.control'), { hasRooms, hasScheduling }).map(({ keys, meaning }) => (
          <div key={meaning}>
            <dt>
              {keys.map((combination, index) => (
                <span key={combination}>
                  {index === 0 ? null : <span className="keys-or"> {text('agenda:keys.or')} </span>}
                  {combination.split('+').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </span>
              ))}
            </dt>
            <dd>{text(meaning)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

interface Abilities {
  readonly hasRooms: boolean;
  readonly hasScheduling: boolean;
}

function keyLines(command: string, { hasRooms, hasScheduling }: Abilities): readonly KeyLine[] {
  return [
    { keys: ['⏎'], meaning: 'agenda:keys.join' },
    { keys: ['↑', '↓'], meaning: 'agenda:keys.move' },
    { keys: ['←', '→'], meaning: 'agenda:keys.columns' },
    { keys: ['.', '⇧+F10'], meaning: 'agenda:keys.menu' },
    { keys: [`${command}+C`], meaning: 'agenda:keys.copy' },
    { keys: ['/', `${command}+F`], meaning: 'agenda:keys.search' },
    ...(hasRooms ? newRoomLines(command) : []),
    ...(hasScheduling ? [{ keys: [`${command}+⇧+N`], meaning: 'agenda:keys.schedule' } as const] : []),
    { keys: [`${command}+V`, `${command}+L`], meaning: 'agenda:keys.link' },
    { keys: ['Esc'], meaning: 'agenda:keys.clear' },
    { keys: ['F5', `${command}+R`], meaning: 'agenda:keys.refresh' },
    { keys: [`${command}+,`], meaning: 'agenda:keys.settings' },
    { keys: ['?'], meaning: 'agenda:keys.keys' },
  ];
}

function newRoomLines(command: string): readonly KeyLine[] {
  return [
    { keys: [`${command}+N`], meaning: 'agenda:keys.newRoom' },
    { keys: ['←+→+↑+↓'], meaning: 'agenda:keys.roomCards' },
  ];
}
