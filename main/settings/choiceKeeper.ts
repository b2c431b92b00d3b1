import type { ChoiceKey, Choices } from '../../core/model/choices.ts';
import type { SettingChange, SettingOrigin, SettingsPage } from '../../core/model/setting.ts';
import { combineChoices, parseChoice, readChoices, type SomeChoices } from './choices.ts';
import { isForced, type Policy } from './policy.ts';
import type { ProfileStore } from './profileStore.ts';
import type { Settings } from './settingsFile.ts';
import { choiceKeys, isChoiceKey, settingsTable } from './settingsTable.ts';

/** Called after settings changed, with what holds now and the names of those that are different. */
export type OnChoices = (choices: Choices, changed: ReadonlySet<ChoiceKey>) => void;

/** Owns what people and administrators decided, and tells those who draw from it. */
export class ChoiceKeeper {
  readonly #store: ProfileStore<Settings>;
  readonly #followers: OnChoices[] = [];
  #policy: Policy;
  #choices: Choices;

  constructor(store: ProfileStore<Settings>, policy: Policy) {
    this.#store = store;
    this.#policy = policy;
    this.#choices = this.#combine();
  }

  /** What holds now. */
  get choices(): Choices {
    return this.#choices;
  }

  get policy(): Policy {
    return this.#policy;
  }

  follow(follower: OnChoices): void {
    this.#followers.push(follower);
  }

  /** Takes what the system turned out to say after the program was started. */
  setPolicy(policy: Policy): void {
    this.#policy = policy;
    this.#update();
  }

  /** Changes one setting; one that an administrator decided stays as it is, and so does one with a value that cannot be. */
  choose(key: ChoiceKey, value: unknown): SettingChange {
    const parsed = parseChoice(key, value);
    if (parsed === undefined) {
      return 'invalid';
    }
    if (isForced(this.#policy, key)) {
      return 'managed';
    }
    if (settingsTable[key].isHeldBySystem !== true) {
      this.#write({ ...this.#store.value, [key]: parsed.value });
    }
    return 'changed';
  }

  /** Forgets what the user chose, for some settings or all. */
  reset(keys: readonly ChoiceKey[] = choiceKeys): void {
    const isKept = ([name]: readonly [string, unknown]): boolean => !(isChoiceKey(name) && keys.includes(name));
    this.#write(Object.fromEntries(Object.entries(this.#store.value).filter(isKept)) as unknown as Settings);
  }

  /** What the user chose, for a file to take elsewhere. There is no secret among settings. */
  exportChosen(): SomeChoices {
    return readChoices({ ...this.#store.value }).choices;
  }

  /** Takes over settings that were exported. Returns those taken and the names of those passed over. */
  importChosen(found: Readonly<Record<string, unknown>>): {
    readonly keys: readonly ChoiceKey[];
    readonly skipped: readonly string[];
  } {
    const { choices } = readChoices(found);
    const keys = choiceKeys.filter((key) => Object.hasOwn(choices, key) && !isForced(this.#policy, key));
    const taken = Object.fromEntries(keys.map((key) => [key, choices[key]]));
    this.#write({ ...this.#store.value, ...taken });
    return { keys, skipped: Object.keys(found).filter((name) => !(isChoiceKey(name) && keys.includes(name))) };
  }

  /** What the page of settings draws of them. */
  page(): Pick<SettingsPage, 'settings' | 'policy'> {
    const { places, problems } = this.#policy;
    return {
      settings: choiceKeys.map((key) => ({
        key,
        section: settingsTable[key].section,
        label: `settings:entries.${key}.label`,
        description: `settings:entries.${key}.description`,
        control: settingsTable[key].control,
        value: this.#choices[key],
        origin: this.#originOf(key),
        needsRestart: settingsTable[key].needsRestart === true,
      })),
      policy: places.length === 0 ? null : { places, problems },
    };
  }

  #originOf(key: ChoiceKey): SettingOrigin {
    if (isForced(this.#policy, key)) {
      return 'forced';
    }
    if (Object.hasOwn(this.#store.value, key)) {
      return 'chosen';
    }
    return Object.hasOwn(this.#policy.recommended, key) ? 'recommended' : 'default';
  }

  #write(settings: Settings): void {
    this.#store.replace(settings);
    this.#update();
  }

  #update(): void {
    const before = this.#choices;
    const now = this.#combine();
    const changed = new Set(choiceKeys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key])));
    if (changed.size > 0) {
      this.#choices = now;
      for (const follower of this.#followers) {
        follower(now, changed);
      }
    }
  }

  #combine(): Choices {
    const { choices } = readChoices({ ...this.#store.value });
    return combineChoices(this.#policy.forced, choices, this.#policy.recommended);
  }
}
