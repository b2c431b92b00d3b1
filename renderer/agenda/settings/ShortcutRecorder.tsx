import { type KeyboardEvent, useId, useState } from 'react';
import type { ShortcutAction, ShortcutChange, ShortcutView } from '../../../core/model/shortcuts.ts';
import { parseAccelerator } from '../../../core/shortcuts/accelerator.ts';
import type { Modifier, Platform } from '../../../core/shortcuts/keys.ts';
import { heldModifiers, keyCaps, modifierCaps, pressedKeys } from '../../../core/shortcuts/pressedKeys.ts';
import { Button } from '../../common/Button.tsx';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { useAgendaStore } from '../agendaStore.ts';
import { CopyLine } from '../CopyLine.tsx';
import { announce } from '../windowActions.ts';
import { text } from './settingsText.ts';
import './shortcutRecorder.css';

/** See {@link ShortcutRecorder}. */
export interface ShortcutRecorderProps {
  readonly action: ShortcutAction;
  /** What the shortcut does, for the names of the buttons. */
  readonly name: string;
  /** Ids of the elements with what it is called and what it does. */
  readonly labelId: string;
  readonly descriptionId: string;
  /** An administrator decided. */
  readonly isLocked: boolean;
  /** Other keys were taken over. */
  readonly onChanged: () => void;
}

type Refusal = Extract<ShortcutChange, { readonly kind: 'refused' }>['reason'];

const noModifiers: ReadonlySet<Modifier> = new Set();

/** Keys that work everywhere: shows them, records others, and says how things stand with them. */
export function ShortcutRecorder({ action, name, labelId, descriptionId, isLocked, onChanged }: ShortcutRecorderProps) {
  const id = useId();
  const view = useAgendaStore(({ foyer }) => foyer?.shortcuts.shortcuts[action]);
  const platform = useAgendaStore(({ foyer }) => foyer?.environment.platform ?? 'linux');
  const command = useAgendaStore(({ foyer }) => foyer?.shortcuts.commands?.[action] ?? null);
  const [held, setHeld] = useState<ReadonlySet<Modifier> | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const accelerator = view?.accelerator ?? null;
  function record(isRecording: boolean): void {
    setHeld(isRecording ? noModifiers : null);
    setRefusal(null);
    void foyerBridge.recordShortcut({ isRecording });
    announce(text(isRecording ? 'settings:shortcut.recording' : 'settings:shortcut.cancelled'));
  }
  async function change(keys: string | null): Promise<void> {
    setHeld(null);
    const result = await foyerBridge.setShortcut({ action, accelerator: keys });
    setRefusal(result.kind === 'refused' ? result.reason : null);
    if (result.kind === 'changed') {
      announce(changedText(keys, platform));
      onChanged();
    }
  }
  return (
    <div className="shortcut">
      <Button
        id={id}
        className="shortcut-keys"
        aria-labelledby={`${labelId} ${id}`}
        aria-describedby={`${descriptionId} ${id}-status`}
        aria-disabled={isLocked ? true : undefined}
        data-recording={held === null ? undefined : ''}
        onClick={() => (isLocked ? undefined : record(held === null))}
        onBlur={() => (held === null ? undefined : record(false))}
        onKeyDown={(event) => (held === null ? undefined : takeKey(event, platform, { record, change, setHeld }))}
        onKeyUp={(event) => (held === null ? undefined : setHeld(heldModifiers(event, platform)))}
      >
        {held === null ? <Keys accelerator={accelerator} platform={platform} /> : <Held {...{ held, platform }} />}
      </Button>
      <div id={`${id}-status`}>
        <Status view={view} refusal={refusal} />
      </div>
      {command === null || view?.status === 'active' ? null : (
        <CopyLine
          label={text('settings:shortcut.byHand')}
          value={command}
          copyLabel={text('settings:shortcut.copy', { name })}
        />
      )}
    </div>
  );
}

interface Recording {
  readonly record: (isRecording: boolean) => void;
  readonly change: (keys: string | null) => Promise<void>;
  readonly setHeld: (held: ReadonlySet<Modifier>) => void;
}

function takeKey(event: KeyboardEvent, platform: Platform, { record, change, setHeld }: Recording): void {
  const held = heldModifiers(event, platform);
  const isPlain = held.size === 0;
  if (event.key === 'Tab' && (isPlain || (held.size === 1 && held.has('Shift')))) {
    // Whoever walks on by keyboard is not held up; leaving ends the recording.
    return;
  }
  event.preventDefault();
  event.stopPropagation();
  if (event.repeat) {
    return;
  }
  if (isPlain && event.key === 'Escape') {
    record(false);
  } else if (isPlain && (event.key === 'Backspace' || event.key === 'Delete')) {
    void change(null);
  } else {
    const keys = pressedKeys(event, platform);
    if (keys === null) {
      setHeld(held);
    } else {
      void change(keys);
    }
  }
}

function Keys({ accelerator, platform }: { readonly accelerator: string | null; readonly platform: Platform }) {
  if (accelerator === null) {
    return text('settings:shortcut.none');
  }
  return <Caps caps={capsOf(accelerator, platform)} />;
}

function Held({ held, platform }: { readonly held: ReadonlySet<Modifier>; readonly platform: Platform }) {
  return (
    <>
      <Caps caps={modifierCaps(held, platform).map(named)} />
      {held.size === 0 ? text('settings:shortcut.press') : '…'}
    </>
  );
}

function Caps({ caps }: { readonly caps: readonly string[] }) {
  return caps.map((cap) => (
    <span key={cap}>
      <kbd>{cap}</kbd>{' '}
    </span>
  ));
}

function Status({ view, refusal }: { readonly view: ShortcutView | undefined; readonly refusal: Refusal | null }) {
  if (refusal !== null) {
    return (
      <p className="setting-note" data-tone="bad" role="alert">
        {text(`settings:shortcut.refused.${refusal}`)}
      </p>
    );
  }
  const status = view?.status ?? 'unset';
  if (status === 'unset' || status === 'active') {
    return null;
  }
  return (
    <p className="setting-note" data-tone={status === 'unproven' ? undefined : 'bad'}>
      {text(`settings:shortcut.status.${status}`)}
    </p>
  );
}

function changedText(keys: string | null, platform: Platform): string {
  return keys === null
    ? text('settings:shortcut.removed')
    : text('settings:shortcut.set', { keys: capsOf(keys, platform).join(' ') });
}

function capsOf(keys: string, platform: Platform): readonly string[] {
  const accelerator = parseAccelerator(keys, platform);
  return accelerator === null ? [] : keyCaps(accelerator, platform).map(named);
}

/** Keyboards have their words in the language of the country. */
function named(cap: string): string {
  return cap === 'Ctrl' ? text('agenda:keys.control') : cap;
}
