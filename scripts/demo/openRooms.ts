import type { ElectronApplication, Page } from 'playwright';

/** The rooms of one's own that the demo opened. */
export interface OpenedRooms {
  /** What the cards say, one line each. */
  readonly cards: readonly string[];
  /** The window of the call, joined. */
  readonly call: Page;
}

/** Opens a room on each service that has them, and joins the one whose call is in a window of Foyer's own. */
export async function openRooms(app: ElectronApplication, page: Page): Promise<OpenedRooms> {
  const cards = page.getByRole('list', { name: 'Open rooms' }).getByRole('listitem');
  for (const [index, label] of ['New 8x8 room', 'New Telnyx room'].entries()) {
    await page.getByRole('button', { name: 'Other new rooms and options' }).click();
    await page.getByRole('menuitem', { name: label, exact: true }).click();
    await cards.nth(index).waitFor();
  }
  const opening = app.waitForEvent('window');
  // The newest room comes first.
  await cards
    .first()
    .getByRole('button', { name: /^Join / })
    .click();
  const call = await opening;
  await call.getByLabel('Your name').fill('Iris Vega');
  await call.getByRole('button', { name: 'Join', exact: true }).click();
  await call.getByRole('toolbar', { name: 'Call controls' }).waitFor();
  return { cards: (await cards.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ').trim()), call };
}
