import agendaTexts from '../assets/locales/en/agenda.json';
import servicesTexts from '../assets/locales/en/services.json';
import settingsTexts from '../assets/locales/en/settings.json';
import shellTexts from '../assets/locales/en/shell.json';
import { createTranslator, type Translate } from '../core/texts/translator.ts';

/** The texts that main shows by itself: tray, notifications, dialogs, menus. */
export function createMainTranslator(): Translate {
  return createTranslator('en', {
    agenda: agendaTexts,
    services: servicesTexts,
    settings: settingsTexts,
    shell: shellTexts,
  });
}
