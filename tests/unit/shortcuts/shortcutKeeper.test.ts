import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SettingChange } from '../../../core/model/setting.ts';
import { type ShortcutAction, shortcutActions } from '../../../core/model/shortcuts.ts';
import { ShortcutKeeper } from '../../../main/shortcuts/shortcutKeeper.ts';

const [ctrlJ, ctrlK] = ['CommandOrControl+Alt+J', 'CommandOrControl+Alt+K'];

/** A desktop with its keys: some are another program's. */
function startDesktop({ isDecidedElsewhere = false, knowsKeys = true } = {}) {
  const registered = new Map<string, () => void>();
  const taken = new Set<string>();
  const managed = new Set<ShortcutAction>();
  const settings = new Map<ShortcutAction, string>();
  const pressed: ShortcutAction[] = [];
  let changes = 0;
  const keeper: ShortcutKeeper = new ShortcutKeeper({
    keys: {
      register: (keys, onPressed) => {
        if (registered.has(keys)) {
          throw new Error(`${keys} was registered twice`);
        }
        if (knowsKeys && !taken.has(keys)) {
          registered.set(keys, onPressed);
        }
        return registered.has(keys);
      },
      isRegistered: (keys) => registered.has(keys),
      unregister: (keys) => {
        if (!registered.delete(keys)) {
          throw new Error(`${keys} was not registered`);
        }
      },
    },
    platform: 'linux',
    isDecidedElsewhere,
    chosen: (action) => settings.get(action) ?? '',
    choose: (action, keys): SettingChange => {
      if (managed.has(action)) {
        return 'managed';
      }
      settings.set(action, keys);
      keeper.align();
      return 'changed';
    },
    onPressed: (action) => pressed.push(action),
    onChanged: () => {
      changes += 1;
    },
  });
  return { keeper, registered, taken, managed, settings, pressed, changes: () => changes };
}

