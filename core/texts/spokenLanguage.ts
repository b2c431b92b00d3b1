import type { Catalog, MessageKey } from './catalog.ts';
import type { Language } from './languages.ts';
import { createTranslator, type Translate } from './translator.ts';

/** Fetches the texts of a language other than English. */
export type LoadTexts = (language: Language) => Promise<Partial<Catalog>>;

/**
 * What a program or a window speaks now. English comes with the parts that say something, so that it is never waited for;
 * the texts of another language are fetched as a whole, when it is spoken.
 */
export class SpokenLanguage {
  readonly #english = new Map<string, Translate>();
  /** Without values, by key: every row of a scrolled list asks for them. */
  readonly #plain = new Map<MessageKey, string>();
  #other: Translate | null = null;
  #current: Language = 'en';
  #wanted: Language = 'en';

  get current(): Language {
    return this.#current;
  }

  /** Gives the text of a key in the language that is spoken when it is asked for. */
  readonly translate: Translate = (key, values) => {
    if (values !== undefined) {
      return this.#look(key, values);
    }
    const known = this.#plain.get(key) ?? this.#look(key);
    this.#plain.set(key, known);
    return known;
  };

  /** Takes the English texts of a part, by namespace; the result is {@link translate}, for the part to speak with. */
  learn(english: Partial<Catalog>): Translate {
    const translate = createTranslator('en', english);
    for (const namespace of Object.keys(english)) {
      this.#english.set(namespace, translate);
    }
    return this.translate;
  }

  /**
   * Speaks a language from the moment on that its texts are there; for English, at once. Of several that are asked for
   * the last one holds. Where texts cannot be fetched nothing changes, and the promise is rejected.
   */
  async speak(language: Language, load: LoadTexts): Promise<void> {
    this.#wanted = language;
    if (language === this.#current) {
      return;
    }
    const other = language === 'en' ? null : createTranslator(language, await load(language));
    if (language === this.#wanted) {
      this.#other = other;
      this.#current = language;
      this.#plain.clear();
    }
  }

  #look(key: MessageKey, values?: Parameters<Translate>[1]): string {
    const translate = this.#other ?? this.#english.get(key.slice(0, key.indexOf(':')));
    return translate?.(key, values) ?? key;
  }
}
