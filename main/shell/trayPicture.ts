import type { TrayModel } from './trayModel.ts';

/** A picture of `assets/tray`: a file, or a square of a row of pictures in one. */
export interface TrayPicture {
  readonly file: string;
  /** The side of the square and its place in the row, from 0; null for the whole file. */
  readonly square: { readonly size: number; readonly place: number } | null;
}

/** What a picture is chosen for. */
export interface TrayGround {
  readonly platform: string;
  /** Whether panels are taken to be dark, as the system's windows are. */
  readonly isDark: boolean;
  /** Device pixels for each pixel of the layout. */
  readonly scale: number;
}

/** Sizes of the rows of minutes (scripts/package/drawMinutes.ts). */
const rowSizes = [16, 20, 24, 32, 48];

/**
 * The picture of a state. macOS colours template images itself and has text beside them; Windows draws 16 pixels at 100 %,
 * and scales what it gets (so it is given the next larger one); Linux scales whatever there is.
 */
export function trayPicture(
  { mark, minutes }: Pick<TrayModel, 'mark' | 'minutes'>,
  { platform, isDark, scale }: TrayGround,
): TrayPicture {
  if (platform === 'darwin') {
    return { file: `${mark}Template.png`, square: null };
  }
  const ground = isDark ? 'dark' : 'light';
  if (minutes === null) {
    return { file: `${mark}-on-${ground}.${platform === 'win32' ? 'ico' : 'png'}`, square: null };
  }
  const largest = rowSizes.at(-1) ?? 48;
  const size = platform === 'win32' ? (rowSizes.find((known) => known >= 16 * scale) ?? largest) : largest;
  return { file: `minutes-on-${ground}-${size}.png`, square: { size, place: minutes - 1 } };
}
