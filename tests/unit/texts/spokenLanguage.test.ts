import { describe, expect, test } from 'vitest';
import germanAgenda from '../../../assets/locales/de/agenda.json' with { type: 'json' };
import germanShell from '../../../assets/locales/de/shell.json' with { type: 'json' };
import agenda from '../../../assets/locales/en/agenda.json' with { type: 'json' };
import shell from '../../../assets/locales/en/shell.json' with { type: 'json' };
import type { Catalog } from '../../../core/texts/catalog.ts';
import { pickTexts } from '../../../core/texts/pickTexts.ts';
import { SpokenLanguage } from '../../../core/texts/spokenLanguage.ts';
import { createMainTranslator, loadMainTexts } from '../../../main/texts.ts';

const german = async (): Promise<Partial<Catalog>> => ({ agenda: germanAgenda, shell: germanShell });

describe('a spoken language', () => {
  test('is English first, of each part that was learnt', () => {
    const spoken = new SpokenLanguage();
    const text = spoken.learn({ shell });
    expect(text('shell:tray.quit')).toBe('Quit Foyer');
    expect(text('agenda:rooms.title')).toBe('agenda:rooms.title');
    spoken.learn({ agenda });
    expect(text('agenda:search.results', { count: 1 })).toBe('1 meeting');
    expect(text('agenda:search.results', { count: 2 })).toBe('2 meetings');
  });

  test('changes for those who have the translator already, once its texts are there', async () => {
    const spoken = new SpokenLanguage();
    const text = spoken.learn({ shell, agenda });
    expect(text('shell:tray.quit')).toBe('Quit Foyer');
    const { promise, resolve } = Promise.withResolvers<Partial<Catalog>>();
    const speaking = spoken.speak('de', () => promise);
    expect([text('shell:tray.quit'), spoken.current]).toEqual(['Quit Foyer', 'en']);
    resolve(await german());
    await speaking;
    expect([text('shell:tray.quit'), spoken.current]).toEqual(['Foyer beenden', 'de']);
    expect(text('agenda:search.results', { count: 1 })).toBe('1 Besprechung');
    expect(text('agenda:connect.connected', { count: 0 })).toMatch(/keine Besprechungen/);
    await spoken.speak('en', german);
    expect(text('shell:tray.quit')).toBe('Quit Foyer');
  });

  test('is the one that was asked for last, whichever texts come first', async () => {
    const spoken = new SpokenLanguage();
    const text = spoken.learn({ shell });
    const { promise, resolve } = Promise.withResolvers<Partial<Catalog>>();
    const speaking = spoken.speak('de', () => promise);
    await spoken.speak('en', german);
    resolve(await german());
    await speaking;
    expect([text('shell:tray.quit'), spoken.current]).toEqual(['Quit Foyer', 'en']);
  });

  test('stays when the texts of another cannot be fetched', async () => {
    const spoken = new SpokenLanguage();
    const text = spoken.learn({ shell });
    await expect(spoken.speak('de', () => Promise.reject(new Error('no file')))).rejects.toThrow('no file');
    expect([text('shell:tray.quit'), spoken.current]).toEqual(['Quit Foyer', 'en']);
    await spoken.speak('de', german);
    expect(text('shell:tray.quit')).toBe('Foyer beenden');
  });
});

test('the files of a language are found by their folder', async () => {
  const file = (text: string) => async () => ({ text });
  const files = { '../locales/de/shell.json': file('de'), '../locales/fr/shell.json': file('fr') };
  expect(await pickTexts(files, 'de')).toEqual({ shell: { text: 'de' } });
});

test('main has its texts in every language', async () => {
  const spoken = new SpokenLanguage();
  const text = createMainTranslator(spoken);
  await spoken.speak('de', loadMainTexts);
  expect(text('shell:tray.joinNext', { subject: 'Budget' })).toContain('Budget');
  expect(text('settings:page.title')).toBe('Einstellungen');
  expect(text('services:webcal.name')).toBe('Kalender');
  expect(text('health:title')).toBe('Zustand');
});
