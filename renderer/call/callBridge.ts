import type { CallBridge } from '../../preload/callBridge.ts';

declare global {
  interface Window {
    /** The only door of this window to the rest of the program. */
    readonly foyerCall: CallBridge;
  }
}

/** The bridge to main. */
export const callBridge: CallBridge = window.foyerCall;
