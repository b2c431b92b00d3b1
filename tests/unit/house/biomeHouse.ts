import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** One source file that does not exist, as far as the house's rules are concerned. */
export interface Snippet {
  readonly path: string;
  readonly code: string;
}

/** What the linter said about one file: rule or plugin, and message. */
export type Complaints = ReadonlyMap<string, readonly string[]>;

interface Diagnostic {
  readonly category: string;
  readonly message: string;
  readonly location: { readonly path: string };
}

function lint(folder: string): Promise<readonly Diagnostic[]> {
  const biome = resolve('node_modules/@biomejs/biome/bin/biome');
  const args = [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  return new Promise((done, fail) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64 * 1024 * 1024 }, (_error, stdout, stderr) => {
      try {
        done((JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] }).diagnostics);
      } catch (cause) {
        fail(new Error(`The linter gave no report: ${stdout}${stderr}`, { cause }));
      }
    });
  });
}

/** Lints snippets with the house's own configuration, in a folder of their own, and groups what was said by path. */
export async function lintSnippets(snippets: readonly Snippet[]): Promise<Complaints> {
  const folder = mkdtempSync(join(tmpdir(), 'foyer-house-'));
  try {
    for (const part of ['biome.json', 'package.json', 'scripts/check/places']) {
      cpSync(resolve(part), join(folder, part), { recursive: true });
    }
    for (const { path, code } of snippets) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    const diagnostics = await lint(folder);
    const paths = new Set(diagnostics.map(({ location }) => location.path));
    return new Map(
      Array.from(paths, (path) => [
        path,
        diagnostics.filter(({ location }) => location.path === path).map((one) => `${one.category}: ${one.message}`),
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
