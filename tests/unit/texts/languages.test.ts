import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languages, resolveLanguage } from '../../../core/texts/languages.ts';

describe('resolveLanguage', () => {
  test.each([
    [['de-CH', 'en-GB'], 'de'],
    [['de_AT'], 'de'],
    [['DE'], 'de'],
    [['fr-FR', 'fr', 'de', 'en'], 'de'],
    [['fr', 'en-US', 'de'], 'en'],
    [['den', 'dent-DE', ''], 'en'],
    [['fr', 'it'], 'en'],
    [[], 'en'],
  ] as const)('takes of %j the first that there are texts in: %s', (preferred, expected) => {
    expect(resolveLanguage('system', preferred)).toBe(expected);
  });

  test('asks no system when somebody chose', () => {
    fc.assert(
      fc.property(fc.constantFrom(...languages), fc.array(fc.string()), (choice, preferred) => {
        expect(resolveLanguage(choice, preferred)).toBe(choice);
      }),
    );
  });

  test('ends in a language that there are texts in, whatever a system says', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (preferred) => {
        expect(languages).toContain(resolveLanguage('system', preferred));
      }),
    );
  });
});
