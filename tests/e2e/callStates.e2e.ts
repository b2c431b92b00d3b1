import { both, look, lookAround } from '../helpers/callLooks.ts';
import { expect, joinAs, roomSize, test } from '../helpers/callTest.ts';
import { inviteGuests } from '../helpers/silentGuests.ts';

test.describe.configure({ timeout: 300_000 });

const names = ['Oto Lind', 'Mara Quist', 'Tessa Brandt', 'Ilja Novak', 'Noor Haddad', 'Per Olsen', 'Kim Seo-yeon'];
const more = ['Ada', 'Bartholomew Featherstonehaugh-Cholmondeley', 'Chi', 'Dag'];

test('lobby and tiles, panels and dialogs', async ({ launchCaller, simulator }) => {
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  await call.locator('video').waitFor();
  await lookAround(ana.foyer, call, 'lobby');
  await call.getByRole('button', { name: 'Turn camera off' }).click();
  await lookAround(ana.foyer, call, 'lobby-camera-off');
  await call.getByRole('button', { name: 'Turn camera on' }).click();
  await joinAs(call, 'Iris Vega');
  const tiles = call.getByRole('list', { name: 'People in the call' }).getByRole('listitem');
  await expect(tiles).toHaveCount(1);
  await lookAround(ana.foyer, call, 'tiles-1');
  const roomId = simulator.telnyx.rooms()[0]?.id ?? '';
  await inviteGuests(simulator, roomId, names.slice(0, 1));
  await expect(tiles).toHaveCount(2);
  await lookAround(ana.foyer, call, 'tiles-2');
  await inviteGuests(simulator, roomId, names.slice(1, 4));
  await expect(tiles).toHaveCount(5);
  await lookAround(ana.foyer, call, 'tiles-5');
  await call.keyboard.press('p');
  await expect(call.getByRole('complementary', { name: 'Participants' })).toBeVisible();
  await lookAround(ana.foyer, call, 'people');
  await call.getByRole('button', { name: 'Remove Oto Lind' }).click();
  await expect(tiles).toHaveCount(4);
  await call.keyboard.press('p');
  await call.keyboard.press('s');
  await call.getByRole('dialog').getByRole('img').or(call.locator('.source img')).first().waitFor();
  await lookAround(ana.foyer, call, 'screens');
  await call.keyboard.press('Escape');
  await call.keyboard.press('?');
  await call.getByRole('dialog').waitFor();
  await lookAround(ana.foyer, call, 'keys');
  await call.keyboard.press('Escape');
  await call.getByRole('button', { name: 'End for all' }).click();
  await call.getByRole('dialog').waitFor();
  await lookAround(ana.foyer, call, 'end-for-all');
  await call.keyboard.press('Escape');
  await inviteGuests(simulator, roomId, [...names.slice(0, 1), ...names.slice(4), ...more]);
  await expect(tiles).toHaveCount(12);
  // None of the guests sends anything: nothing is missed.
  await expect(call.getByRole('alert')).toHaveCount(0);
  await lookAround(ana.foyer, call, 'tiles-12');
  await call.keyboard.press('i');
  await expect(call.getByRole('button', { name: 'Full view' })).toBeVisible();
  await expect.poll(() => call.evaluate(() => window.innerWidth)).toBeLessThan(400);
  await look(call, 'mini', both);
  await call.keyboard.press('i');
  await call.getByRole('button', { name: 'End for all' }).click();
  const closing = call.waitForEvent('close');
  await call
    .getByRole('dialog')
    .getByRole('button', { name: 'End for all' })
    .click()
    .catch(() => undefined);
  await closing;
  await expect.poll(() => simulator.telnyx.calls()).toEqual([]);
});

test('every way in that leads nowhere says so in time, with a way on', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  const alert = call.getByRole('alert');
  const roomId = telnyx.rooms()[0]?.id ?? '';
  const start = call.getByRole('button', { name: 'Join', exact: true });
  const again = call.getByRole('button', { name: 'Try again' });
  const tryIn = async (expected: string, name: string): Promise<void> => {
    await ((await start.isVisible()) ? start : again).click();
    await expect(alert).toContainText(expected, { timeout: 25_000 });
    await lookAround(ana.foyer, call, `trouble-${name}`);
    telnyx.clearFaults();
  };
  telnyx.setFault({ name: 'refused', status: 401, at: 'create' });
  await tryIn('Not let in', 'refused');
  telnyx.setFault({ name: 'refused', status: 403, at: 'join' });
  await tryIn('Not let in', 'forbidden');
  telnyx.setFault({ name: 'refused', status: 503, at: 'create' });
  await tryIn('The service has a problem', 'failed');
  telnyx.setFault('upgradeRefused');
  await tryIn('No connection to the room', 'unreachable');
  telnyx.setFault('upgradeHangs');
  await tryIn('No connection to the room', 'hangs');
  telnyx.setFault('noMix');
  await tryIn('No connection to the room', 'no-mix');
  telnyx.setFault({ name: 'unanswered', at: 'attach' });
  await tryIn('No connection to the room', 'unanswered');
  const full = await inviteGuests(
    simulator,
    roomId,
    Array.from({ length: roomSize }, (_, index) => `Guest ${index}`),
  );
  await tryIn('The room is full', 'full');
  full.leave();
  await expect.poll(() => telnyx.calls()).toEqual([]);
  await again.click();
  await expect(call.getByRole('toolbar', { name: 'Call controls' })).toBeVisible({ timeout: 20_000 });
});

