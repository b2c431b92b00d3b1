import { beforeAll, describe, expect, test } from 'vitest';
import { type Complaints, lintSnippets } from './biomeHouse.ts';

/** Files that break one rule of the house each, and a piece of what the linter must say. */
const forbidden: readonly (readonly [path: string, code: string, complaint: string])[] = [
  ['core/a/up.ts', "import { a } from '../../main/a.ts';\nexport const b = a;\n", 'this room is above'],
  ['core/a/upType.ts', "import type { A } from '../../renderer/a.ts';\nexport type B = A;\n", 'this room is above'],
  ['core/a/upAgain.ts', "export { a } from '../../preload/channels.ts';\n", 'this room is above'],
  ['core/a/upLater.ts', "export const b = await import('../../main/a.ts');\n", 'this room is above'],
  ['core/a/electron.ts', "import { app } from 'electron';\nexport const b = app;\n", 'ground floor is pure'],
  [
    'core/a/node.ts',
    "import { readFileSync } from 'node:fs';\nexport const b = readFileSync;\n",
    'ground floor is pure',
  ],
  ['core/a/package.ts', "import ky from 'ky';\nexport const b = ky;\n", 'ground floor is pure'],
  ['core/a/network.ts', "export const b = fetch('https://a.example');\n", 'noRestrictedGlobals'],
  [
    'core/a/simulator.ts',
    "import { a } from '../../simulator/a.ts';\nexport const b = a;\n",
    'never imports the simulator',
  ],
  ['core/a/tests.ts', "import { a } from '../../tests/a.ts';\nexport const b = a;\n", 'never imports the simulator'],
  ['main/a/up.ts', "import { a } from '../../renderer/a.ts';\nexport const b = a;\n", 'this room is above'],
  [
    'main/a/bridge.ts',
    "import { a } from '../../preload/agendaBridge.ts';\nexport const b = a;\n",
    'channel maps of preload/ declare',
  ],
  ['main/a/react.ts', "import { useState } from 'react';\nexport const b = useState;\n", 'lives in renderer/'],
  [
    'main/a/simulator.ts',
    "import { a } from '../../simulator/a.ts';\nexport const b = a;\n",
    'never imports the simulator',
  ],
  [
    'main/a/service.ts',
    "import { a } from '../services/some/a.ts';\nexport const b = a;\n",
    'only main/services/registry.ts',
  ],
  ['main/a/network.ts', "export const b = fetch('https://a.example');\n", 'noRestrictedGlobals'],
  [
    'main/a/ipcMain.ts',
    "// Reason.\nimport { app, ipcMain } from 'electron';\nexport const b = [app, ipcMain];\n",
    'takes ipcMain',
  ],
  ['main/a/ipcFake.ts', "import { ipcMain } from 'electron/main';\nexport const b = ipcMain;\n", 'takes ipcMain'],
  [
    'main/a/ipcRenderer.ts',
    "import { ipcRenderer } from 'electron';\nexport const b = ipcRenderer;\n",
    'takes ipcRenderer',
  ],
  [
    'main/index.ts',
    "import { ipcMain } from 'electron';\n\nipcMain.handle('a', () => 1);\n",
    'noJsRestrictedProperties',
  ],
  ['main/shell/open.ts', "import { shell } from 'electron';\nexport const b = shell;\n", 'takes shell'],
  ['main/shell/ipcShell.ts', "import {\n  shell,\n} from 'electron';\nexport const b = shell;\n", 'takes shell'],
  [
    'main/settings/vault.ts',
    "import { safeStorage } from 'electron';\nexport const b = safeStorage;\n",
    'takes safeStorage',
  ],
  ['main/accounts/store.ts', "import Store from 'electron-store';\nexport const b = Store;\n", 'takes electron-store'],
  ['main/a/whole.ts', "import * as electron from 'electron';\nexport const b = electron;\n", 'Electron by name'],
  ['main/a/default.ts', "import electron from 'electron';\nexport const b = electron;\n", 'Electron by name'],
  ['main/a/later.ts', "export const { ipcMain } = await import('electron');\n", 'Electron by name'],
  ['preload/up.ts', "import type { A } from '../main/a.ts';\nexport type B = A;\n", 'its own room'],
  ['preload/side.ts', "import type { A } from '../renderer/a.ts';\nexport type B = A;\n", 'its own room'],
  ['preload/node.ts', "import { join } from 'node:path';\nexport const b = join;\n", 'has Electron alone'],
  ['renderer/a/main.ts', "import type { A } from '../../main/a.ts';\nexport type B = A;\n", 'through the bridge'],
  [
    'renderer/a/value.ts',
    "import { a } from '../../preload/channels.ts';\nexport const b = a;\n",
    'types from preload/',
  ],
  ['renderer/a/effect.ts', "import '../../preload/agendaBridge.ts';\n", 'types from preload/'],
  [
    'renderer/a/electron.ts',
    "import { clipboard } from 'electron';\nexport const b = clipboard;\n",
    'Windows are sandboxed',
  ],
  ['renderer/a/node.ts', "import { join } from 'node:path';\nexport const b = join;\n", 'Windows are sandboxed'],
  ['renderer/a/network.ts', "export const b = fetch('https://a.example');\n", 'noRestrictedGlobals'],
  ['renderer/a/Text.tsx', 'export function Text() {\n  return <p>Hello</p>;\n}\n', 'noJsxLiterals'],
  ['simulator/main.ts', "import { a } from '../main/a.ts';\nexport const b = a;\n", 'outside the program'],
  ['simulator/electron.ts', "import { app } from 'electron';\nexport const b = app;\n", 'plain Node'],
  ['core/ring/one.ts', "import { two } from './two.ts';\nexport const one = (): unknown => two;\n", 'noImportCycles'],
  ['core/ring/two.ts', "import { one } from './one.ts';\nexport const two = (): unknown => one;\n", 'noImportCycles'],
  ['core/a/any.ts', 'export const b = (value: any): unknown => value;\n', 'noExplicitAny'],
  ['core/a/bang.ts', 'export const b = (value: string | null): string => value!;\n', 'noNonNullAssertion'],
  ['core/a/default.ts', 'const b = 1;\nexport default b;\n', 'noDefaultExport'],
  ['core/a/barrel.ts', "export * from './b.ts';\n", 'noReExportAll'],
  ['core/a/ending.ts', "import { a } from './b';\nexport const c = a;\n", 'useImportExtensions'],
  ['core/a/b.ts', 'export const a = 1;\n// @ts-ignore\nexport const d = a;\n', 'noTsIgnore'],
  ['core/a/snake_case.ts', 'export const b = 1;\n', 'useFilenamingConvention'],
  ['core/a/long.ts', `${'// Filler.\n'.repeat(300)}export const b = 1;\n`, 'noExcessiveLinesPerFile'],
  ['core/a/tall.ts', `export function b(): void {\n${'  String(1);\n'.repeat(51)}}\n`, 'noExcessiveLinesPerFunction'],
];

