import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface BundledPackage {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly home: string;
  readonly texts: readonly string[];
}

/** Code that the bundler itself puts in, known by the prefix of its made-up module ids. */
const bundlerParts: readonly (readonly [prefix: string, name: string])[] = [
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
];

const licenceFile = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-].*)?$/i;

/** The folder of the package that a module belongs to, or null for a module of our own. */
function packageFolder(root: string, id: string): string | null {
  const part = bundlerParts.find(([prefix]) => id.startsWith(prefix));
  if (part !== undefined) {
    return join(root, 'node_modules', part[1]);
  }
  // Copied files are named relative to the room they are built from, modules absolutely, hence only the end counts.
  const inside = /[\\/]node_modules[\\/](?<path>[^?#]+)/.exec(id)?.groups?.['path'];
  if (inside === undefined) {
    return null;
  }
  const modules = join(root, 'node_modules');
  // Folders inside a package may have a package.json of their own, half empty, to mark their kind of modules.
  let folder = dirname(join(modules, inside));
  while (!isPackage(folder)) {
    if (folder === modules) {
      throw new Error(`${id} belongs to no package.`);
    }
    folder = dirname(folder);
  }
  return folder;
}

function isPackage(folder: string): boolean {
  const file = join(folder, 'package.json');
  if (!existsSync(file)) {
    return false;
  }
  const json = readJson(file);
  return 'name' in json && 'version' in json;
}

function readJson(file: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
}

function readPackage(folder: string): BundledPackage {
  const { name, version, license, homepage } = readJson(join(folder, 'package.json'));
  const files = readdirSync(folder).filter((file) => licenceFile.test(file));
  return {
    name: String(name),
    version: String(version),
    licence: String(license ?? ''),
    home: String(homepage ?? ''),
    texts: files.toSorted().map((file) => readOwnLicence(join(folder, file))),
  };
}

/** Tools append the licences of what they bundle themselves, none of which reaches our bundle. */
function readOwnLicence(file: string): string {
  const [own = ''] = readFileSync(file, 'utf8').replaceAll('\r\n', '\n').split('\n# Licenses of bundled dependencies');
  return own.trim();
}

function describe({ name, version, licence, home, texts }: BundledPackage): string {
  return [`${name} ${version} (${licence})`, ...(home === '' ? [] : [home]), '', texts.join('\n\n')].join('\n');
}

const line = `\n\n${'-'.repeat(80)}\n\n`;

/**
 * The notices of everything that is bundled. A package without a licence text of its own fails the build: it may not be
 * passed on.
 */
export function thirdPartyNotices(root: string, moduleIds: Iterable<string>, electronVersion: string): string {
  const folders = new Set(Array.from(moduleIds, (id) => packageFolder(root, id)).filter((folder) => folder !== null));
  const packages = Array.from(folders, readPackage).toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const silent = packages.filter(({ licence, texts }) => licence === '' || texts.length === 0);
  if (silent.length > 0) {
    throw new Error(`No licence text in: ${silent.map(({ name }) => name).join(', ')}`);
  }
  const introduction = [
    'Foyer contains the following third-party software.',
    '',
    `It runs on Electron ${electronVersion} (MIT), with Chromium and Node.js: their licences are in LICENSE.electron.txt and`,
    'LICENSES.chromium.html beside the program, on macOS among its resources.',
  ].join('\n');
  return `${[introduction, ...packages.map(describe)].join(line)}\n`;
}
