import type { EnvironmentSlice } from '../model/foyerState.ts';

/** The system whose keyboard is meant. */
export type Platform = EnvironmentSlice['platform'];

/**
 * Modifiers in the order of the normal form. `CommandOrControl` is ⌘ on macOS and Ctrl elsewhere; `Control` is ⌃ and only
 * on macOS another key than that; `Super` is the key with the system's sign, and only elsewhere another key.
 */
export const modifierOrder = ['CommandOrControl', 'Control', 'Alt', 'Shift', 'Super'] as const;
/** One of the keys that are held while another one is pressed. */
export type Modifier = (typeof modifierOrder)[number];

/** Keys that are pressed together. */
export interface Accelerator {
  readonly modifiers: ReadonlySet<Modifier>;
  /** By Electron's name. */
  readonly key: string;
}
