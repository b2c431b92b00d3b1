import type { Catalog } from './catalog.ts';
import type { Language } from './languages.ts';

/** Files of texts by their paths, each fetched when it is asked for. */
export type TextFiles = Readonly<Record<string, () => Promise<unknown>>>;

/** Fetches the files of a language ("…/locales/de/shell.json"). Tests hold them to the form of the English ones. */
export async function pickTexts(files: TextFiles, language: Language): Promise<Partial<Catalog>> {
  const found = Object.entries(files).flatMap(([path, fetchFile]) => {
    const [name = '', folder] = path.split('/').toReversed();
    return folder === language ? [{ namespace: name.replace('.json', ''), fetchFile }] : [];
  });
  const texts = await Promise.all(
    found.map(async ({ namespace, fetchFile }) => [namespace, await fetchFile()] as const),
  );
  return Object.fromEntries(texts);
}
