import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { ElectronApplication } from 'playwright';
import { openServices } from '../../scripts/demo/openSettings.ts';
import { demoUser, signInToMeetings } from '../../scripts/demo/signInToMeetings.ts';
import { connectBoardroom, expect, filesWith, test } from '../helpers/foyerTest.ts';

/** The secrets that the program holds in memory, as its own keyring gives them to it. */
async function heldSecrets(app: ElectronApplication, profilePath: string): Promise<readonly string[]> {
  const files = readdirSync(profilePath).filter((name) => /^secret-.*\.json$/.test(name));
  const ciphertexts = files.map((name) => JSON.parse(readFileSync(join(profilePath, name), 'utf8')).ciphertext);
  const texts = await app.evaluate(
    ({ safeStorage }, all: readonly string[]) =>
      all.map((text) => safeStorage.decryptString(Buffer.from(text, 'base64'))),
    ciphertexts,
  );
  const secrets: readonly Record<string, string>[] = texts.map((text) => JSON.parse(text));
  return secrets.flatMap((held) => Object.entries(held).flatMap(([name, value]) => (isTime(name) ? [] : [value])));
}

function isTime(name: string): boolean {
  return name === 'accessSince' || name === 'accessUntil';
}

/** Files that tell what a process had in memory. */
function dumpsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .filter((path) => /\.(m?dmp|core|crash)$|(^|\/)core(\.\d+)?$|(completed|pending|reports|new)\//i.test(path));
}

test('a crash of the window and one of the program leave no dump, and no secret in any file', async ({
  launch,
  simulator,
  profilePath,
}) => {
  simulator.joinme.setRules({ autoConsent: demoUser });
  const foyer = await launch();
  const page = await foyer.window();
  await connectBoardroom(page);
  await openServices(page);
  await page.getByRole('button', { name: 'Add a connection' }).click();
  await signInToMeetings(foyer.app, page);
  await expect
    .poll(async () => (await heldSecrets(foyer.app, profilePath).catch(() => [])).length)
    .toBeGreaterThanOrEqual(4);
  const secrets = await heldSecrets(foyer.app, profilePath);
  const crashDumps = await foyer.app.evaluate(({ app, dialog }) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...given: readonly object[]) => {
      asked.push(JSON.stringify(given.at(-1)));
      return { response: 0, checkboxChecked: false };
    };
    return app.getPath('crashDumps');
  });
  expect(relative(profilePath, crashDumps)).not.toMatch(/^\.\./);

  await test.step('of the window', async () => {
    const crashed = page.waitForEvent('crash');
    // Whatever other windows there are.
    await foyer.app.evaluate(({ webContents }, url) => {
      const all = webContents.getAllWebContents();
      for (const contents of all.filter((candidate) => candidate.getURL() === url)) {
        contents.forcefullyCrashRenderer();
      }
    }, page.url());
    await crashed;
    const told = (): Promise<readonly string[]> =>
      foyer.app.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    await expect.poll(async () => (await told()).length).toBeGreaterThan(0);
    for (const secret of secrets) {
      expect((await told()).join('\n')).not.toContain(secret);
    }
  });

  await test.step('of the program', async () => {
    const ended = once(foyer.app.process(), 'exit');
    await foyer.app.evaluate(() => process.crash()).catch(() => undefined);
    const [code, signal] = await ended;
    expect(signal ?? code).not.toBe(0);
  });

  expect(dumpsIn(profilePath)).toEqual([]);
  expect(secrets.length).toBeGreaterThanOrEqual(4);
  for (const secret of secrets) {
    expect(secret.length).toBeGreaterThan(8);
    expect(filesWith(profilePath, secret)).toEqual([]);
    expect(foyer.output()).not.toContain(secret);
  }

  await test.step('and it starts again as if nothing had been', async () => {
    const again = await launch();
    await expect((await again.window()).getByRole('grid', { name: 'Meetings' })).toContainText('join.me');
  });
});
