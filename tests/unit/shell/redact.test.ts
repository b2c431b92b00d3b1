import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redact } from '../../../main/shell/redact.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const digits = '0123456789';
const word = (alphabet: string, minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
const base62 = letters + letters.toUpperCase() + digits;
const base64Url = `${base62}-_`;
const number = (minLength: number, maxLength: number): fc.Arbitrary<string> => word(digits, minLength, maxLength);

/** A secret as it may stand in a text: what must be gone, and the form that it is written in. */
interface Planted {
  readonly secret: string;
  readonly written: string;
}

const planted = (secret: fc.Arbitrary<string>, write: (secret: string) => readonly string[]): fc.Arbitrary<Planted> =>
  secret.chain((value) => fc.constantFrom(...write(value)).map((written) => ({ secret: value, written })));

const named = planted(word(`${base64Url}.~+/`, 6, 60), (secret) =>
  [
    'access_token',
    'refreshToken',
    'id_token',
    'client_secret',
    'clientSecret',
    'api_key',
    'apiKey',
    'X-Api-Key',
  ].flatMap((name) => [
    `${name}=${secret}&a=b`,
    `"${name}": "${secret}"`,
    `${name}: '${secret}'`,
    `{\\"${name}\\":\\"${secret}\\"}`,
  ]),
);
const phrase = planted(
  word(`${base62} ,;&!`, 6, 30).filter((secret) => secret.trim().length > 5),
  (secret) => ['password', 'passphrase', 'secret'].flatMap((name) => [`"${name}":"${secret}"`, `${name}: '${secret}'`]),
);
const credential = planted(word(`${base62}+/=._~-`, 8, 80), (secret) => [
  `Authorization: Bearer ${secret}`,
  `authorization: basic ${secret}`,
  `"authorization":"Bearer ${secret}"`,
  `Bearer ${secret}`,
  `Cookie: session=${secret}; path=/`,
]);
const bare = planted(
  word(base64Url, 24, 90).filter((secret) => /\d/.test(secret) && /[A-Za-z]/.test(secret) && /^\w.*\w$/.test(secret)),
  (secret) => [secret, `KEY${secret}`, `eyJ${secret}.${secret}.${secret}`],
);
const code = planted(
  word(base62, 8, 40).filter((secret) => /\d/.test(secret) && /[a-z]/.test(secret)),
  (secret) => [
    `code=${secret}&state=${secret}`,
    `app.foyer.desktop:/oauth/somewhere?code=${secret}`,
    `http://127.0.0.1:4100/oauth/somewhere?state=1&code=${secret}`,
    `/oauth/somewhere?error=none&code=${secret}`,
    `"code_verifier":"${secret}"`,
  ],
);
const path = planted(word(base62, 6, 30), (secret) => [
  `https://meet.example/${secret}`,
  `https://secure.meet.example/r/${secret}?t=${secret}#${secret}`,
  `https://user:${secret}@meet.example/room`,
  `wss://calls.example/v1/${secret}`,
  `meet.example/${secret}`,
  `someapp://meeting/${secret}`,
  `someapp:room?alias=${secret}`,
  `foyer:join?service=any&alias=${secret}`,
]);
const pin = planted(number(4, 8), (secret) => [
  `pin=${secret}`,
  `PIN: ${secret}`,
  `"pin":"${secret}"`,
  `pin is ${secret}`,
  `Passcode ${secret}`,
  `access code: ${secret}#`,
  `meet.room@video.corp.example**${secret}`,
  `sip:meet.room@video.corp.example;pin=${secret}`,
  `+41 44 555 66 77,,${secret}#`,
]);
const phone = fc
  .tuple(number(3, 3), number(3, 3), number(4, 4))
  .chain(([area, first, second]) =>
    fc
      .constantFrom(
        `+41${area}${first}${second}`,
        `+1 ${area} ${first} ${second}`,
        `(0${area}) ${first}-${second}`,
        `0${area} ${first} ${second.slice(0, 2)} ${second.slice(2)}`,
        `0${area}${first}${second}`,
        `${area}-${first}-${second}`,
        `${area}.${first}.${second}`,
        `${area} ${first} ${second}`,
        `00${area}/${first}${second}`,
      )
      .map((written) => ({ secret: written, written })),
  );
const conference = fc
  .tuple(number(3, 3), number(3, 3), number(3, 3), fc.constantFrom('-', ' ', ''))
  .map(([a, b, c, between]) => [a, b, c].join(between))
  .map((written) => ({ secret: written, written }));
const mail = planted(
  word(`${letters}${digits}._+-`, 3, 20).filter((name) => /^\w.*\w$/.test(name)),
  (secret) => [
    `${secret}@corp.example`,
    `<${secret}@corp.example>`,
    `mailto:${secret}@corp.example?subject=x`,
    `sips:${secret}@10.2.3.4:5061`,
    `user=${secret}%40corp.example`,
  ],
);

const around = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '2026-11-22T18:02:44.123Z',
    'Error: GET https://otj.example/v1/meetings failed with 503',
    '12:30',
    '{"a":1,"b":[',
    'version 42.3.10',
    'open',
  ),
);
const between = fc.constantFrom(' ', '\n', '\t', ', ', ' (', ') ', ' "', '" ', "' ", ' = ');

