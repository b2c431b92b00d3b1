import { connectBoardroom, expect, test } from '../helpers/foyerTest.ts';
import { launchReminding } from '../helpers/launchReminding.ts';
import { reminderPage } from '../helpers/reminderPages.ts';

/** Electron has this, undocumented and untyped; nothing else tells with what a page was really made. */
type Inspected = Electron.WebContents & { readonly getLastWebPreferences: () => Electron.WebPreferences | null };

test('a reminder is as locked down as the agenda, has a bridge of its own, and no door but its own', async ({
  launch,
  simulator,
}) => {
  const { foyer, agenda } = await launchReminding({ launch, simulator }, 'small', [
    { title: 'Stand-up', startsIn: 600 },
  ]);
  await connectBoardroom(agenda);
  const page = await reminderPage(foyer.app);
  const used = await foyer.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .filter((contents) => contents.getURL() === 'foyer-app://app/reminder/index.html')
      .map((contents) => (contents as Inspected).getLastWebPreferences()),
  );
  expect(used).toHaveLength(1);
  expect(used[0]).toMatchObject({ contextIsolation: true, nodeIntegration: false, sandbox: true, webSecurity: true });
  expect(used[0]).toMatchObject({ nodeIntegrationInSubFrames: false, webviewTag: false });
  const seen = await page.evaluate(async () => {
    const { foyerReminder } = window as unknown as {
      foyerReminder: Record<string, (argument: unknown) => Promise<unknown>>;
    };
    const reason = (argument: unknown) =>
      foyerReminder['answerReminder']?.(argument).then(
        () => 'answered',
        (error: Error) => error.message,
      );
    const violated: string[] = [];
    document.addEventListener('securitypolicyviolation', (event) => violated.push(event.effectiveDirective));
    const image = document.createElement('img');
    image.src = 'https://127.0.0.1:9/pixel.png';
    document.body.append(image);
    const fetched = await fetch('https://127.0.0.1:9/').then(
      () => 'answered',
      () => 'refused',
    );
    location.href = 'https://127.0.0.1:9/';
    return {
      globals: ['require', 'process', 'module', 'Buffer', 'foyer', 'foyerCall'].filter((name) => name in window),
      bridge: Object.keys(foyerReminder).toSorted(),
      opened: window.open('https://127.0.0.1:9/') === null,
      fetched,
      violated,
      refused: [
        await reason({ kind: 'snooze', until: 'tomorrow' }),
        await reason({ kind: 'join', wayId: 'x' }),
        await reason({ kind: 'open' }),
        await reason(null),
      ],
    };
  });
  expect(seen).toMatchObject({ globals: [], opened: true, fetched: 'refused' });
  expect(seen.bridge).toEqual(['answerReminder', 'getReminder', 'onRetitled', 'reportDrawn']);
  expect(seen.violated.toSorted()).toEqual(['connect-src', 'img-src']);
  for (const message of seen.refused) {
    expect(message).toContain('the argument does not fit the channel');
  }
  expect(page.url()).toBe('foyer-app://app/reminder/index.html');
});
