// Draws every picture in assets/icons and assets/tray from its SVG source; assets/README.md says how to run it.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawMinutes } from './drawMinutes.ts';

const sources = 'assets/icons';
const traySizes = [16, 20, 24, 32, 48];
const trayStates = ['idle', 'soon', 'now', 'problem'];
// Panels need not be as light or dark as the system's windows (GNOME's is always dark): the halo, next to invisible on the
// ground that a picture is for, keeps it visible on the other.
const trayGrounds = {
  light:
    '.ink { fill: #1d1b18 } .go { fill: #0b6e55 } .bad { fill: #9a271b } .halo * { fill: #f7f5f2; stroke: #f7f5f2 }',
  dark: '.ink { fill: #f1eee8 } .go { fill: #46c9a2 } .bad { fill: #f4a79c } .halo * { fill: #1d1b18; stroke: #1d1b18 }',
};
const haloStyle = '.halo * { stroke-width: 1.5; stroke-linejoin: round }';

/** Block names of the icns container for PNG contents, with their sizes in pixels. */
const icnsBlocks = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
] as const;

/** Draws an SVG as a square PNG; a style sheet gives its classes their colours. */
function drawPng(svg: string, size: number, styleSheet?: string): Buffer {
  const style = styleSheet === undefined ? [] : ['--stylesheet', styleSheet];
  return execFileSync('rsvg-convert', ['--width', `${size}`, '--height', `${size}`, ...style], { input: svg });
}

/** Packs pictures into a Windows icon: bitmaps up to 128 pixels, which every reader understands, and a PNG of 256. */
function packIco(sizes: readonly number[], folder: string, draw: (size: number) => Buffer): Buffer {
  const files = sizes.map((size) => {
    const file = join(folder, `${size}.png`);
    writeFileSync(file, draw(size));
    return file;
  });
  return execFileSync('convert', [...files, 'ico:-']);
}

/** Packs PNGs into a macOS icon. */
function packIcns(draw: (size: number) => Buffer): Buffer {
  const block = (name: string, content: Buffer): Buffer => {
    const header = Buffer.alloc(8);
    header.write(name, 'latin1');
    header.writeUInt32BE(content.length + 8, 4);
    return Buffer.concat([header, content]);
  };
  return block('icns', Buffer.concat(icnsBlocks.map(([name, size]) => block(name, draw(size)))));
}

function drawAppIcons(folder: string): void {
  const large = readFileSync(join(sources, 'foyer.svg'), 'utf8');
  const small = readFileSync(join(sources, 'foyer-small.svg'), 'utf8');
  // Apple's grid wants 824 of 1024 pixels for the tile, with a transparent margin around it.
  const mac = large.replace('viewBox="0 0 1024 1024"', 'viewBox="-74.6 -74.6 1173.2 1173.2"');
  const draw = (size: number): Buffer => drawPng(size > 32 ? large : small, size);
  mkdirSync(join(sources, 'linux'), { recursive: true });
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    writeFileSync(join(sources, 'linux', `${size}x${size}.png`), draw(size));
  }
  const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256];
  writeFileSync(join(sources, 'icon.png'), draw(1024));
  writeFileSync(join(sources, 'window.png'), draw(256));
  writeFileSync(join(sources, 'icon.ico'), packIco(icoSizes, folder, draw));
  writeFileSync(
    join(sources, 'icon.icns'),
    packIcns((size) => drawPng(size > 32 ? mac : small, size)),
  );
}

/** Puts the whole door and its sill, a little wider, behind the shapes. */
function addHalo(svg: string): string {
  const halo = '<path d="M3 14V5.5a5 5 0 0 1 10 0V14z"/><rect x="1" y="13.5" width="14" height="1.5" rx=".75"/>';
  return svg.replace('</title>', `</title><g class="halo">${halo}</g>`);
}

function drawTray(folder: string): void {
  for (const state of trayStates) {
    const svg = readFileSync(join(sources, 'tray', `${state}.svg`), 'utf8');
    writeFileSync(`assets/tray/${state}Template.png`, drawPng(svg, 16));
    writeFileSync(`assets/tray/${state}Template@2x.png`, drawPng(svg, 32));
    for (const [ground, style] of Object.entries(trayGrounds)) {
      const styleSheet = join(folder, `${ground}.css`);
      writeFileSync(styleSheet, `${style} ${haloStyle}`);
      const draw = (size: number): Buffer => drawPng(addHalo(svg), size, styleSheet);
      const name = `assets/tray/${state}-on-${ground}`;
      writeFileSync(`${name}.png`, draw(48));
      writeFileSync(`${name}.ico`, packIco(traySizes, folder, draw));
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'foyer-icons-'));
try {
  mkdirSync('assets/tray', { recursive: true });
  drawAppIcons(folder);
  drawTray(folder);
  drawMinutes();
} finally {
  rmSync(folder, { recursive: true });
}
