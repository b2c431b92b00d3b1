import settings from '../../../assets/locales/en/settings.json';
import { learnTexts } from '../../common/language.ts';

/** As the window's `text`, with the texts of the settings, which are fetched with their page. */
export const text = learnTexts({ settings });
