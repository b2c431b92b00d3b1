import LockIcon from 'lucide-react/icons/lock';
import { type RefObject, useId, useRef } from 'react';
import type { SettingView } from '../../../core/model/setting.ts';
import { Button } from '../../common/Button.tsx';
import type { ControlIds } from './controlProps.ts';
import { hasOneElement, SettingControl } from './SettingControl.tsx';
import { changeSetting, resetSetting, useSettingsStore } from './settingsStore.ts';
import { text } from './settingsText.ts';
import './settingRow.css';

/** One setting: what it is called and does, its control, who decided, and a way back. */
export function SettingRow({ setting }: { readonly setting: SettingView }) {
  const id = useId();
  const ids: ControlIds = { control: `${id}-control`, label: `${id}-label`, description: `${id}-words` };
  const row = useRef<HTMLDivElement>(null);
  const value = useSettingsStore(({ pending }) =>
    pending.has(setting.key) ? pending.get(setting.key) : setting.value,
  );
  const isLocked = setting.origin === 'forced';
  const label = text(setting.label);
  return (
    <div ref={row} className="setting" data-kind={setting.control.kind} data-setting={setting.key}>
      {hasOneElement(setting.control) ? (
        <label id={ids.label} className="setting-label" htmlFor={ids.control}>
          {label}
        </label>
      ) : (
        <span id={ids.label} className="setting-label">
          {label}
        </span>
      )}
      <div id={ids.description} className="setting-words">
        <p>{text(setting.description)}</p>
        <Notes setting={setting} />
      </div>
      <div className="setting-control">
        <SettingControl
          setting={setting}
          value={value}
          isLocked={isLocked}
          ids={ids}
          onChange={(next) => void changeSetting(setting.key, next)}
        />
      </div>
      <Reset setting={setting} row={row} />
    </div>
  );
}

function Notes({ setting: { key, origin, needsRestart } }: { readonly setting: SettingView }) {
  const refusal = useSettingsStore(({ refusals }) => refusals.get(key) ?? null);
  return (
    <>
      {origin === 'forced' ? (
        <p className="setting-note" data-tone="locked">
          <LockIcon className="icon" aria-hidden />
          {text('settings:page.forced')}
        </p>
      ) : null}
      {origin === 'recommended' ? <p className="setting-note">{text('settings:page.recommended')}</p> : null}
      {needsRestart ? <p className="setting-note">{text('settings:page.restart')}</p> : null}
      {refusal === null ? null : (
        <p className="setting-note" data-tone="bad">
          {text(`settings:page.refused.${refusal}`)}
        </p>
      )}
    </>
  );
}

interface ResetProps {
  readonly setting: SettingView;
  readonly row: RefObject<HTMLElement | null>;
}

function Reset({ setting, row }: ResetProps) {
  if (setting.origin !== 'chosen') {
    return null;
  }
  async function reset(): Promise<void> {
    await resetSetting(setting);
    // The button is gone by now, and took the focus with it.
    const control = row.current?.querySelector('.setting-control :is(input, select, button)');
    if (control instanceof HTMLElement) {
      control.focus();
    }
  }
  return (
    <Button
      look="link"
      className="setting-reset"
      aria-label={text('settings:page.resetNamed', { label: text(setting.label) })}
      onClick={() => void reset()}
    >
      {text('settings:page.reset')}
    </Button>
  );
}
