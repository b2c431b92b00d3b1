/** Heights of the list's rows in CSS pixels: known beforehand, so that ten thousand rows need no measuring. */
export const rowHeights = { meeting: 50, day: 38 } as const;

/** Rows that PageUp and PageDown move by. */
export const pageOfRows = 8;

/** Where a row is drawn in the list, in CSS pixels. */
export interface RowPlace {
  readonly top: number;
  readonly height: number;
}
