import type { ShortcutAction } from '../../../core/model/shortcuts.ts';
import type { ControlProps } from './controlProps.ts';
import { ShortcutRecorder } from './ShortcutRecorder.tsx';
import { loadPage } from './settingsStore.ts';
import { text } from './settingsText.ts';

const actionOf: Readonly<Record<string, ShortcutAction>> = {
  shortcutJoinNext: 'joinNext',
  shortcutOpen: 'open',
  shortcutNewRoom: 'newRoom',
  shortcutMute: 'mute',
};

/** Keys that work everywhere, of one action. */
export function ShortcutControl({ setting, isLocked, ids }: ControlProps) {
  const action = actionOf[setting.key];
  return action === undefined ? null : (
    <ShortcutRecorder
      action={action}
      name={text(setting.label)}
      labelId={ids.label}
      descriptionId={ids.description}
      isLocked={isLocked}
      onChanged={() => void loadPage()}
    />
  );
}
