type Rule = readonly [pattern: RegExp, replacement: string | ((...found: string[]) => string)];

/** What secrets are called, in the spellings of headers, forms, JSON and code. */
const secretName = [
  '(?:access|refresh|client|bearer|auth|session|presenter|guest|host|agent|id|x)?[_-]?token',
  '(?:client|api|shared|consumer)?[_-]?secret',
  '(?:access|private|secret|api|client|x-api)?[_-]?key',
  '(?:auth|authorization|access|personal|conference|host|guest|presenter|participant|security|pin)[_-]?code',
  '(?:code[_-]?)?(?:verifier|challenge)',
  'pass(?:word|wd|phrase|code|key)|pwd|pin|otp|nonce|state|signature|sig|jwt|credentials?|assertion',
].join('|');

/** Between a name and its value. */
const assigned = String.raw`\\?["']?\s{0,3}[=:]\s{0,3}`;
const value = String.raw`(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<=[=:]\s{0,3}[\\"']{0,2})[^\s"'&,;}\\]+)`;

/** Codes of errors and exits: what a log is read for. */
const harmlessCode = String.raw`["']?(?:E[A-Z_]{2,}|ERR_[A-Z_]+|-?\d{1,3})(?![\w-])`;

/** In words: “PIN is 1234”, “access code: 1234”. */
const codeInWords =
  /\b(pin|passcode|pass ?code|(?:access|personal|conference|host|guest|presenter|participant|security) code)((?:\s+(?:is|was|code|number|no\.?))*\s*[:=#]?\s*)\d[\d -]{2,}/gi;

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?![0-9a-z_-])';

/** As versions and addresses of machines are not written. */
const dottedPhone = String.raw`(?:\+?\d{1,3}\.)?\d{3}\.\d{3}\.\d{4}(?![\d.])`;

/** Numbers that are no secret, so that they are passed over: dates and times, ids of requests, versions, addresses of machines. */
const plainNumber = [
  String.raw`\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?(?![\w-])`,
  String.raw`\d{1,2}:\d\d(?::\d\d(?:[.,]\d+)?)?(?!\d)`,
  uuid,
  String.raw`(?!${dottedPhone}|0\d+\.)\d+(?:\.\d+)+(?::\d+)?(?!\d)`,
].join('|');

/** Phone numbers, and the numbers of conferences, which look like them; with what is dialled behind them. */
const dialled = [
  dottedPhone,
  String.raw`(?:\+\d|\+?\(|0)(?:[\s()./–-]{0,3}\d){5,}`,
  String.raw`\d{3}(?:\s\d{3}){1,2}\s\d{3,4}`,
  String.raw`\d(?:[-–/]?\d){6,}`,
]
  .map((form) => String.raw`${form}(?:[,;pwx#*]+\d+)*`)
  .join('|');

/**
 * What must not stand in a log, and what stands there instead. Of web addresses scheme and host stay: paths carry the
 * codes of meetings and presenters as often as queries do. Of other addresses only the scheme stays, but for program files.
 */
const rules: readonly Rule[] = [
  [/\b((?:set-)?cookie|(?:proxy-)?authorization)(["'\\]*\s*[:=]\s*["'\\]*)[^\r\n"']+/gi, '$1$2***'],
  [/\b(basic|bearer)\s+[A-Za-z0-9+/=._~-]+/gi, '$1 ***'],
  // Behind their names, which may themselves stand where another's value is expected.
  [new RegExp(String.raw`(?<=(?<![a-z0-9])(?:${secretName})${assigned}[\\"']{0,2})${value}`, 'gi'), '***'],
  [new RegExp(String.raw`(?<=(?<![a-z0-9_-])code${assigned}[\\"']{0,2})(?!${harmlessCode})${value}`, 'gi'), '***'],
  [codeInWords, '$1$2***'],
  [/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*):\/\/([^\s/?#"'<>]*)([^\s"'<>]*)/gi, shortenAddress],
  [/(?<![a-z0-9+.-])([a-z][a-z0-9+.-]*):(?!\/\/)[^\s?#"':<>]+[?#][^\s"'<>]*/gi, '$1:***'],
  [/\?[\w.~%[\]-]+=[^\s"'<>]*/g, '?***'],
  [/(?<![\w@./\\-])((?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?)\/[^\s"'<>]+/gi, '$1/***'],
  [/(?<![\p{L}\p{N}._%+*-])[\p{L}\p{N}._%+*-]+(?:@|%40)[\p{L}\p{N}.-]+(?:[;*]+\w+=?\w*)*/giu, '***@***'],
  [/\*\*\d+/g, '***'],
  [
    new RegExp(
      String.raw`(?<![\w-])(?!${uuid})(?=[a-z_-]*\d)(?=[\d_-]*[a-z])[\w-]{20,}(?![\w-])(?!\.[cm]?[jt]sx?\b)`,
      'gi',
    ),
    '***',
  ],
  [/(?<![\w+/-])(?=[\w/]*\+)[\w+/]{20,}={0,2}|(?<![\w+/-])[\w+/]{18,}={1,2}(?![\w=])/g, '***'],
  [
    new RegExp(String.raw`(?<![\p{L}\p{N}_])(?:(${plainNumber})|(?:${dialled}))`, 'giu'),
    (_found, plain) => plain ?? '***',
  ],
];

/** Takes out of a text what could be a secret, a link's path or query, a phone number or somebody's address. */
export function redact(text: string): string {
  return rules.reduce(
    (line, [pattern, replacement]) =>
      typeof replacement === 'string' ? line.replaceAll(pattern, replacement) : line.replaceAll(pattern, replacement),
    text,
  );
}

function shortenAddress(_found: string, scheme = '', authority = '', rest = ''): string {
  switch (scheme.toLowerCase()) {
    case 'http':
    case 'https':
    case 'ws':
    case 'wss':
      return `${scheme}://${authority.slice(authority.lastIndexOf('@') + 1)}${rest === '' || rest === '/' ? rest : '/***'}`;
    case 'file':
    case 'foyer-app':
      return `${scheme}://${authority}${rest.replace(/[?#].*/, '')}`;
    default:
      return `${scheme}://***`;
  }
}
