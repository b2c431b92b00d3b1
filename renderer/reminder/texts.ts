import reminder from '../../assets/locales/en/reminder.json';
import { pickTexts } from '../../core/texts/pickTexts.ts';
import type { LoadTexts } from '../../core/texts/spokenLanguage.ts';
import { learnTexts } from '../common/language.ts';

/** Gives the text of a key. */
export const text = learnTexts({ reminder });

const otherLanguages = import.meta.glob(['../../assets/locales/*/reminder.json', '!../../assets/locales/en/*.json'], {
  import: 'default',
});

/** Fetches what this window says in a language other than English. */
export const loadTexts: LoadTexts = (language) => pickTexts(otherLanguages, language);
