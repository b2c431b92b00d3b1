/**
 * Whether the system starts Foyer when its user logs in, as the system itself says. `needsApproval`: macOS waits for the
 * user to allow it. `switchedOffBySystem`: it was switched off with a tool of the system, which Foyer leaves as it is.
 * `unavailable`: this run cannot be started by the system.
 */
export type StartAtLogin = 'on' | 'off' | 'needsApproval' | 'switchedOffBySystem' | 'unavailable';

/** What became of a wish to change it, and how it stands now. */
export interface StartAtLoginChange {
  /** `refused`: the system has the say; `failed`: it could not be written. */
  readonly kind: 'changed' | 'refused' | 'failed';
  readonly state: StartAtLogin;
}
