import { mkdtemp, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { officeRoom } from '../../scripts/demo/officeRoom.ts';
import { type FakeProxy, startFakeProxy } from '../helpers/fakeProxy.ts';
import { expect, test } from '../helpers/foyerTest.ts';
import { launch, launchPackaged, type RunningProgram } from '../helpers/launchPackaged.ts';

// The packaged program, which `npm run package` and the tests of the package put into `dist/`.

const root = join(import.meta.dirname, '..', '..');
const draft = {
  accountId: null,
  serviceId: 'pexip',
  name: officeRoom.name,
  fields: { clientId: officeRoom.clientId, clientSecret: officeRoom.clientSecret },
};

let proxy: FakeProxy;
let running: RunningProgram | null = null;

test.beforeEach(async () => {
  proxy = await startFakeProxy();
});

test.afterEach(async () => {
  await running?.end();
  running = null;
  await proxy.close();
});

/** Asks the window to test a connection, and returns what came of it. */
async function testConnection({ page }: RunningProgram): Promise<string> {
  return JSON.stringify(await page.evaluate(`window.foyer.testAccount(${JSON.stringify(draft)})`));
}

/** A name that means nothing anywhere, unless Chromium is told otherwise. */
function misleadingArgs({ port }: FakeProxy): readonly string[] {
  return [`--host-resolver-rules=MAP proxy.invalid 127.0.0.1:${port}`, '--proxy-server=http://proxy.invalid:80'];
}

test('a package asks the real services, whatever the environment says', async ({ simulator, profilePath }) => {
  const file = join(await mkdtemp(join(tmpdir(), 'foyer-endpoints-')), 'endpoints.json');
  await writeFile(file, JSON.stringify(simulator.endpoints));
  const args = [`--proxy-server=http://127.0.0.1:${proxy.port}`];
  running = await launchPackaged({ profilePath, args, env: { FOYER_ENDPOINTS: file } });
  expect(await testConnection(running)).toContain('unreachable');
  expect(proxy.asked.length).toBeGreaterThan(0);
  expect([...new Set(proxy.asked)]).toEqual(['auth.otj.pexip.io:443']);
  expect(simulator.pexip.requests()).toEqual([]);
});

test('a package is not led elsewhere by the switches that tests use', async ({ profilePath }) => {
  running = await launchPackaged({ profilePath, args: misleadingArgs(proxy) });
  expect(await testConnection(running)).toContain('unreachable');
  expect(proxy.asked).toEqual([]);
});

test('… by which an unpackaged run is led', async ({ profilePath }) => {
  const electron: unknown = createRequire(import.meta.url)('electron');
  running = await launch(String(electron), [root], { profilePath, args: misleadingArgs(proxy) });
  await testConnection(running);
  expect(proxy.asked.length).toBeGreaterThan(0);
});