test('every end of a call says what happened, with a way on', async ({ launchCaller, simulator }) => {
  const { telnyx } = simulator;
  const ana = await launchCaller('Ana');
  const call = await ana.openCall('entrance');
  const alert = call.getByRole('alert');
  const roomId = telnyx.rooms()[0]?.id ?? '';
  const rejoin = call.getByRole('button', { name: 'Join again' });
  await joinAs(call, 'Ana');
  const [me] = telnyx.participants();
  telnyx.kick(me?.id ?? '');
  await expect(alert).toContainText('You were removed');
  await lookAround(ana.foyer, call, 'over-kicked');
  await rejoin.click();
  await joinAs(call, 'Ana');
  telnyx.endSession(telnyx.sessions(roomId).find(({ endedAt }) => endedAt === null)?.id ?? '');
  await expect(alert).toContainText('The call has ended');
  await lookAround(ana.foyer, call, 'over-ended');
  await rejoin.click();
  await joinAs(call, 'Ana');
  // A token that is refused in the call is replaced on the way back in.
  telnyx.refuseCalls(401);
  await expect(alert).toContainText('Connection lost');
  await expect(alert).toBeHidden({ timeout: 15_000 });
  telnyx.cutNetwork(14);
  await expect(alert).toContainText('Connection lost');
  await lookAround(ana.foyer, call, 'reconnecting');
  await expect(alert).toBeHidden({ timeout: 25_000 });
  telnyx.deleteRoom(roomId);
  await expect(alert).toContainText('no longer exists', { timeout: 15_000 });
  await lookAround(ana.foyer, call, 'over-gone');
});

test('devices that may not be used, are not there, or are unplugged', async ({ launchCaller, simulator }) => {
  const ana = await launchCaller('Ana');
  await ana.foyer.app.context().addInitScript(() => {
    const devices = navigator.mediaDevices;
    const ask = devices.getUserMedia.bind(devices);
    const tracks: MediaStreamTrack[] = [];
    Object.assign(window, { refusal: 'NotAllowedError', tracks });
    devices.getUserMedia = async (constraints) => {
      const { refusal } = window as unknown as { readonly refusal: string };
      if (refusal !== '') throw new DOMException('refused by the test', refusal);
      const stream = await ask(constraints);
      tracks.push(...stream.getTracks());
      return stream;
    };
  });
  const call = await ana.openCall('entrance');
  const refuse = (refusal: string): Promise<unknown> =>
    call.evaluate((name) => Object.assign(window, { refusal: name }), refusal);
  await expect(call.getByText('Foyer may not use the camera.', { exact: false })).toBeVisible();
  await expect(call.getByText('Foyer may not use the microphone.', { exact: false })).toBeVisible();
  await lookAround(ana.foyer, call, 'devices-denied');
  await refuse('NotFoundError');
  await call.getByRole('button', { name: 'Try again' }).first().click();
  await expect(call.getByText('No microphone found', { exact: false })).toBeVisible();
  await refuse('NotReadableError');
  await call.getByRole('button', { name: 'Try again' }).last().click();
  await expect(call.getByText('in use by another program', { exact: false })).toBeVisible();
  await lookAround(ana.foyer, call, 'devices-missing');
  // A call without either is a call all the same.
  await joinAs(call, 'Ana');
  await refuse('');
  await call.keyboard.press('m');
  await call.keyboard.press('v');
  await expect(call.getByRole('button', { name: 'Turn camera off' })).toBeVisible();
  await expect(call.getByRole('button', { name: 'Mute', exact: true })).toBeVisible();
  await call.evaluate(() => {
    const { tracks } = window as unknown as { readonly tracks: readonly MediaStreamTrack[] };
    const camera = tracks.findLast(({ kind }) => kind === 'video');
    camera?.stop();
    camera?.dispatchEvent(new Event('ended'));
  });
  await expect(call.getByText('The camera was unplugged. Using “fake_device_0” now.')).toBeVisible();
  await lookAround(ana.foyer, call, 'devices-unplugged');
  // The page may be gone before the key is up again.
  await call.keyboard.press('Shift+L').catch(() => undefined);
  await expect.poll(() => simulator.telnyx.calls()).toEqual([]);
});
