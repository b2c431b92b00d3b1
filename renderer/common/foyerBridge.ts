import type { AgendaBridge } from '../../preload/agendaBridge.ts';

declare global {
  interface Window {
    /** The only door of this window to the rest of the program. */
    readonly foyer: AgendaBridge;
  }
}

/** The bridge to main. */
export const foyerBridge: AgendaBridge = window.foyer;
