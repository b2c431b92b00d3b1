/** What can be done by keys that work everywhere, also while another program is in front. */
export const shortcutActions = ['joinNext', 'open', 'newRoom', 'mute'] as const;
/** See {@link shortcutActions}. */
export type ShortcutAction = (typeof shortcutActions)[number];

/**
 * How things stand with one shortcut. `unproven`: the desktop (Wayland) took the wish but does not tell what became of it;
 * it counts as active from the first press that arrives. `unsupported`: this desktop gives programs no such keys.
 */
export type ShortcutStatus = 'unset' | 'active' | 'taken' | 'unproven' | 'unsupported';

/** One shortcut as windows draw it. */
export interface ShortcutView {
  /** In normal form (see `core/shortcuts/accelerator.ts`); null when there is none. */
  readonly accelerator: string | null;
  readonly status: ShortcutStatus;
}

/** All shortcuts, and what to do where the desktop may not give them. */
export interface ShortcutsSlice {
  readonly shortcuts: Readonly<Record<ShortcutAction, ShortcutView>>;
  /**
   * Commands to bind to keys in the desktop's own settings, for the actions that have one; null where shortcuts need no
   * such thing.
   */
  readonly commands: Readonly<Partial<Record<ShortcutAction, string>>> | null;
}

/** Why keys cannot be a shortcut, as far as the keys themselves tell. */
export type KeysRefusal =
  | 'unreadable'
  /** Typing would press it. */
  | 'needsModifier'
  /** The system itself uses it. */
  | 'system'
  /** Nearly every program uses it, Foyer among them. */
  | 'common';

/** What became of a wish to change a shortcut; one that is refused leaves the earlier one in place. */
export type ShortcutChange =
  | { readonly kind: 'changed' }
  | {
      readonly kind: 'refused';
      /** `duplicate`: another shortcut of Foyer; `taken`: another program; `managed`: an administrator decided. */
      readonly reason: KeysRefusal | 'duplicate' | 'taken' | 'unsupported' | 'managed';
    };

const unset: ShortcutView = { accelerator: null, status: 'unset' };

/** Before the first shortcut was chosen. */
export const noShortcuts: ShortcutsSlice = {
  shortcuts: { joinNext: unset, open: unset, newRoom: unset, mute: unset },
  commands: null,
};
