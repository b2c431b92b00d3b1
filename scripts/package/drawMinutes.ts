import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Pixels of a tray icon's side, from 100 % to 300 %; Linux takes the largest and scales it down. */
const sizes = [16, 20, 24, 32, 48];
const mostMinutes = 15;

// The tile is the colour of Join: it brings its own ground along, so that no panel can swallow the digits.
const grounds = {
  light: { tile: '#0b6e55', ink: '#ffffff' },
  dark: { tile: '#46c9a2', ink: '#06261c' },
};

// Strokes of two units around whole numbers: at 16 pixels, every edge is one of a pixel.
const digits: readonly { readonly width: number; readonly path: string }[] = [
  { width: 6, path: 'M1 1H5V9H1Z' },
  { width: 4, path: 'M0 2H3V10M3 3V0' },
  { width: 6, path: 'M0 1H5V5H1V9H6' },
  { width: 6, path: 'M0 1H5V9H0M1 5H5' },
  { width: 6, path: 'M1 0V5H5M5 0V10' },
  { width: 6, path: 'M6 1H1V5H5V9H0' },
  { width: 6, path: 'M6 1H1V9H5V5H1' },
  { width: 6, path: 'M0 1H5V10' },
  { width: 6, path: 'M1 1H5V9H1ZM1 5H5' },
  { width: 6, path: 'M5 5H1V1H5V9H0' },
];

/**
 * Draws `assets/tray/minutes-on-GROUND-SIZE.png`: a row of pictures, the first of which says 1. Windows and Linux have no
 * place for text beside an icon.
 */
export function drawMinutes(): void {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-minutes-'));
  try {
    for (const [ground, { tile, ink }] of Object.entries(grounds)) {
      for (const size of sizes) {
        const file = join(folder, 'row.svg');
        writeFileSync(file, rowSvg(size, tile, ink));
        const width = ['--width', `${size * mostMinutes}`, '--height', `${size}`];
        execFileSync('rsvg-convert', [...width, '--output', `assets/tray/minutes-on-${ground}-${size}.png`, file]);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function rowSvg(pixels: number, tile: string, ink: string): string {
  const pictures = Array.from({ length: mostMinutes }, (_, index) => {
    const picture = minuteSvg(index + 1, pixels);
    return `<g transform="translate(${index * 16})">${picture}</g>`;
  });
  const style = `.tile { fill: ${tile} } .ink { fill: none; stroke: ${ink}; stroke-width: 2; stroke-linejoin: round }`;
  const size = `width="${mostMinutes * 16}" height="16" viewBox="0 0 ${mostMinutes * 16} 16"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style>${pictures.join('')}</svg>`;
}

/** The number on a door: a tile that is round above, as the door of the other pictures is. */
function minuteSvg(minutes: number, pixels: number): string {
  const toPixel = (place: number): number => (Math.round((place * pixels) / 16) * 16) / pixels;
  const glyphs = Array.from(String(minutes), (digit) => digits[Number(digit)] ?? { width: 0, path: '' });
  const width = glyphs.reduce((sum, glyph) => sum + glyph.width, glyphs.length - 1);
  let x = (16 - width) / 2;
  const drawn = glyphs.map((glyph) => {
    const placed = `<path class="ink" transform="translate(${toPixel(x)} ${toPixel(3.5)})" d="${glyph.path}"/>`;
    x += glyph.width + 1;
    return placed;
  });
  return `<path class="tile" d="M0 16V5a5 5 0 0 1 5-5h6a5 5 0 0 1 5 5v11z"/>${drawn.join('')}`;
}
