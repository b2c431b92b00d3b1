import type { Choices } from '../../core/model/choices.ts';

/** Whether times are written as 1:30 PM: as the user chose, else as the system does; undefined leaves it to the locale. */
export function isTwelveHour(
  { clockFormat }: Pick<Choices, 'clockFormat'>,
  ofSystem: boolean | undefined,
): boolean | undefined {
  return clockFormat === 'system' ? ofSystem : clockFormat === 'twelve';
}
