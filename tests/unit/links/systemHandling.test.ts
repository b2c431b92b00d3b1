import { beforeEach, describe, expect, test } from 'vitest';
import { findLink, linkSwitches } from '../../../core/links/findLink.ts';
import type { LinkRegistration } from '../../../core/model/links.ts';
import { LinkRegistrar } from '../../../main/links/linkRegistrar.ts';
import { createSystemHandling } from '../../../main/links/systemHandling.ts';

const schemes = ['foyer', 'app.foyer.desktop'];
const program = 'C:\\Foyer\\Foyer.exe';

/** Who opens what, as the system keeps it: the command by scheme. */
let table: Map<string, string>;
let looked: LinkRegistration[];
let refused: unknown[];

beforeEach(() => {
  table = new Map();
  looked = [];
  refused = [];
});

const commandOf = (path = '', args: readonly string[] = []): string => [path, ...args].join(' ');

function buildRegistrar({ canChange = true, isRefusing = false } = {}): LinkRegistrar {
  const app = {
    isDefaultProtocolClient: (scheme: string, path?: string, args?: string[]) =>
      table.get(scheme) === commandOf(path, args),
    setAsDefaultProtocolClient: (scheme: string, path?: string, args?: string[]) => {
      if (isRefusing) {
        throw new Error('not allowed');
      }
      table.set(scheme, commandOf(path, args));
      return true;
    },
    removeAsDefaultProtocolClient: (scheme: string) => table.delete(scheme),
    getApplicationNameForProtocol: (url: string) => table.get(url.slice(0, -1)) ?? '',
  };
  return new LinkRegistrar({
    handling: createSystemHandling({ app, schemes, program, args: linkSwitches, canChange }),
    onLooked: (registration) => looked.push(registration),
    onRefused: (error) => refused.push(error),
  });
}

describe('who opens links on Windows and macOS', () => {
  test('is changed only when asked, for both schemes, with the switches before the link', async () => {
    const registrar = buildRegistrar();
    expect(await registrar.look()).toEqual({ kind: 'none', canStop: false });
    expect(table.size).toBe(0);
    expect(await registrar.change(true)).toBe(true);
    expect([...table.keys()]).toEqual(schemes);
    const command = table.get('foyer') ?? '';
    expect(findLink([...command.split(' '), 'foyer:join/next'], 'win32').kind).toBe('link');
    expect(await registrar.change(false)).toBe(true);
    expect(table.size).toBe(0);
    expect(looked.map(({ kind }) => kind)).toEqual(['none', 'ours', 'none']);
  });

  test('may be another program, also for one of the schemes', async () => {
    const registrar = buildRegistrar();
    await registrar.change(true);
    table.set('app.foyer.desktop', 'other.exe');
    expect((await registrar.look()).kind).toBe('other');
  });

  test('is told as it is where the system refuses', async () => {
    const registrar = buildRegistrar({ isRefusing: true });
    expect(await registrar.change(true)).toBe(false);
    expect(refused).toHaveLength(1);
    expect(looked.at(-1)?.kind).toBe('none');
  });

  test('is not asked where it cannot be changed', async () => {
    expect(await buildRegistrar({ canChange: false }).look()).toEqual({ kind: 'unavailable', canStop: false });
  });
});
