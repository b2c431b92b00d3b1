/** What must not stand in a log, and what stands there instead. */
const patterns: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/\b(basic|bearer)\s+[A-Za-z0-9+/=._~-]+/gi, '$1 ***'],
  [
    /\b(access_?token|refresh_?token|client_?secret|secret|password|passcode|code|state|token|pin)(["']?\s*[=:]\s*["']?)[^\s"'&,}]+/gi,
    '$1$2***',
  ],
  [/((?<![a-z0-9+.-])[a-z0-9+.-]+:\/\/[^\s?#"']*)[?#][^\s"']*/gi, '$1?***'],
  [/(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+/g, '***@***'],
];

/** Takes out of a text what could be a secret, a link's query or somebody's address. */
export function redact(text: string): string {
  return patterns.reduce((line, [pattern, replacement]) => line.replaceAll(pattern, replacement), text);
}
