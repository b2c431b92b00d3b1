/** Why an address is not taken. */
export type AddressProblem = 'notAnAddress' | 'notSecure' | 'hasCredentials';

/**
 * The https address that a typed one, or one that a server leads on to, stands for: `webcal:` is https in the words of
 * calendar programs. http is taken of the stand-in alone.
 */
export function readAddress(text: string, standIn: string | undefined): URL | AddressProblem {
  const url = URL.parse(text.trim().replace(/^webcals?:/i, 'https:'));
  if (url === null || !/^https?:$/.test(url.protocol) || url.hostname === '') {
    return 'notAnAddress';
  }
  if (url.username !== '' || url.password !== '') {
    return 'hasCredentials';
  }
  url.hash = '';
  return url.protocol === 'https:' || url.origin === standIn ? url : 'notSecure';
}
