import { resolveLanguage } from '../../core/texts/languages.ts';
import { pickTexts } from '../../core/texts/pickTexts.ts';
import type { LoadTexts } from '../../core/texts/spokenLanguage.ts';
import { currentLanguage, speak } from '../common/language.ts';
import { useAgendaStore } from './agendaStore.ts';

const otherLanguages = import.meta.glob(
  ['../../assets/locales/*/*.json', '!../../assets/locales/*/{call,reminder}.json', '!../../assets/locales/en/*.json'],
  { import: 'default' },
);

const loadTexts: LoadTexts = (language) => pickTexts(otherLanguages, language);

/** Speaks the language of the state, which may still be on its way: until then the one that it is likely to be. */
export async function speakFirst(language: Promise<ReturnType<typeof currentLanguage>>): Promise<void> {
  void speak(resolveLanguage('system', navigator.languages), loadTexts);
  await speak(await language, loadTexts);
}

/** Has everything drawn anew whenever another language is spoken; what is open, typed and focused stays as it is. */
export function followLanguage(draw: () => void): void {
  useAgendaStore.subscribe(({ foyer }) => {
    const language = foyer?.environment.language ?? currentLanguage();
    if (language !== currentLanguage()) {
      void speak(language, loadTexts).then(draw);
    }
  });
}
