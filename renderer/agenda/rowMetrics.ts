import type { Choices } from '../../core/model/choices.ts';
import type { AgendaWindowState } from './agendaStore.ts';

/** Heights of the list's rows in CSS pixels: known beforehand, so that ten thousand rows need no measuring. */
export const rowHeights = {
  comfortable: { meeting: 50, day: 38 },
  compact: { meeting: 36, day: 30 },
} as const satisfies Readonly<Record<Choices['density'], object>>;

/** How close rows stand. */
export function selectDensity({ foyer }: AgendaWindowState): Choices['density'] {
  return foyer?.choices.density ?? 'comfortable';
}

/** Rows that PageUp and PageDown move by. */
export const pageOfRows = 8;

/** Where a row is drawn in the list, in CSS pixels. */
export interface RowPlace {
  readonly top: number;
  readonly height: number;
}
