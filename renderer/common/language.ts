import type { Catalog } from '../../core/texts/catalog.ts';
import type { Language } from '../../core/texts/languages.ts';
import { type LoadTexts, SpokenLanguage } from '../../core/texts/spokenLanguage.ts';
import type { Translate } from '../../core/texts/translator.ts';

const spoken = new SpokenLanguage();

/** Takes the English texts of a part of this window; the result gives texts in the language that the window speaks. */
export function learnTexts(english: Partial<Catalog>): Translate {
  return spoken.learn(english);
}

/** The language of the texts; formats of times and days follow the system's locale instead. */
export function currentLanguage(): Language {
  return spoken.current;
}

/** Has this window speak a language. Where its texts cannot be fetched the window goes on in the one before. */
export async function speak(language: Language, load: LoadTexts): Promise<void> {
  await spoken.speak(language, load).catch(reportError);
  document.documentElement.lang = spoken.current;
}
