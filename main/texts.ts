/// <reference types="vite/types/importMeta.d.ts" />
import agendaTexts from '../assets/locales/en/agenda.json';
import servicesTexts from '../assets/locales/en/services.json';
import settingsTexts from '../assets/locales/en/settings.json';
import shellTexts from '../assets/locales/en/shell.json';
import { pickTexts } from '../core/texts/pickTexts.ts';
import { type LoadTexts, SpokenLanguage } from '../core/texts/spokenLanguage.ts';
import type { Translate } from '../core/texts/translator.ts';

const otherLanguages = import.meta.glob(
  ['../assets/locales/*/{agenda,health,services,settings,shell}.json', '!../assets/locales/en/*.json'],
  { import: 'default' },
);

/** Fetches what main says in a language other than English. */
export const loadMainTexts: LoadTexts = (language) => pickTexts(otherLanguages, language);

/** The texts that main shows by itself: tray, notifications, dialogs, menus. */
export function createMainTranslator(spoken = new SpokenLanguage()): Translate {
  return spoken.learn({
    agenda: agendaTexts,
    services: servicesTexts,
    settings: settingsTexts,
    shell: shellTexts,
  });
}
