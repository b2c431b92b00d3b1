import agenda from '../../assets/locales/en/agenda.json';
import services from '../../assets/locales/en/services.json';
import shell from '../../assets/locales/en/shell.json';
import type { MessageKey } from '../../core/texts/catalog.ts';
import { createTranslator, type Translate } from '../../core/texts/translator.ts';

/** The language of the texts (BCP 47); formats of times and days follow the system's locale instead. */
const textLanguage = 'en';

const translate = createTranslator(textLanguage, { agenda, services, shell });
const plainTexts = new Map<MessageKey, string>();

/** Gives the text of a key. Those without values are looked up once: every row of a scrolled list asks for them. */
export const text: Translate = (key, values) => {
  if (values !== undefined) {
    return translate(key, values);
  }
  const known = plainTexts.get(key) ?? translate(key);
  plainTexts.set(key, known);
  return known;
};

const lists = new Intl.ListFormat(textLanguage, { type: 'conjunction' });

/** "Boardroom 7 and Library". */
export function listText(items: readonly string[]): string {
  return lists.format(items);
}
