/** What stands for the address in a command. */
const addressPlace = '{url}';

/**
 * A command as it was typed, in its parts: blanks divide, quotes (" or ') keep together, nothing else has a meaning, so that
 * Windows' paths stand as they are. Null when there is no program in it or a quote is left open.
 */
export function splitCommand(command: string): readonly [string, ...string[]] | null {
  const parts: string[] = [];
  let rest = command.trimStart();
  while (rest !== '') {
    const [whole = '', ...pieces] = /^(?:"[^"]*"|'[^']*'|[^\s"'])+(?=\s|$)/.exec(rest) ?? [];
    if (whole === '' || pieces.length > 0) {
      return null;
    }
    parts.push(whole.replaceAll(/"([^"]*)"|'([^']*)'/g, '$1$2'));
    rest = rest.slice(whole.length).trimStart();
  }
  const [program, ...args] = parts;
  return program === undefined || program === '' ? null : [program, ...args];
}

/** The parts of a command with the address in its place; at the end when the command names none. */
export function fillCommand(
  [program, ...args]: readonly [string, ...string[]],
  address: string,
): readonly [string, ...string[]] {
  const filled = args.map((part) => part.replaceAll(addressPlace, () => address));
  return args.some((part) => part.includes(addressPlace)) ? [program, ...filled] : [program, ...filled, address];
}
