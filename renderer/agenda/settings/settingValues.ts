import type { DayTimes, PresetAccount } from '../../../core/model/choices.ts';
import type { TrustedPlace } from '../../../core/model/links.ts';

// The kind of a setting's control tells what its value is; these say so to the compiler, and hold for any value.

/** Of a switch. */
export function asSwitch(value: unknown): boolean {
  return value === true;
}

/** Of options, zones and shortcuts. */
export function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Of minutes. */
export function asMinutes(value: unknown): readonly number[] {
  return Array.isArray(value) ? value.filter((item): item is number => typeof item === 'number') : [];
}

/** Of ways and commands: texts by service. */
export function asTexts(value: unknown): Readonly<Record<string, string>> {
  const entries = isObject(value) ? Object.entries(value) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}

/** Of times of a day. */
export function asDayTimes(value: unknown): DayTimes | null {
  if (!isObject(value) || !('from' in value) || !('to' in value)) {
    return null;
  }
  return { from: asText(value.from), to: asText(value.to) };
}

/** Of places. */
export function asPlaces(value: unknown): readonly TrustedPlace[] {
  return asObjects(value).flatMap((item) => {
    const { serviceId, host } = item as Partial<TrustedPlace>;
    return serviceId === undefined || host === undefined ? [] : [{ serviceId, host }];
  });
}

/** Of a list of accounts. */
export function asPresetAccounts(value: unknown): readonly PresetAccount[] {
  return asObjects(value).flatMap((item) => {
    const { serviceId, name, fields = {} } = item as Partial<PresetAccount>;
    return serviceId === undefined || name === undefined ? [] : [{ serviceId, name, fields }];
  });
}

function asObjects(value: unknown): readonly object[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
