import type { Language } from '../texts/languages.ts';
import type { TrustedPlace } from './links.ts';

/** Local times of a day, "22:00"; an end before the beginning is that of the next day. */
export interface DayTimes {
  readonly from: string;
  readonly to: string;
}

/** An account that an administrator had in mind; people add the secrets. */
export interface PresetAccount {
  readonly serviceId: string;
  readonly name: string;
  /** The service's fields without secrets, by their names. */
  readonly fields: Readonly<Record<string, string>>;
}

/** What an administrator can switch off. */
export const features = ['newRooms', 'autoJoin', 'links', 'invites', 'remotePages'] as const;
/** See {@link features}. */
export type Feature = (typeof features)[number];

/** Everything that people or their administrators decide, as it holds now; the table of settings tells about each. */
export interface Choices {
  readonly startAtLogin: boolean;
  readonly keepInTray: boolean;
  readonly trayClick: 'panel' | 'window';
  /** Minutes before the start. */
  readonly reminderLeads: readonly number[];
  readonly reminderNotification: boolean;
  readonly reminderWindow: 'off' | 'small' | 'full';
  readonly reminderClick: 'card' | 'join';
  readonly reminderSound: 'none' | 'chime' | 'knock';
  readonly endNudge: boolean;
  readonly quietInCall: boolean;
  readonly quietHours: DayTimes | null;
  readonly theme: 'system' | 'light' | 'dark';
  readonly density: 'comfortable' | 'compact';
  readonly clockFormat: 'system' | 'twelve' | 'twentyFour';
  /** IANA name; empty for none. */
  readonly secondZone: string;
  /** Of the texts. */
  readonly language: 'system' | Language;
  /** Id of the way in that each service's meetings are joined by, by service. */
  readonly preferredWays: Readonly<Record<string, string>>;
  /** Command that opens addresses, by service; others open in the browser. */
  readonly openWith: Readonly<Record<string, string>>;
  readonly askBeforeLeavingCall: boolean;
  /** Accelerators of Electron; empty for none. */
  readonly shortcutJoinNext: string;
  readonly shortcutOpen: string;
  readonly shortcutNewRoom: string;
  readonly shortcutMute: string;
  readonly hideTitles: 'never' | 'whileSharing' | 'always';
  /** Where links may lead without asking. */
  readonly trustedPlaces: readonly TrustedPlace[];
  readonly isPlaintextAllowed: boolean;
  readonly logLevel: 'error' | 'warn' | 'info' | 'debug';
  readonly presetAccounts: readonly PresetAccount[];
  readonly disabledFeatures: readonly Feature[];
}

/** Name of a setting. */
export type ChoiceKey = keyof Choices;
