/** The languages that there are texts in (BCP 47, without region), English first. */
export const languages = ['en', 'de'] as const;
/** See {@link languages}. */
export type Language = (typeof languages)[number];

/**
 * The language to speak: the one that was chosen, else the first of the system's (BCP 47, the most preferred one first)
 * that there are texts in, else English.
 */
export function resolveLanguage(choice: Language | 'system', preferred: readonly string[]): Language {
  if (choice !== 'system') {
    return choice;
  }
  const names = preferred.map((tag) => tag.split(/[-_]/)[0]?.toLowerCase());
  const found = names.flatMap((name) => languages.filter((language) => language === name));
  return found[0] ?? 'en';
}
