import call from '../../assets/locales/en/call.json';
import { createTranslator } from '../../core/texts/translator.ts';

/** Gives the text of a key. */
export const text = createTranslator('en', { call });
