/** What goes on in the call window. */
export interface CallActivity {
  /** Somebody is in a call, or on the way back into it. */
  readonly isRunning: boolean;
  /** A screen or window of this machine is shown to the others. */
  readonly isSharing: boolean;
}

/** There is no call. */
export const noCall: CallActivity = { isRunning: false, isSharing: false };
