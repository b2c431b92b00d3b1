import { linkScheme } from './foyerLink.ts';

/** Put before the link on Windows, in the command that the system starts for one: see {@link findLink}. */
export const linkSwitches = ['--open-link', '--'] as const;

/** The scheme in which a sign-in answers. */
export const signInScheme = 'app.foyer.desktop';

/** What the arguments of a start hold. `text` is raw: whoever takes it parses it. */
export type FoundLink =
  | { readonly kind: 'none' }
  | { readonly kind: 'link' | 'signIn'; readonly text: string }
  /** More than one link, or one that was put together so as to say something else to the program that is started. */
  | { readonly kind: 'refused' };

/** More arguments than any start has. */
const mostArguments = 1_000;

/**
 * Looks for the one link among the arguments of a start, the first of which is the program. Chromium adds arguments and
 * changes their order, so each is looked at. On Windows the link is put into a command line as text: there it counts only
 * after {@link linkSwitches}, alone, since a quote in it could have ended it and begun something else.
 */
export function findLink(args: readonly string[], platform: string): FoundLink {
  const given = args.slice(1, mostArguments);
  const links = given.filter((argument) => schemeOf(argument) !== null);
  const [text, ...others] = links;
  const scheme = schemeOf(text ?? '');
  if (text === undefined || scheme === null) {
    return { kind: 'none' };
  }
  if (others.length > 0 || (platform === 'win32' && !isAfterSwitches(given, text))) {
    return { kind: 'refused' };
  }
  return { kind: scheme === linkScheme ? 'link' : 'signIn', text };
}

function schemeOf(argument: string): string | null {
  // No more than a scheme is looked at, however long the argument is.
  const start = argument.slice(0, signInScheme.length + 1).toLowerCase();
  return [linkScheme, signInScheme].find((scheme) => start.startsWith(`${scheme}:`)) ?? null;
}

function isAfterSwitches(given: readonly string[], text: string): boolean {
  const [openLink, end] = linkSwitches;
  const after = given.slice(given.indexOf(end) + 1);
  return given.includes(openLink) && given.includes(end) && after.length === 1 && after[0] === text;
}
