import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Outcome } from './runTool.ts';

/** The rooms in which a service may be named only in its own folder of main/services/ and in the registry. */
const program = '{core,main,preload,renderer}/**/*.{ts,tsx,css,html}';

/** The spellings of a service that its folder's name does not cover. */
const spellings: Readonly<Record<string, readonly RegExp[]>> = {
  joinme: [/\bjoin[._-]me\b/i, /[jJ]oinMe(?![a-z])/],
  eightbyeight: [/8\s?[x×]\s?8/i, /eight[._-]?by[._-]?eight/i],
};

/** A window that was made for one service may name it. */
const windows: Readonly<Record<string, string>> = { telnyx: 'renderer/call/' };

/** One place where a file says the name of a service that is not its own. */
export interface ServiceName {
  readonly file: string;
  readonly line: number;
  readonly service: string;
}

/** The name in any case, as a word of its own or the first part of one: "joinmeToken", but not "joinMeeting". */
function matchName(name: string): RegExp {
  const capitalized = name.charAt(0).toUpperCase() + name.slice(1);
  return new RegExp(`(?:${name}|${capitalized}|${name.toUpperCase()})(?![a-z])`);
}

/** The services that have a folder, and the ones that are known by more than one spelling. */
function listServices(root: string): ReadonlyMap<string, readonly RegExp[]> {
  const folders = globSync('main/services/*/', { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
  const names = new Set(['pexip', 'joinme', 'eightbyeight', 'telnyx', ...folders]);
  return new Map(Array.from(names, (name) => [name, [matchName(name), ...(spellings[name] ?? [])]] as const));
}

/** Finds the services, other than those of `own`, that a text names. Comments count: a reason that names a service belongs to it. */
function findNamesIn(
  text: string,
  file: string,
  services: ReadonlyMap<string, readonly RegExp[]>,
): readonly ServiceName[] {
  return text.split('\n').flatMap((line, index) =>
    Array.from(services)
      .filter(([service, names]) => !isAtHome(file, service) && names.some((name) => name.test(line)))
      .map(([service]) => ({ file, line: index + 1, service })),
  );
}

function isAtHome(file: string, service: string): boolean {
  const window = windows[service];
  return file.startsWith(`main/services/${service}/`) || (window !== undefined && file.startsWith(window));
}

/** Finds every file of the program that names a service outside its folder: a fifth service must cost one folder and one line. */
export function findServiceNames(root: string): Outcome {
  const services = listServices(root);
  const found = globSync(program, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .filter((file) => file !== 'main/services/registry.ts')
    .flatMap((file) => findNamesIn(readFileSync(join(root, file), 'utf8'), file, services));
  const lines = found.map(
    ({ file, line, service }) => `${file}:${line} names ${service}: only main/services/${service}/ may`,
  );
  return { isGood: found.length === 0, details: lines.join('\n') };
}