describe('no secret survives, whatever stands around it', () => {
  test.each([
    ['a token, a key or a secret with its name', named],
    ['a password with spaces', phrase],
    ['credentials of a request', credential],
    ['a token by itself', bare],
    ['a code of a sign-in', code],
    ['what a link leads to', path],
    ['the PIN of an alias', pin],
    ['a phone number', phone],
    ['the number of a conference', conference],
    ['an e-mail address', mail],
  ])('%s', (_kind, kind) => {
    fc.assert(
      fc.property(kind, around, around, between, between, ({ secret, written }, before, after, left, right) => {
        fc.pre(!before.includes(secret) && !after.includes(secret));
        const text = `${before}${left}${written}${right}${after}`;
        expect(redact(text)).not.toContain(secret);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['Authorization: Basic cm9vbS03LWlkOnJvb20tNy1zZWNyZXQ=', 'cm9vbS03'],
    ['authorization: bearer sim-4b7e0c.x_y~z', 'sim-4b7e0c'],
    ['{"access_token": "sim-4b7e0c", "token_type":"bearer"}', 'sim-4b7e0c'],
    ["{ access_token: 'sim-4b7e0c' }", 'sim-4b7e0c'],
    ['{"fields":{"clientId":"a","clientSecret":"open-sesame"}}', 'open-sesame'],
    ['client_secret=open-sesame&grant_type=client_credentials', 'open-sesame'],
    ['CLIENT_SECRET = open-sesame', 'open-sesame'],
    ['refreshToken:open-sesame', 'open-sesame'],
    ['password=open-sesame', 'open-sesame'],
    ['GET https://a.example/callback?code=open-sesame&state=1', 'open-sesame'],
    ['open https://join.example/webapp3/m/a/express?pin=1234&name=Iris', '1234'],
    ['app.foyer.desktop://oauth/joinme#id=open-sesame', 'open-sesame'],
    ['pexip://meeting?pin=1234', '1234'],
    ['mail from iris.vega@corp.example.', 'iris.vega'],
    ['sip:112233445@video.corp.example', '112233445'],
    ['the presenter goes to https://secure.join.me/123-456-789/open-sesame', '123-456-789'],
    ['viewers go to join.me/irisvega', 'irisvega'],
    ['https://www.video-interaction.com/r/K7qT2', 'K7qT2'],
    ['KEY0189E6C0AF44B1A2C3D4E5F60718293A_opensesameopensesame12', 'opensesame'],
  ])('%s', (line, secret) => {
    expect(redact(line)).not.toContain(secret);
  });
});

/** A host of many digits could be somebody's. */
const host = fc.domain().filter((name) => !/(\d-?){6}|[\w-]{20}/.test(name));

const ordinary = fc.oneof(
  fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString()),
  fc
    .tuple(fc.nat(23), fc.nat(59))
    .map(([hour, minute]) => `at ${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  fc.tuple(fc.nat(23), fc.nat(59)).map(([hour, minute]) => `${hour}:${String(minute).padStart(2, '0')} PM`),
  fc.nat(99_999).map((count) => `${count} meetings`),
  fc.nat(99_999).map((length) => `in ${length} ms`),
  fc.tuple(fc.nat(199), fc.nat(99), fc.nat(9_999), fc.nat(99)).map((parts) => `Chromium ${parts.join('.')}`),
  fc.tuple(fc.nat(99), fc.nat(99), fc.nat(99)).map((parts) => `Foyer ${parts.join('.')}`),
  host.map((name) => `https://${name}`),
  host.map((name) => `reached ${name} late`),
  fc.uuid().map((id) => `tracking id ${id}`),
  fc.constantFrom(
    'answered 503',
    "code: 'ECONNRESET'",
    'code=ENOENT',
    'code: 1',
    'net::ERR_CERT_AUTHORITY_INVALID',
    'poll (agendaPoller.js:12:3)',
    'file:///opt/Foyer/resources/app.asar/out/main/chunks/program-XZ1pm4ME.js:1:2345',
    '/opt/Foyer/resources/app.asar/out/main/chunks/signInListener-BG2hruLb.js:1:23',
    'node:internal/process/task_queues:103:5',
    'the port 49152 is taken',
    'the token was renewed',
    'a secret could not be read',
    '127.0.0.1:41234',
    'key of the meeting',
  ),
);

describe('what helps', () => {
  test('stays', () => {
    fc.assert(
      fc.property(
        fc.array(ordinary, { minLength: 1, maxLength: 6 }),
        fc.constantFrom('; ', '\n', ' | '),
        (parts, joint) => {
          const line = parts.join(joint);
          expect(redact(line)).toBe(line);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('stays of an address: its scheme and its host', () => {
    expect(redact('GET https://otj.example/v1/meetings?limit=100 503')).toBe('GET https://otj.example/*** 503');
    expect(redact('https://otj.example/')).toBe('https://otj.example/');
    expect(redact('file:///opt/foyer/main.js?token=1:2:3')).toBe('file:///opt/foyer/main.js');
  });

  test('and nothing is taken twice', () => {
    fc.assert(
      fc.property(fc.oneof(named, code, path, pin, phone, mail), around, ({ written }, before) => {
        const once = redact(`${before} ${written}`);
        expect(redact(once)).toBe(once);
      }),
    );
  });
});

test('is no work, however long the text is', () => {
  const started = performance.now();
  const pieces = [
    'a',
    'a.',
    'a+',
    'a:',
    'a=',
    '@',
    '://',
    'token=',
    'basic ',
    '"',
    '1',
    '1 ',
    '1-',
    '1.',
    '+',
    '?a',
    '_',
    'pin ',
  ];
  for (const piece of pieces) {
    redact(piece.repeat(100_000 / piece.length));
  }
  expect(performance.now() - started).toBeLessThan(4_000);
});
