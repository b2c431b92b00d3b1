/** One or two letters that stand for a name; null for none. */
export function initialsOf(name: string): string | null {
  const words = name.trim().split(/\s+/u);
  const [first = '', last = ''] = words.length > 1 ? [words[0], words.at(-1)] : words;
  const letters = [first, last].map((word) => /[\p{L}\p{N}]/u.exec(word)?.[0] ?? '').join('');
  return letters === '' ? null : letters.toLocaleUpperCase();
}

/** A number below `count` that stays the same for a name. */
export function hueOf(name: string, count: number): number {
  let hash = 7;
  for (const letter of name) {
    hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 65_521;
  }
  return hash % count;
}
