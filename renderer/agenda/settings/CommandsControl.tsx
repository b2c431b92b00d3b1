import { useEffect, useState } from 'react';
import type { MessageKey } from '../../../core/texts/catalog.ts';
import { useAgendaStore } from '../agendaStore.ts';
import type { ControlProps } from './controlProps.ts';
import { text } from './settingsText.ts';
import { asTexts } from './settingValues.ts';
import { useConnectedServices } from './useConnectedServices.ts';

const examples = {
  linux: 'settings:controls.commands.exampleLinux',
  darwin: 'settings:controls.commands.exampleMac',
  win32: 'settings:controls.commands.exampleWindows',
} as const satisfies Readonly<Record<string, MessageKey>>;

/** As many characters as main takes. */
const mostCharacters = 2_000;

/** The command that opens each connected service's pages. */
export function CommandsControl({ value, isLocked, ids, onChange }: ControlProps) {
  const services = useConnectedServices();
  const platform = useAgendaStore(({ foyer }) => foyer?.environment.platform ?? 'linux');
  const commands = asTexts(value);
  const exampleId = `${ids.control}-example`;
  if (services.length === 0) {
    return <p className="setting-empty">{text('settings:controls.commands.none')}</p>;
  }
  function change(serviceId: string, command: string): void {
    const others = Object.entries(commands).filter(([id]) => id !== serviceId);
    onChange(Object.fromEntries(command === '' ? others : [...others, [serviceId, command]]));
  }
  return (
    <fieldset className="by-service" aria-labelledby={ids.label} aria-describedby={ids.description}>
      {services.map(({ id, name }) => (
        <div key={id} className="by-service-row">
          <label htmlFor={`${ids.control}-${id}`}>{text(name)}</label>
          <CommandField
            id={`${ids.control}-${id}`}
            command={commands[id] ?? ''}
            describedBy={`${ids.description} ${exampleId}`}
            isLocked={isLocked}
            onChange={(command) => change(id, command)}
          />
        </div>
      ))}
      <p id={exampleId} className="setting-example">
        {text(examples[platform])}
      </p>
    </fieldset>
  );
}

interface CommandFieldProps {
  readonly id: string;
  readonly command: string;
  /** Id of what says how it is written. */
  readonly describedBy: string;
  readonly isLocked: boolean;
  readonly onChange: (command: string) => void;
}

/** A line that counts once it is left, or Enter is pressed: half a command is none. */
function CommandField({ id, command, describedBy, isLocked, onChange }: CommandFieldProps) {
  const [typed, setTyped] = useState(command);
  useEffect(() => setTyped(command), [command]);
  function take(): void {
    if (!isLocked && typed.trim() !== command) {
      onChange(typed.trim());
    }
  }
  return (
    <input
      id={id}
      className="text-input"
      type="text"
      value={typed}
      placeholder={text('settings:controls.commands.placeholder')}
      maxLength={mostCharacters}
      readOnly={isLocked}
      aria-describedby={describedBy}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      dir="ltr"
      onChange={(event) => setTyped(event.target.value)}
      onBlur={take}
      onKeyDown={(event) => {
        if (event.key === 'Enter') {
          take();
        }
      }}
    />
  );
}
