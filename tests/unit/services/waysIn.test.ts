import { describe, expect, test } from 'vitest';
import type { Account } from '../../../core/model/account.ts';
import { findBadge } from '../../../main/services/pexip/findBadge.ts';
import { waysIn } from '../../../main/services/pexip/waysIn.ts';
import { officeDay } from '../../../simulator/pexip/officeDay.ts';
import { buildMeeting } from '../../helpers/fakeMeetings.ts';

const domains = {
  teamsDomains: 'video.corp.example, teams.other.example',
  meetDomains: 'meet.corp.example',
  pexipDomains: 'rooms.corp.example',
};

const account: Account = {
  id: 'room-1',
  serviceId: 'pexip',
  name: 'Boardroom',
  fields: { clientId: 'room', node: 'join.corp.example', ...domains },
};

function targets(address: string | null, of = account): readonly string[] {
  return waysIn(buildMeeting({ address }), of).map(({ id, target }) => `${id} ${target}`);
}

describe('the ways into a meeting', () => {
  test.each([
    ['a Pexip room', 'board.room_7@rooms.corp.example'],
    ['somebody’s own room', 'iris.vega.vmr@rooms.corp.example'],
    ['a Teams meeting', '112233445@video.corp.example'],
    ['a Google meeting', 'abcdefghij@meet.corp.example'],
    ['a Teams meeting for SIP guests', '123456789012.MV6FC6BXJRWTEWTU..acme-01@pex.ms'],
    ['a Zoom meeting with a passcode', '98765432101.445566@zoomcrc.com'],
    ['a Webex meeting', 'iris.vega@corp-example.webex.com'],
    ['an H.323 number', '5512345'],
    ['an IP address', '192.0.2.17'],
  ])('are app, web page, SIP and copying, for %s', (_name, address) => {
    expect(targets(address)).toEqual([
      `app pexip://${address}`,
      `web https://join.corp.example/webapp3/m/${address}`,
      `sip sip:${address}`,
      `copy ${address}`,
    ]);
  });

  test('have no web page where no node was named, since there is none to guess', () => {
    const ways = targets('a@b.example', { ...account, fields: { clientId: 'room' } });
    expect(ways).toEqual(['app pexip://a@b.example', 'sip sip:a@b.example', 'copy a@b.example']);
  });

  test('are none without an address', () => {
    expect(targets(null)).toEqual([]);
  });

  test.each([
    'a b@c.example',
    'a@b@c.example',
    'a@b.example/../x',
    'a@b.example?pin=1',
    'a@b.example#x',
    'a%40b.example',
    '..',
    '.',
    '-oProxyCommand@b.example',
    'a@-b.example',
    'a@b.example\n',
    'javascript:alert(1)',
    '//evil.example',
    '\\\\evil\\share',
    'пример@b.example',
    'a\0@b.example',
    '',
    'x'.repeat(201),
  ])('are copying alone for the unsafe address %o', (address) => {
    expect(targets(address)).toEqual([`copy ${address}`]);
  });

  test('may be taken in Foyer where they are a page, which then stays at its host', () => {
    const pages = waysIn(buildMeeting({ address: 'a@b.example' }), account).filter(
      ({ inFoyer }) => inFoyer !== undefined,
    );
    expect(pages.map(({ id, inFoyer }) => [id, inFoyer?.origins])).toEqual([['web', ['https://join.corp.example']]]);
  });

  test('stay below the web app’s own path, whatever safe address is in them', () => {
    for (const address of ['...', '..a', 'a..', '..@..', '_', '+1.2']) {
      const web = waysIn(buildMeeting({ address }), account).find(({ id }) => id === 'web');
      expect(new URL(web?.target ?? '').pathname).toMatch(/^\/webapp3\/m\/./);
    }
  });

  test('exist for everything in an office’s day that has an address', () => {
    const { boardroom, library } = officeDay(Date.now());
    for (const { alias } of [...boardroom, ...library]) {
      expect(targets(alias ?? null)).toHaveLength(alias === undefined ? 0 : 4);
    }
  });
});

describe('a badge', () => {
  test.each([
    ['112233445@video.corp.example', 'Teams'],
    ['1@deep.below.Video.Corp.Example', 'Teams'],
    ['1@teams.other.example', 'Teams'],
    ['x@meet.corp.example', 'Meet'],
    ['x@rooms.corp.example', 'Pexip'],
    ['1.2@zoomcrc.com', 'Zoom'],
    ['1.2@global.zoomcrc.com', 'Zoom'],
    ['x@corp-example.webex.com', 'Webex'],
    ['1..acme@pex.ms', 'Teams'],
    ['x@notzoomcrc.com', null],
    ['x@zoomcrc.com.evil.example', null],
    ['x@elsewhere.example', null],
    ['zoomcrc.com', null],
    ['5512345', null],
    ['@', null],
  ])('of %s is %s', (address, badge) => {
    expect(findBadge(address, domains)).toBe(badge);
  });

  test('follows what the person said where it says otherwise', () => {
    expect(findBadge('x@corp.webex.com', { teamsDomains: 'corp.webex.com' })).toBe('Teams');
    expect(findBadge('x@a.example', { pexipDomains: '@A.example; b.example' })).toBe('Pexip');
    expect(findBadge('x@corp.example', {})).toBeNull();
  });
});
