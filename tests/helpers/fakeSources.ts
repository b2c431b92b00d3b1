import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** One source file of the program. */
export interface Source {
  /** From the root of the repository, with slashes. */
  readonly path: string;
  /** Without comments. */
  readonly code: string;
}

const root = join(import.meta.dirname, '..', '..');

/** The TypeScript files below a folder of the repository, read for tests that judge how the program is built. */
export function readSources(folder: string): readonly Source[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => `${folder}/${path.replaceAll(sep, '/')}`)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => ({ path, code: withoutComments(readFileSync(join(root, path), 'utf8')) }));
}

/** Names of the modules that a file imports, in any way. */
export function importsOf({ code }: Source): readonly string[] {
  return [...code.matchAll(/(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g)].map(([, name]) => name ?? '');
}

function withoutComments(code: string): string {
  return code.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(?<=^|\s)\/\/.*$/gm, '');
}
