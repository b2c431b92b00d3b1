import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import type { PolicyDocument } from './policy.ts';
import { parseRegistryExport } from './registryPolicy.ts';

/** Where administrators of Linux machines write; only they may. */
const linuxPolicyFile = '/etc/foyer/policy.json';

/** Below HKEY_LOCAL_MACHINE for the machine, and HKEY_CURRENT_USER for the user: what group policy writes. */
const registryKey = 'Software\\Policies\\Foyer';
const registryRoots = ['HKLM', 'HKCU'] as const;

/** What macOS writes of the profiles of a device management: for the user first, then for the machine. */
const macFolder = '/Library/Managed Preferences';
const macFile = 'app.foyer.desktop.plist';

const mostWait = 5_000;

const policyFile = z.object({
  forced: z.optional(z.record(z.string(), z.unknown())),
  recommended: z.optional(z.record(z.string(), z.unknown())),
});

const macPolicy = z.looseObject({ Recommended: z.optional(z.record(z.string(), z.unknown())) });

/** What administrators wrote down on this machine. Never throws; changes nothing. */
export async function findPolicies(
  platform: NodeJS.Platform,
  file = linuxPolicyFile,
): Promise<readonly PolicyDocument[]> {
  switch (platform) {
    case 'win32':
      return (await Promise.all(registryRoots.map(readRegistry))).flat();
    case 'darwin':
      return (await Promise.all(macPlaces().map(readPreferences))).flat();
    default:
      return readPolicyFile(file);
  }
}

async function readPolicyFile(path: string): Promise<readonly PolicyDocument[]> {
  try {
    return [parsePolicyFile(path, await readFile(path, 'utf8'))];
  } catch (error) {
    const isMissing =
      error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return isMissing ? [] : [{ place: path, content: null }];
  }
}

/** Understands the text of a policy file: an object with `forced` and `recommended`, each with settings by their names. */
export function parsePolicyFile(place: string, text: string): PolicyDocument {
  const parsed = z.safeParse(policyFile, parseJson(text));
  const { forced = {}, recommended = {} } = parsed.success ? parsed.data : {};
  return { place, content: parsed.success ? { forced, recommended } : null };
}

/** Understands managed preferences as `plutil` writes them in JSON: settings by their names, and a dictionary `Recommended`. */
export function parseManagedPreferences(place: string, text: string): PolicyDocument {
  const parsed = z.safeParse(macPolicy, parseJson(text));
  if (!parsed.success) {
    return { place, content: null };
  }
  const { Recommended: recommended = {}, ...forced } = parsed.data;
  // The system adds entries of its own.
  const own = Object.entries(forced).filter(([key]) => !key.startsWith('Payload') && !key.startsWith('PFC'));
  return { place, content: { forced: Object.fromEntries(own), recommended } };
}

function macPlaces(): readonly string[] {
  return [join(macFolder, userInfo().username, macFile), join(macFolder, macFile)];
}

async function readPreferences(place: string): Promise<readonly PolicyDocument[]> {
  try {
    await readFile(place);
  } catch {
    return [];
  }
  const text = await run('/usr/bin/plutil', ['-convert', 'json', '-o', '-', place]);
  return [parseManagedPreferences(place, text)];
}

/** `reg query` writes in the code page of the console, which knows few names; an export is Unicode. */
async function readRegistry(root: (typeof registryRoots)[number]): Promise<readonly PolicyDocument[]> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-policy-')).catch(() => null);
  if (folder === null) {
    return [];
  }
  const place = `${root}\\${registryKey}`;
  const file = join(folder, 'policy.reg');
  try {
    await run('reg', ['export', place, file, '/y']);
    return [parseRegistryExport(place, await readFile(file, 'utf16le'))];
  } catch {
    // There is no such key.
    return [];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(command: string, args: readonly string[]): Promise<string> {
  try {
    return (await promisify(execFile)(command, [...args], { windowsHide: true, timeout: mostWait })).stdout;
  } catch {
    return '';
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
