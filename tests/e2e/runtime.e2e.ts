import { readFileSync, readlinkSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { launchFoyer, type RunningFoyer } from '../helpers/launchFoyer.ts';

test.describe('the runtime under the program', () => {
  let foyer: RunningFoyer;

  test.beforeAll(async () => {
    foyer = await launchFoyer();
    await foyer.window();
  });

  test.afterAll(() => foyer.close({ removeProfile: true }));

  test('runs unpackaged, as an ordinary user, with the profile it was given', async () => {
    const facts = await foyer.app.evaluate(({ app }) => ({
      user: process.getuid?.(),
      isPackaged: app.isPackaged,
      name: app.getName(),
      profile: app.getPath('userData'),
    }));
    expect(facts).toEqual({ user: expect.any(Number), isPackaged: false, name: 'Foyer', profile: foyer.profilePath });
    expect(facts.user).not.toBe(0);
  });

  test('keeps windows in the real sandbox', async () => {
    test.skip(process.platform !== 'linux', 'reads /proc');
    const pid = await foyer.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    expect(readFileSync(`/proc/${pid}/status`, 'utf8')).toContain('Seccomp:\t2');
    expect(readlinkSync(`/proc/${pid}/ns/user`)).not.toBe(readlinkSync('/proc/self/ns/user'));
    expect(readFileSync(`/proc/${foyer.app.process().pid}/cmdline`, 'utf8')).not.toContain('no-sandbox');
  });
});
