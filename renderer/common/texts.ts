import agenda from '../../assets/locales/en/agenda.json';
import services from '../../assets/locales/en/services.json';
import shell from '../../assets/locales/en/shell.json';
import { createTranslator } from '../../core/texts/translator.ts';

/** The language of the texts (BCP 47); formats of times and days follow the system's locale instead. */
export const textLanguage = 'en';

/** Gives the text of a key. */
export const text = createTranslator(textLanguage, { agenda, services, shell });

const lists = new Intl.ListFormat(textLanguage, { type: 'conjunction' });

/** "Boardroom 7 and Library". */
export function listText(items: readonly string[]): string {
  return lists.format(items);
}
