import { describe, expect, test } from 'vitest';
import { findLink } from '../../../core/links/findLink.ts';

const program = ['/opt/Foyer/foyer'];
const next = 'foyer:join/next';

describe('the link of a start', () => {
  test('is found wherever it stands', () => {
    const found = { kind: 'link', text: next };
    expect(findLink([...program, next], 'linux')).toEqual(found);
    expect(findLink([...program, next, '--original-process-start-time=1'], 'linux')).toEqual(found);
    expect(findLink(['electron', '.', '--user-data-dir=/tmp/x', next], 'darwin')).toEqual(found);
  });

  test('is handed on as it is, whatever it says', () => {
    const text = 'FOYER:%00\n"';
    expect(findLink([...program, text], 'linux')).toEqual({ kind: 'link', text });
  });

  test('may be the answer to a sign-in', () => {
    const text = 'app.foyer.desktop:/oauth/joinme?code=1&state=2';
    expect(findLink([...program, text], 'linux')).toEqual({ kind: 'signIn', text });
  });

  test('is not made of options, files or the program itself', () => {
    expect(findLink([...program, '--link=foyer:join/next', '/home/ada/foyer:x.ics', 'foyer'], 'linux')).toEqual({
      kind: 'none',
    });
    expect(findLink([next], 'linux')).toEqual({ kind: 'none' });
    expect(findLink([], 'linux')).toEqual({ kind: 'none' });
  });

  test('is refused when there is another', () => {
    expect(findLink([...program, next, next], 'linux')).toEqual({ kind: 'refused' });
    expect(findLink([...program, next, 'app.foyer.desktop:/oauth/joinme'], 'linux')).toEqual({ kind: 'refused' });
  });
});

describe('the link of a start on Windows', () => {
  test('stands alone behind the switches of the registered command', () => {
    expect(findLink([...program, '--open-link', '--', next], 'win32')).toEqual({ kind: 'link', text: next });
  });

  test('is refused where a quote in it has ended it and begun something else', () => {
    expect(findLink([...program, '--open-link', '--', next, '--user-data-dir=C:\\evil'], 'win32').kind).toBe('refused');
    expect(findLink([...program, '--open-link', '--', 'x', next], 'win32').kind).toBe('refused');
    expect(findLink([...program, next, '--open-link', '--'], 'win32').kind).toBe('refused');
    expect(findLink([...program, '--', next], 'win32').kind).toBe('refused');
    expect(findLink([...program, next], 'win32').kind).toBe('refused');
  });
});
