import { describe, expect, test } from 'vitest';
import { redact } from '../../../main/shell/redact.ts';

describe('a line of the log', () => {
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
  ])('%s does not tell', (line, secret) => {
    expect(redact(line)).not.toContain(secret);
  });

  test('keeps what helps', () => {
    const line = 'Error: GET https://otj.example/v1/meetings failed with 503 at poll (agendaPoller.js:12:3)';
    expect(redact(line)).toBe(line);
    expect(redact('GET https://otj.example/v1/meetings?limit=100 503')).toBe(
      'GET https://otj.example/v1/meetings?*** 503',
    );
  });

  test('is no work, however long it is', () => {
    const started = performance.now();
    for (const piece of ['a', 'a.', 'a+', 'a:', 'a=', '@', '://', 'token=', 'basic ', '"']) {
      redact(piece.repeat(100_000 / piece.length));
    }
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
