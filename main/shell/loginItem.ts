import type { StartAtLogin, StartAtLoginChange } from '../../core/model/startAtLogin.ts';

/** Whether the system starts Foyer at login: read from the system each time, never remembered. */
export interface LoginItem {
  readonly read: () => Promise<StartAtLogin>;
  /** Has the system do so, or not any more. May throw. What was switched off with a tool of the system stays off. */
  readonly change: (isWanted: boolean) => Promise<void>;
  /** Has a program that was moved (an AppImage) started where it is now. Changes nothing else. */
  readonly renew: () => Promise<void>;
}

/** How it stands now. */
export async function readLoginItem(item: LoginItem | null): Promise<StartAtLogin> {
  try {
    return item === null ? 'unavailable' : await item.read();
  } catch {
    return 'unavailable';
  }
}

/** Changes it, as far as the system lets Foyer, and tells what came of it. */
export async function changeLoginItem(item: LoginItem | null, isWanted: boolean): Promise<StartAtLoginChange> {
  if (item === null) {
    return { kind: 'refused', state: 'unavailable' };
  }
  if (isWanted && (await readLoginItem(item)) === 'switchedOffBySystem') {
    return { kind: 'refused', state: 'switchedOffBySystem' };
  }
  try {
    await item.change(isWanted);
  } catch {
    return { kind: 'failed', state: await readLoginItem(item) };
  }
  const state = await readLoginItem(item);
  const isDone = isWanted ? state === 'on' : state === 'off';
  return { kind: isDone ? 'changed' : 'refused', state };
}