/** Files next to those borders that must pass: a rule that cries wolf gets switched off. */
const allowed: readonly (readonly [path: string, code: string])[] = [
  [
    'core/fine/pure.ts',
    "import * as z from 'zod/mini';\nimport { createInstance } from 'i18next';\nexport const b = [z, createInstance];\n",
  ],
  ['core/fine/own.ts', "import { b } from './pure.ts';\nimport { a } from '../time/a.ts';\nexport const c = [a, b];\n"],
  ['core/fine/text.ts', "import type t from '../../assets/locales/en/a.json';\nexport type T = typeof t;\n"],
  ['main/fine/contract.ts', "import { a } from '../../preload/channels.ts';\nexport const b = a;\n"],
  ['main/fine/down.ts', "import { a } from '../../core/a.ts';\nexport const b = a;\n"],
  [
    'main/fine/electron.ts',
    "import { app, type Shell } from 'electron';\nexport const b = app;\nexport type S = Shell;\n",
  ],
  ['main/services/registry.ts', "import { a } from './some/a.ts';\nexport const b = a;\n"],
  [
    'main/services/some/own.ts',
    "import { a } from './deep/a.ts';\nimport { v } from '../../accounts/v.ts';\nexport const b = [a, v];\n",
  ],
  [
    'main/program.ts',
    "import { safeStorage } from 'electron';\nimport { cipher } from './accounts/cipher.ts';\n\nexport const b = cipher(safeStorage);\n",
  ],
  ['main/shell/ipcMessages.ts', "import { ipcMain } from 'electron';\nexport const b = ipcMain;\n"],
  ['main/links/openExternal.ts', "import { shell } from 'electron';\nexport const b = shell;\n"],
  ['main/accounts/keyring.ts', "import { safeStorage } from 'electron';\nexport const b = safeStorage;\n"],
  ['main/settings/file.ts', "import Store from 'electron-store';\nexport const b = Store;\n"],
  [
    'preload/fineBridge.ts',
    "import { ipcRenderer } from 'electron';\nimport type { A } from './channels.ts';\nexport const b = (): A => ipcRenderer;\n",
  ],
  ['renderer/fine/types.ts', "import type { A } from '../../preload/agendaBridge.ts';\nexport type B = A;\n"],
  [
    'renderer/fine/Text.tsx',
    'export function Text({ a, b }: { a: string; b: string }) {\n  return (\n    <p>\n      {a} · {b}\n    </p>\n  );\n}\n',
  ],
  [
    'simulator/fine.ts',
    "import { createServer } from 'node:http';\nimport { a } from '../core/a.ts';\nexport const b = [a, createServer];\n",
  ],
  [
    'tests/fine.ts',
    "import { a } from '../simulator/a.ts';\nimport { c } from '../main/c.ts';\nexport const b = [a, c];\n",
  ],
];

describe('the borders of the house', () => {
  let complaints: Complaints;
  beforeAll(async () => {
    const snippets = [...forbidden, ...allowed].map(([path, code]) => ({ path, code }));
    expect(new Set(snippets.map(({ path }) => path)).size).toBe(snippets.length);
    complaints = await lintSnippets(snippets);
  });

  test.each(forbidden)('%s is refused', (path, _code, complaint) => {
    expect(complaints.get(path)?.join('\n').toLowerCase() ?? '').toContain(complaint.toLowerCase());
  });

  test.each(allowed)('%s passes', (path) => {
    expect(complaints.get(path) ?? []).toEqual([]);
  });
});
