import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Result } from '../results.ts';
import { summarize } from '../statistics.ts';

const root = join(import.meta.dirname, '..', '..', '..');
/** What the package takes along (electron-builder.yml), as far as it weighs anything. */
const packaged = ['out', 'assets/tray', 'assets/icons/window.png', 'package.json', 'LICENSE'];

/** What of the package is Foyer's own: its archive if it was packaged, else the files that would go into it. */
export function measurePayload(): readonly Result[] {
  const archive = findArchive();
  const bytes = archive === undefined ? sumOf(packaged.map((path) => join(root, path))) : statSync(archive).size;
  const files = archive === undefined ? packaged.join(', ') : archive.slice(root.length + 1);
  return [{ what: 'payload', unit: 'MB', foyer: summarize([bytes / 1024 / 1024]), bar: 3, note: files }];
}

function findArchive(): string | undefined {
  const folder = join(root, 'dist');
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const name = names.find((path) => path.endsWith('app.asar'));
  return name === undefined ? undefined : join(folder, name);
}

function sumOf(paths: readonly string[]): number {
  return paths.reduce((sum, path) => sum + sizeOf(path), 0);
}

function sizeOf(path: string): number {
  if (!existsSync(path)) {
    return 0;
  }
  return statSync(path).isDirectory()
    ? sumOf(readdirSync(path).map((name) => join(path, name)))
    : readFileSync(path).byteLength;
}
