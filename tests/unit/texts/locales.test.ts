import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { languages } from '../../../core/texts/languages.ts';

const root = join(import.meta.dirname, '../../../assets/locales');

/** Words that are the same in both languages, names among them; texts made of nothing else may be alike. */
const alike: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Details',
    'optional',
    'Language',
    'Sprache',
    'Links',
    'Token',
    'Desktop',
    'System',
    'Agenda',
    'Name',
    'min',
    'h',
    's',
    'in',
    'In',
    'Esc',
    'S',
    'H',
  ],
};
const names = [...['Foyer', 'Electron', 'Chromium', 'Node', 'Pexip', 'join.me', 'Telnyx', '8x8', 'English', 'Deutsch']];

interface Texts {
  readonly [key: string]: string | Texts;
}

test('there is a folder for each language, and for no other', () => {
  expect(readdirSync(root).toSorted()).toEqual([...languages].toSorted());
});

describe.each(languages.filter((language) => language !== 'en'))('the texts in %s', (language) => {
  const files = readdirSync(join(root, 'en'));

  test('are in the same files as the English ones', () => {
    expect(readdirSync(join(root, language)).toSorted()).toEqual(files.toSorted());
  });

  test.each(files)('%s has what the English one has', (file) => {
    const [english, others] = [readTexts('en', file), readTexts(language, file)];
    expect([...others.keys()]).toEqual(expect.arrayContaining([...keysFor(language, [...english.keys()])]));
    const forms = new Set(keysFor(language, [...english.keys()]));
    expect([...others.keys()].filter((key) => !forms.has(key))).toEqual([]);
    for (const [key, text] of others) {
      const model = english.get(key) ?? english.get(key.replace(/_[a-z]+$/, '_other')) ?? '';
      expect(valuesOf(text), key).toEqual(valuesOf(model));
      expect(text.trim(), key).not.toBe('');
      expect(text === model && !isAlike(language, text), `${key} is English: ${text}`).toBe(false);
    }
  });
});

test.each(readdirSync(join(root, 'de')))('German quotes, apostrophes and dots are its own: %s', (file) => {
  for (const [key, text] of readTexts('de', file)) {
    expect(text, key).not.toMatch(/[”’]|\.\.\.|\S…/);
    expect(text.match(/„/g)?.length, key).toBe(text.match(/“/g)?.length);
  }
});

function readTexts(language: string, file: string): ReadonlyMap<string, string> {
  return new Map(flatten(JSON.parse(readFileSync(join(root, language, file), 'utf8')), ''));
}

function flatten(texts: Texts, path: string): readonly (readonly [string, string])[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flatten(value, `${path}${key}.`),
  );
}

/** The keys of English, with the plural forms of another language; `zero` stands for none in every language. */
function keysFor(language: string, english: readonly string[]): readonly string[] {
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const isForm = (key: string): boolean => /_(?:one|other)$/.test(key);
  const stems = new Set(english.filter(isForm).map((key) => key.replace(/_[a-z]+$/, '')));
  return [
    ...english.filter((key) => !isForm(key)),
    ...[...stems].flatMap((stem) => forms.map((form) => `${stem}_${form}`)),
  ];
}

function valuesOf(text: string): readonly string[] {
  return (text.match(/\{\{?\w+\}\}?/g) ?? []).toSorted();
}

/** Whether nothing but values, signs and words that both languages have is in a text. */
function isAlike(language: string, text: string): boolean {
  const words = [...names, ...(alike[language] ?? [])];
  return text
    .replaceAll(/\{\{\w+\}\}/g, ' ')
    .split(/[\s:,()·]+/)
    .every((word) => word === '' || /^\d+$/.test(word) || words.includes(word));
}
