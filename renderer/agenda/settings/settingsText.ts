import agenda from '../../../assets/locales/en/agenda.json';
import services from '../../../assets/locales/en/services.json';
import settings from '../../../assets/locales/en/settings.json';
import { createTranslator } from '../../../core/texts/translator.ts';

/** As the window's `text`, with the texts of the settings, which are fetched with their page. */
export const text = createTranslator('en', { agenda, services, settings });
