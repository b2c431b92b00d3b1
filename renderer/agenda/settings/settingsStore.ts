import { create } from 'zustand';
import type { ChoiceKey } from '../../../core/model/choices.ts';
import type { SettingsPage, SettingView } from '../../../core/model/setting.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { announce } from '../windowActions.ts';
import { text } from './settingsText.ts';

/** Why a setting is as it was. */
export type Refusal = 'managed' | 'invalid' | 'failed';

interface SettingsState {
  /** Null until the first answer. */
  readonly page: SettingsPage | null;
  /** Values that main was told and has not answered to yet. */
  readonly pending: ReadonlyMap<ChoiceKey, unknown>;
  readonly refusals: ReadonlyMap<ChoiceKey, Refusal>;
}

/** What the page of settings shows. */
export const useSettingsStore = create<SettingsState>(() => ({
  page: null,
  pending: new Map(),
  refusals: new Map(),
}));

let latest = 0;

/** Asks main for the page; of several answers the one that was asked for last counts. */
export async function loadPage(): Promise<void> {
  latest += 1;
  const asked = latest;
  const page = await foyerBridge.getSettings({});
  if (asked === latest) {
    useSettingsStore.setState({ page });
  }
}

/** Changes a setting; it is shown at once, and as it was if main does not take it. */
export async function changeSetting(key: ChoiceKey, value: unknown): Promise<void> {
  useSettingsStore.setState(({ pending, refusals }) => ({
    pending: new Map(pending).set(key, value),
    refusals: without(refusals, key),
  }));
  const refusal = await ask(key, value);
  if (refusal !== null) {
    useSettingsStore.setState(({ refusals }) => ({ refusals: new Map(refusals).set(key, refusal) }));
    announce(text(`settings:page.refused.${refusal}`));
  }
  await loadPage();
  useSettingsStore.setState(({ pending }) => ({
    pending: pending.get(key) === value ? without(pending, key) : pending,
  }));
}

async function ask(key: ChoiceKey, value: unknown): Promise<Refusal | null> {
  try {
    const change = await foyerBridge.changeSetting({ key, json: JSON.stringify(value) });
    return change === 'changed' || change === 'cancelled' ? null : change;
  } catch {
    // What is too long for the channel is refused before main looks at it.
    return 'failed';
  }
}

/** Forgets what was chosen for a setting. */
export async function resetSetting({ key, label }: SettingView): Promise<void> {
  await foyerBridge.resetSettings({ key });
  useSettingsStore.setState(({ refusals }) => ({ refusals: without(refusals, key) }));
  await loadPage();
  announce(text('settings:page.wasReset', { label: text(label) }));
}

function without<Value>(map: ReadonlyMap<ChoiceKey, Value>, key: ChoiceKey): ReadonlyMap<ChoiceKey, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
