import { connectTelnyx, test } from '../helpers/callTest.ts';

test('probe', async ({ launchCaller, simulator }) => {
  const ana = await launchCaller('Ana');
  const page = await ana.window();
  await connectTelnyx(page, simulator.telnyx.apiKey);
  await page.getByRole('button', { name: 'New Telnyx room', exact: true }).waitFor();
  console.log(await page.locator('body').ariaSnapshot());
  await page.getByRole('button', { name: 'New Telnyx room', exact: true }).click();
  await page.waitForTimeout(1500);
  console.log(await page.locator('body').ariaSnapshot());
  const opening = ana.app.waitForEvent('window');
  await page.getByRole('button', { name: /^Join/ }).first().click();
  const call = await opening;
  call.on('console', (m) => console.log('CALL', m.text()));
  call.on('pageerror', (m) => console.log('CALLERR', m.message));
  await call.waitForTimeout(2500);
  console.log(await call.locator('body').ariaSnapshot());
  await call.screenshot({ path: 'test-results/lobby.png' });
  await call.getByRole('button', { name: 'Join' }).click();
  await call.waitForTimeout(4000);
  console.log(await call.locator('body').ariaSnapshot());
  await call.screenshot({ path: 'test-results/stage.png' });
  console.log(JSON.stringify(simulator.telnyx.calls()));
  console.log(JSON.stringify(simulator.telnyx.requests().map(r=>[r.method,r.url,r.status])));
  console.log(ana.output().slice(-3000));
});
