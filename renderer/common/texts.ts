import agenda from '../../assets/locales/en/agenda.json';
import services from '../../assets/locales/en/services.json';
import shell from '../../assets/locales/en/shell.json';
import type { Language } from '../../core/texts/languages.ts';
import { currentLanguage, learnTexts } from './language.ts';

/** Gives the text of a key. */
export const text = learnTexts({ agenda, services, shell });

let lists: { readonly language: Language; readonly format: Intl.ListFormat } | null = null;

/** "Boardroom 7 and Library". */
export function listText(items: readonly string[]): string {
  const language = currentLanguage();
  if (lists?.language !== language) {
    lists = { language, format: new Intl.ListFormat(language, { type: 'conjunction' }) };
  }
  return lists.format.format(items);
}
