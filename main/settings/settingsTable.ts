import * as z from 'zod/mini';
import { type ChoiceKey, type Choices, features } from '../../core/model/choices.ts';
import type { SettingControl, SettingSection } from '../../core/model/setting.ts';
import { isAccelerator } from '../../core/shortcuts/accelerator.ts';

/** One row of {@link settingsTable}. */
export interface SettingRow<Value> {
  readonly section: SettingSection;
  /** What may stand in the file, in a policy, and in what a window sends. */
  readonly schema: z.ZodMiniType<Value>;
  readonly fresh: Value;
  readonly control: SettingControl;
  readonly needsRestart?: true;
  /** Kept by the system, and read from it each time: never in the file. */
  readonly isHeldBySystem?: true;
}

const text = z.string().check(z.maxLength(200));
const record = z
  .record(text.check(z.minLength(1)), z.string().check(z.maxLength(2_000)))
  .check(z.refine((value) => Object.keys(value).length <= 100));
const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const accelerator = z.string().check(
  z.maxLength(60),
  z.refine((text) => text === '' || isAccelerator(text)),
);
const zone = z.string().check(z.maxLength(64), z.refine(isZone));
const place = z.readonly(
  z.object({ serviceId: z.string().check(z.maxLength(64)), host: z.nullable(text.check(z.minLength(1))) }),
);
const presetAccount = z.readonly(
  z.strictObject({ serviceId: text, name: z.string().check(z.minLength(1), z.maxLength(80)), fields: record }),
);
const leads = z
  .readonly(z.array(z.int().check(z.gte(0), z.lte(15))).check(z.minLength(1), z.maxLength(3)))
  .check(z.refine((minutes) => new Set(minutes).size === minutes.length));

const onOff: SettingControl = { kind: 'switch' };

/**
 * Every setting: what may stand there, what holds before anybody chose, and how it is changed. The file, the page of
 * settings, its search, policies and `docs/settings.md` are all drawn from this table; labels and descriptions are
 * `settings:entries.KEY` of the locale catalog.
 */
