import type { ElectronApplication } from 'playwright';
import { expect, joinAs, test } from '../helpers/callTest.ts';

/** From now on the system's questions are answered here, with the button at a place. Tells the buttons of each. */
async function answerQuestions(app: ElectronApplication, place: number): Promise<() => Promise<readonly string[][]>> {
  await app.evaluate(({ dialog }, response) => {
    const questions: string[][] = [];
    Object.assign(globalThis, { questions });
    dialog.showMessageBox = async (...given: readonly unknown[]) => {
      questions.push((given.at(-1) as { buttons: string[] }).buttons);
      return { response, checkboxChecked: false };
    };
  }, place);
  return () => app.evaluate(() => (globalThis as unknown as { questions: string[][] }).questions);
}

interface Bridge {
  readonly foyer: {
    getState(nothing: object): Promise<string>;
    createRoom(order: object): Promise<{ readonly roomKey: string }>;
    enterRoom(order: object): Promise<{ readonly kind: string; readonly message?: string }>;
  };
}

test('whoever is in a call is asked before they are taken elsewhere', async ({ launchCaller }) => {
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  await joinAs(call, 'Ana');
  const readCall = () =>
    ana.page.evaluate(async () => JSON.parse(await (window as unknown as Bridge).foyer.getState({})).call);
  await expect.poll(readCall).toEqual({ isRunning: true, isSharing: false });

  const [roomKey] = await ana.page.evaluate(async () => {
    const { foyer } = window as unknown as Bridge;
    const [accountId] = JSON.parse(await foyer.getState({})).rooms.hostAccountIds;
    return [(await foyer.createRoom({ accountId, fields: { name: 'elsewhere' } })).roomKey];
  });
  const enter = () =>
    ana.page.evaluate(
      (key) => (window as unknown as Bridge).foyer.enterRoom({ roomKey: key, wayId: null }),
      roomKey ?? '',
    );

  const asked = await answerQuestions(ana.foyer.app, 2);
  expect(await enter()).toEqual({ kind: 'refused', message: 'services:join.stayed' });
  expect(await asked()).toEqual([['Leave and join', 'Join without leaving', 'Stay in the call']]);
  expect(call.isClosed()).toBe(false);

  await answerQuestions(ana.foyer.app, 0);
  const closed = call.waitForEvent('close');
  const opened = ana.foyer.app.waitForEvent('window');
  expect((await enter()).kind).toBe('opened');
  await closed;
  await expect((await opened).getByRole('button', { name: 'Join', exact: true })).toBeVisible();
  await expect.poll(readCall).toEqual({ isRunning: false, isSharing: false });
});