describe('shortcuts', () => {
  test('are none until somebody chose one, and then work', () => {
    const { keeper, registered, settings, pressed, changes } = startDesktop();
    keeper.align();
    expect(registered.size).toBe(0);
    expect(keeper.shortcuts.open).toEqual({ accelerator: null, status: 'unset' });
    const before = changes();
    expect(keeper.set('open', 'alt+ctrl+j')).toEqual({ kind: 'changed' });
    expect(settings.get('open')).toBe(ctrlJ);
    expect(keeper.shortcuts.open).toEqual({ accelerator: ctrlJ, status: 'active' });
    expect(changes()).toBeGreaterThan(before);
    registered.get(ctrlJ)?.();
    expect(pressed).toEqual(['open']);
    expect(keeper.set('open', null)).toEqual({ kind: 'changed' });
    expect(registered.size).toBe(0);
    expect(settings.get('open')).toBe('');
  });

  test('are refused when another program has them, and the earlier ones stay', () => {
    const { keeper, registered, taken, settings } = startDesktop();
    keeper.set('joinNext', ctrlJ);
    taken.add(ctrlK);
    expect(keeper.set('joinNext', ctrlK)).toEqual({ kind: 'refused', reason: 'taken' });
    expect([...registered.keys()]).toEqual([ctrlJ]);
    expect(settings.get('joinNext')).toBe(ctrlJ);
    expect(keeper.shortcuts.joinNext).toEqual({ accelerator: ctrlJ, status: 'active' });
  });

  test('that were taken at the start say so, until asking again succeeds', () => {
    const { keeper, taken, settings } = startDesktop();
    settings.set('open', ctrlJ);
    taken.add(ctrlJ);
    keeper.align();
    expect(keeper.shortcuts.open).toEqual({ accelerator: ctrlJ, status: 'taken' });
    expect(keeper.hasTaken).toBe(true);
    taken.delete(ctrlJ);
    keeper.align();
    expect(keeper.shortcuts.open.status).toBe('active');
    expect(keeper.hasTaken).toBe(false);
  });

  test.each([
    ['J', 'needsModifier'],
    ['Ctrl+C', 'common'],
    ['Alt+Tab', 'system'],
    ['nonsense', 'unreadable'],
  ] as const)('%s is refused: %s', (keys, reason) => {
    const { keeper, registered } = startDesktop();
    expect(keeper.set('open', keys)).toEqual({ kind: 'refused', reason });
    expect(registered.size).toBe(0);
  });

  test('are refused when Foyer has them already, or an administrator the say', () => {
    const { keeper, registered, managed } = startDesktop();
    keeper.set('open', ctrlJ);
    expect(keeper.set('mute', 'Ctrl+Alt+J')).toEqual({ kind: 'refused', reason: 'duplicate' });
    managed.add('open');
    expect(keeper.set('open', ctrlK)).toEqual({ kind: 'refused', reason: 'managed' });
    expect(keeper.set('open', null)).toEqual({ kind: 'refused', reason: 'managed' });
    expect([...registered.keys()]).toEqual([ctrlJ]);
  });

  test('that say the same in the settings work once, and what cannot be one counts as none', () => {
    const { keeper, settings } = startDesktop();
    settings.set('open', ctrlJ).set('newRoom', 'Ctrl+Alt+J').set('mute', 'Ctrl+C');
    keeper.align();
    expect(keeper.shortcuts.open.status).toBe('active');
    expect(keeper.shortcuts.newRoom.status).toBe('taken');
    expect(keeper.shortcuts.mute).toEqual({ accelerator: null, status: 'unset' });
  });

  test('change places', () => {
    const { keeper, settings, registered, pressed } = startDesktop();
    settings.set('open', ctrlJ).set('newRoom', ctrlK);
    keeper.align();
    settings.set('open', ctrlK).set('newRoom', ctrlJ);
    keeper.align();
    registered.get(ctrlJ)?.();
    expect(pressed).toEqual(['newRoom']);
  });

  test('are all free while somebody records one, and come back', () => {
    const { keeper, registered, settings } = startDesktop();
    settings.set('open', ctrlJ);
    keeper.align();
    keeper.record(true);
    keeper.record(true);
    expect(registered.size).toBe(0);
    settings.set('mute', ctrlK);
    keeper.align();
    expect(registered.size).toBe(0);
    keeper.record(false);
    expect([...registered.keys()].toSorted()).toEqual([ctrlJ, ctrlK]);
    keeper.record(true);
    expect(keeper.set('open', ctrlJ)).toEqual({ kind: 'changed' });
    expect([...registered.keys()].toSorted()).toEqual([ctrlJ, ctrlK]);
    keeper.stop();
    expect(registered.size).toBe(0);
  });

  test('where the desktop decides are not said to work before they did', () => {
    const { keeper, registered } = startDesktop({ isDecidedElsewhere: true });
    keeper.set('open', ctrlJ);
    expect(keeper.shortcuts.open.status).toBe('unproven');
    registered.get(ctrlJ)?.();
    expect(keeper.shortcuts.open.status).toBe('active');
    keeper.record(true);
    keeper.record(false);
    expect(keeper.shortcuts.open.status).toBe('active');
  });

  test('where the desktop has none are refused as that', () => {
    const { keeper, settings } = startDesktop({ isDecidedElsewhere: true, knowsKeys: false });
    expect(keeper.set('open', ctrlJ)).toEqual({ kind: 'refused', reason: 'unsupported' });
    settings.set('open', ctrlJ);
    keeper.align();
    expect(keeper.shortcuts.open).toEqual({ accelerator: ctrlJ, status: 'unsupported' });
  });

  test('hold exactly the keys that they say work, whatever is done in whatever order', () => {
    const keys = fc.constantFrom(ctrlJ, ctrlK, 'F9', 'Ctrl+C', 'x', '');
    const action = fc.constantFrom(...shortcutActions);
    type Step = (desktop: ReturnType<typeof startDesktop>) => void;
    const step = fc.oneof<fc.Arbitrary<Step>[]>(
      fc.tuple(action, keys).map(
        ([of, wanted]) =>
          ({ keeper }) =>
            keeper.set(of, wanted === '' ? null : wanted),
      ),
      fc.tuple(action, keys).map(([of, wanted]) => ({ keeper, settings }) => {
        settings.set(of, wanted);
        keeper.align();
      }),
      keys.map((wanted) => ({ registered, taken }) => {
        if (!registered.has(wanted)) {
          taken.add(wanted);
        }
      }),
      keys.map(
        (wanted) =>
          ({ taken }) =>
            taken.delete(wanted),
      ),
      fc.boolean().map(
        (isRecording) =>
          ({ keeper }) =>
            keeper.record(isRecording),
      ),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const desktop = startDesktop();
        for (const doStep of steps) {
          doStep(desktop);
        }
        const { keeper, registered } = desktop;
        keeper.record(false);
        const working = Object.values(keeper.shortcuts).filter(({ status }) => status === 'active');
        expect(working.map(({ accelerator }) => accelerator).toSorted()).toEqual([...registered.keys()].toSorted());
      }),
    );
  });
});
