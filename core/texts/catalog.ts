import type agenda from '../../assets/locales/en/agenda.json';
import type call from '../../assets/locales/en/call.json';
import type health from '../../assets/locales/en/health.json';
import type reminder from '../../assets/locales/en/reminder.json';
import type scheduling from '../../assets/locales/en/scheduling.json';
import type services from '../../assets/locales/en/services.json';
import type settings from '../../assets/locales/en/settings.json';
import type shell from '../../assets/locales/en/shell.json';

/** The texts of one language, by namespace: one file each in `assets/locales/<language>/`. English is the reference. */
export interface Catalog {
  readonly agenda: typeof agenda;
  readonly call: typeof call;
  readonly health: typeof health;
  readonly reminder: typeof reminder;
  readonly scheduling: typeof scheduling;
  readonly services: typeof services;
  readonly settings: typeof settings;
  readonly shell: typeof shell;
}

type WithoutPlural<Key extends string> =
  Key extends `${infer Stem}_${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'}` ? Stem : Key;

type Path<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? WithoutPlural<Key> : `${Key}.${Path<Texts[Key]>}`;
}[keyof Texts & string];

/** Names one text ("shell:tray.open"); a key that is not in the English catalog does not compile. */
export type MessageKey = { [Namespace in keyof Catalog]: `${Namespace}:${Path<Catalog[Namespace]>}` }[keyof Catalog];
