/** Who was meant by a text with addresses. */
export interface Participants {
  /** Each once, in the order they were named. */
  readonly addresses: readonly string[];
  /** Pieces that are no address. */
  readonly refused: readonly string[];
  /** How many were named again. */
  readonly repeatedCount: number;
}

const label = '[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?';
const addressPattern = new RegExp(`^[^\\s@"<>()[\\]\\\\,;:\\p{Cc}]{1,64}@(?=.{1,253}$)(?:${label}\\.)+${label}$`, 'u');

/**
 * Reads addresses as people type and paste them: apart by commas, semicolons, lines or blanks, with names ("Iris Vega
 * <iris@corp.example>", "Vega, Iris <iris@corp.example>") or without. Upper and lower case are the same person.
 */
export function readParticipants(typed: string): Participants {
  const seen = new Set<string>();
  const refused: string[] = [];
  const addresses: string[] = [];
  let repeatedCount = 0;
  for (const piece of withoutSigns(typed)
    .split(/[;\r\n\t]/)
    .flatMap(readGroup)) {
    const address = readAddress(piece);
    const key = address?.toLowerCase() ?? '';
    if (address === null) {
      refused.push(piece);
    } else if (seen.has(key)) {
      repeatedCount += 1;
    } else {
      seen.add(key);
      addresses.push(address);
    }
  }
  return { addresses, refused, repeatedCount };
}

/** The address as it is sent, or null. Names of hosts are the same in any case. */
function readAddress(piece: string): string | null {
  const bare = piece.replace(/^mailto:/i, '').replace(/\.$/, '');
  if (!addressPattern.test(bare)) {
    return null;
  }
  const at = bare.lastIndexOf('@');
  return bare.slice(0, at) + bare.slice(at).toLowerCase();
}

/** What is between quotes is a name: no sign in it parts anything. */
function withoutSigns(typed: string): string {
  return typed.replaceAll(/"[^"\r\n]*"/g, (name) => name.replaceAll(/[,;@<>\t]/g, ' '));
}

/** What may be addresses, without their names. A comma may be one of a name: it is, when an address in brackets follows. */
function readGroup(group: string): readonly string[] {
  const pieces: string[] = [];
  let loose: string[] = [];
  for (const [part, bracketed] of group.matchAll(/<([^<>]*)>|[^<>,]+/g)) {
    if (bracketed === undefined) {
      loose.push(...wordsOf(part));
    } else {
      pieces.push(...loose.filter((piece) => piece.includes('@')), bracketed.trim());
      loose = [];
    }
  }
  return [...pieces, ...loose];
}

/** Several addresses may be apart by blanks; what has none is a single piece, to be shown as it was typed. */
function wordsOf(part: string): readonly string[] {
  const words = part.split(/\s+/).filter((word) => word.includes('@'));
  const rest = part.trim();
  return words.length > 0 || rest === '' ? words : [rest];
}