export const settingsTable: { readonly [Key in ChoiceKey]: SettingRow<Choices[Key]> } = {
  startAtLogin: {
    section: 'general',
    schema: z.boolean(),
    fresh: false,
    control: { kind: 'startAtLogin' },
    isHeldBySystem: true,
  },
  keepInTray: { section: 'general', schema: z.boolean(), fresh: true, control: onOff },
  trayClick: choice(
    'general',
    ['panel', 'window'],
    [
      { value: 'panel', label: 'settings:options.trayClick.panel' },
      { value: 'window', label: 'settings:options.trayClick.window' },
    ],
  ),
  reminderLeads: {
    section: 'reminders',
    schema: leads,
    fresh: [1],
    control: { kind: 'minutes', least: 0, greatest: 15, most: 3 },
  },
  reminderNotification: { section: 'reminders', schema: z.boolean(), fresh: true, control: onOff },
  reminderWindow: choice(
    'reminders',
    ['off', 'small', 'full'],
    [
      { value: 'off', label: 'settings:options.reminderWindow.off' },
      { value: 'small', label: 'settings:options.reminderWindow.small' },
      { value: 'full', label: 'settings:options.reminderWindow.full' },
    ],
  ),
  reminderClick: choice(
    'reminders',
    ['card', 'join'],
    [
      { value: 'card', label: 'settings:options.reminderClick.card' },
      { value: 'join', label: 'settings:options.reminderClick.join' },
    ],
  ),
  reminderSound: choice(
    'reminders',
    ['none', 'chime', 'knock'],
    [
      { value: 'none', label: 'settings:options.reminderSound.none' },
      { value: 'chime', label: 'settings:options.reminderSound.chime' },
      { value: 'knock', label: 'settings:options.reminderSound.knock' },
    ],
    'chime',
  ),
  endNudge: { section: 'reminders', schema: z.boolean(), fresh: true, control: onOff },
  quietInCall: { section: 'reminders', schema: z.boolean(), fresh: true, control: onOff },
  quietHours: {
    section: 'reminders',
    schema: z.nullable(z.readonly(z.strictObject({ from: time, to: time }))),
    fresh: null,
    control: { kind: 'dayTimes' },
  },
  theme: choice(
    'appearance',
    ['system', 'light', 'dark'],
    [
      { value: 'system', label: 'settings:options.theme.system' },
      { value: 'light', label: 'settings:options.theme.light' },
      { value: 'dark', label: 'settings:options.theme.dark' },
    ],
  ),
  density: choice(
    'appearance',
    ['comfortable', 'compact'],
    [
      { value: 'comfortable', label: 'settings:options.density.comfortable' },
      { value: 'compact', label: 'settings:options.density.compact' },
    ],
  ),
  clockFormat: choice(
    'appearance',
    ['system', 'twelve', 'twentyFour'],
    [
      { value: 'system', label: 'settings:options.clockFormat.system' },
      { value: 'twelve', label: 'settings:options.clockFormat.twelve' },
      { value: 'twentyFour', label: 'settings:options.clockFormat.twentyFour' },
    ],
  ),
  secondZone: { section: 'appearance', schema: zone, fresh: '', control: { kind: 'zone' } },
  language: choice(
    'appearance',
    ['system', 'en', 'de'],
    [
      { value: 'system', label: 'settings:options.language.system' },
      { value: 'en', label: 'settings:options.language.en' },
      { value: 'de', label: 'settings:options.language.de' },
    ],
  ),
  preferredWays: { section: 'join', schema: record, fresh: {}, control: { kind: 'ways' } },
  openWith: { section: 'join', schema: record, fresh: {}, control: { kind: 'commands' } },
  askBeforeLeavingCall: { section: 'join', schema: z.boolean(), fresh: true, control: onOff },
  shortcutJoinNext: shortcut(),
  shortcutOpen: shortcut(),
  shortcutNewRoom: shortcut(),
  shortcutMute: shortcut(),
  hideTitles: choice(
    'privacy',
    ['never', 'whileSharing', 'always'],
    [
      { value: 'never', label: 'settings:options.hideTitles.never' },
      { value: 'whileSharing', label: 'settings:options.hideTitles.whileSharing' },
      { value: 'always', label: 'settings:options.hideTitles.always' },
    ],
    'whileSharing',
  ),
  trustedPlaces: {
    section: 'privacy',
    schema: z.readonly(z.array(place).check(z.maxLength(100))),
    fresh: [],
    control: { kind: 'places' },
  },
  isPlaintextAllowed: { section: 'advanced', schema: z.boolean(), fresh: false, control: onOff },
  logLevel: choice(
    'advanced',
    ['error', 'warn', 'info', 'debug'],
    [
      { value: 'error', label: 'settings:options.logLevel.error' },
      { value: 'warn', label: 'settings:options.logLevel.warn' },
      { value: 'info', label: 'settings:options.logLevel.info' },
      { value: 'debug', label: 'settings:options.logLevel.debug' },
    ],
    'info',
  ),
  presetAccounts: {
    section: 'policy',
    schema: z.readonly(z.array(presetAccount).check(z.maxLength(50))),
    fresh: [],
    control: { kind: 'list' },
  },
  disabledFeatures: {
    section: 'policy',
    schema: z.readonly(z.array(z.enum(features))),
    fresh: [],
    control: { kind: 'list' },
  },
};

/** Names of all settings, in the order of the table. */
export const choiceKeys: readonly ChoiceKey[] = Object.keys(settingsTable).filter(isChoiceKey);

/** What holds before anybody chose anything. */
export const freshChoices: Choices = Object.fromEntries(
  choiceKeys.map((key) => [key, settingsTable[key].fresh]),
) as unknown as Choices;

/** Whether a text names a setting. */
export function isChoiceKey(name: string): name is ChoiceKey {
  return Object.hasOwn(settingsTable, name);
}

/** One of a few values; the first one unless `fresh` says otherwise. */
function choice<const Value extends string>(
  section: SettingSection,
  values: readonly [Value, ...Value[]],
  options: Extract<SettingControl, { kind: 'options' }>['options'],
  fresh: Value = values[0],
): SettingRow<Value> {
  return { section, schema: z.enum(values), fresh, control: { kind: 'options', options } };
}

function shortcut(): SettingRow<string> {
  return { section: 'shortcuts', schema: accelerator, fresh: '', control: { kind: 'shortcut' } };
}

function isZone(name: string): boolean {
  try {
    return name === '' || new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}
