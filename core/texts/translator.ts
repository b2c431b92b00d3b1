import { createInstance } from 'i18next';
import type { Catalog, MessageKey } from './catalog.ts';

/** Gives the text of a key, with its values filled in and the plural that `count` asks for. */
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** A translator for one language (BCP 47); the texts are passed in, so that nothing is fetched and nothing is late. */
export function createTranslator(language: string, catalog: Partial<Catalog>): Translate {
  const instance = createInstance();
  // The result can be ignored: with the resources at hand the initialization is over when it returns.
  void instance.init({
    lng: language,
    fallbackLng: language,
    resources: { [language]: { ...catalog } },
    ns: Object.keys(catalog),
    initAsync: false,
    interpolation: { escapeValue: false },
  });
  return (key, values) => instance.t(key, { ...values });
}
