import { describe, expect, test } from 'vitest';
import { recogniseLink } from '../../../core/invites/collectLinks.ts';
import { meetingServices } from '../../../core/invites/meetingServices.ts';
import { services } from '../../../main/services/registry.ts';

const rules = [...services.flatMap(({ links }) => links ?? []), ...meetingServices];

/** Links as invites of the services carry them; ids are made up. */
const vectors: Readonly<Record<string, readonly string[]>> = {
  Teams: [
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZmY0%40thread.v2/0?context=%7b%22Tid%22%3a%221%22%7d',
    'https://teams.microsoft.com/meet/2345678901234?p=aBcDeF',
    'https://teams.microsoft.com/v2/l/meetup-join/19%3ameeting_ZmY0%40thread.v2/0',
    'https://teams.microsoft.com/dl/launcher/launcher.html?url=%2F_%23%2Fl%2Fmeetup-join%2F19%3Ameeting',
    'https://teams.cloud.microsoft/meet/2345678901234?p=aBcDeF',
    'https://gov.teams.microsoft.us/l/meetup-join/19%3agcch%3ameeting_1/0',
    'https://dod.teams.microsoft.us/l/meetup-join/19%3adod%3ameeting_1/0',
    'https://teams.live.com/meet/9345678901234?p=AbC',
    'https://teams.live.com/l/meetup-join/19:meeting_1',
  ],
  Zoom: [
    'https://zoom.us/j/91234567890?pwd=abc.1',
    'https://us02web.zoom.us/j/81234567890',
    'https://acme.zoom.us/my/iris.vega',
    'https://acme-corp.zoom.us/w/91234567890?tk=x',
    'https://zoom.us/wc/join/91234567890',
    'https://zoom.us/wc/91234567890/join',
    'https://zoom.us/s/91234567890?zak=1',
    'https://acme.zoomgov.com/j/1601234567',
    'https://events.zoom.us/ej/Aabc123',
    'https://acme.zoom.com.cn/j/12345678901',
  ],
  Meet: [
    'https://meet.google.com/abc-defg-hij',
    'https://meet.google.com/abc-defg-hij?authuser=0&hs=122',
    'https://meet.google.com/_meet/abc-defg-hij',
    'https://meet.google.com/lookup/budget-review',
    'https://stream.meet.google.com/stream/6f4a0a5e-0b4f-4d5e-8f9a-0a1b2c3d4e5f',
    'https://g.co/meet/budget',
  ],
  Webex: [
    'https://acme.webex.com/meet/iris.vega',
    'https://acme.webex.com/join/iris.vega',
    'https://acme.webex.com/acme/j.php?MTID=m0123456789abcdef0123456789abcdef',
    'https://acme.webex.com/acme/onstage/g.php?MTID=e0123456789',
    'https://acme.webex.com/m/01234567-89ab-cdef-0123-456789abcdef',
    'https://acme.webex.com/webappng/sites/acme/meeting/info/0123456789abcdef',
    'https://acme.webex.com/wbxmjs/joinservice/sites/acme/meeting/download/0123?siteurl=acme',
    'https://acme.webex.com/mw3300/mywebex/default.do?siteurl=acme',
  ],
  GoTo: [
    'https://meet.goto.com/123456789',
    'https://meet.goto.com/irisvega',
    'https://global.gotomeeting.com/join/123456789',
    'https://www.gotomeeting.com/join/123456789',
    'https://gotomeet.me/irisvega',
    'https://app.goto.com/meeting/123456789',
    'https://attendee.gotowebinar.com/join/1234567890123456789',
  ],
  Whereby: ['https://whereby.com/iris-vega', 'https://acme.whereby.com/standup?embed'],
  Jitsi: ['https://meet.jit.si/FoyerDaily', 'https://beta.meet.jit.si/Foyer', 'https://meet.jit.si/Ünïcode'],
  BlueJeans: ['https://bluejeans.com/123456789/1234?src=calendarLink', 'https://acme.bluejeans.com/123456789'],
  Chime: ['https://chime.aws/1234567890', 'https://chime.aws/irisvega', 'https://app.chime.aws/meetings/1234567890'],
  Slack: ['https://app.slack.com/huddle/T0123456/C0123456', 'https://app.slack.com/client/T01/C01?open=start_huddle'],
  Discord: ['https://discord.gg/abcDEF', 'https://discord.com/invite/abcDEF', 'https://discord.com/channels/@me/123'],
  RingCentral: [
    'https://v.ringcentral.com/join/123456789?pw=abc',
    'https://meetings.ringcentral.com/j/1234567890',
    'https://v.ringcentral.biz/join/123456789',
    'https://video.ringcentral.com/conf/on/acme/j/123456789',
  ],
  Skype: ['https://join.skype.com/AbCdEfGhIjKl', 'https://meet.lync.com/acme/iris.vega/AB12CD34'],
  StarLeaf: ['https://meet.starleaf.com/4123456789/app', 'https://meet.starleaf.com/4123456789'],
  Lifesize: ['https://call.lifesizecloud.com/1234567', 'https://call.lifesize.com/guest/1234567'],
  Around: ['https://meet.around.co/r/iris', 'https://www.around.co/r/iris'],
  Gather: ['https://app.gather.town/app/AbC123/office', 'https://gather.town/app/AbC123/office'],
  Livestorm: [
    'https://app.livestorm.co/p/01234567-89ab-cdef-0123-456789abcdef',
    'https://app.livestorm.co/acme/launch/live',
  ],
  Demio: ['https://my.demio.com/ref/AbCdEf123', 'https://event.demio.com/ref/AbCdEf123'],
  Zoho: [
    'https://meet.zoho.com/abcd-efg-hij',
    'https://meeting.zoho.eu/meeting/public/videoprv?key=123',
    'https://meeting.zoho.com/join?key=123456789',
    'https://meet.zoho.in/join?key=1234',
  ],
  Vonage: ['https://meetings.vonage.com/123456789', 'https://meetings.vonage.com/iris'],
  Dialpad: [
    'https://meetings.dialpad.com/room/irisvega',
    'https://dialpad.com/meet/irisvega',
    'https://www.uberconference.com/irisvega',
  ],
  'Tencent Meeting': ['https://meeting.tencent.com/dm/AbCdEf123', 'https://meeting.tencent.com/p/1234567890'],
  VooV: ['https://voovmeeting.com/dm/AbCdEf123', 'https://meeting.voovmeeting.com/p/123456789'],
  Lark: ['https://vc.larksuite.com/j/123456789'],
  Feishu: ['https://vc.feishu.cn/j/123456789'],
  DingTalk: ['https://meeting.dingtalk.com/j/AbCd123'],
  JioMeet: [
    'https://jiomeetpro.jio.com/shortener?meetingId=1234567890&pwd=AbC',
    'https://jiomeetpro.jio.com/guest/home?x=1',
  ],
  'Doxy.me': ['https://doxy.me/drvega', 'https://clinic.doxy.me/drvega'],
  Daily: ['https://acme.daily.co/standup', 'https://acme.daily.co/hello?t=token'],
  Riverside: ['https://riverside.fm/studio/iris-vegas-studio?t=1', 'https://riverside.com/studio/iris'],
  Butter: ['https://app.butter.us/iris/workshop'],
  Kumospace: ['https://www.kumospace.com/acme'],
  Tuple: ['https://tuple.app/c/V1StGXR8'],
  Pop: ['https://pop.com/j/123-456-789'],
  StreamYard: ['https://streamyard.com/ab3cdefghi'],
  FaceTime: ['https://facetime.apple.com/join#v=1&p=AbC&k=DeF'],
  WhatsApp: ['https://call.whatsapp.com/video/AbCdEf123'],
  Signal: ['https://signal.link/call/#key=abcd-efgh'],
  kMeet: ['https://kmeet.infomaniak.com/abcdefgh'],
  'Brave Talk': ['https://talk.brave.com/AbCdEfGhIjKlMnOpQrStUvWxYz012345'],
  Telemost: ['https://telemost.yandex.ru/j/12345678901234'],
  'Element Call': ['https://call.element.io/room/#/standup?roomId=1', 'https://call.element.io/standup'],
  ClickMeeting: ['https://acme.clickmeeting.com/launch-party'],
  LiveKit: ['https://meet.livekit.io/rooms/abcd-1234'],
  Pexip: [
    'https://join.corp.example/webapp3/m/iris@corp.example',
    'https://join.corp.example/webapp3/m/iris/express?pin=1',
    'https://join.corp.example/webapp/conference/iris?pin=1',
    'https://join.corp.example/webapp/#/?conference=iris@corp.example',
    'https://join.corp.example/webapp/?conference=iris',
    'https://acme.pexip.me/meet/iris',
    'pexip://iris@corp.example',
    'pexip:iris@corp.example',
    'PEXIP:iris@corp.example',
  ],
  SIP: ['sip:112233@corp.example', 'sip:112233.pin@corp.example;transport=tls'],
  'join.me': ['https://secure.join.me/987654321', 'https://join.me/iris-vega'],
  '8x8': [
    'https://www.video-interaction.com/guest/Qp7Zk2LmXa',
    'https://8x8.vc/acme/iris.vega',
    'https://8x8.vc/vpaas-magic-cookie-0123456789abcdef/Room',
  ],
};

describe('the table of meeting services', () => {
  test.each(Object.entries(vectors).flatMap(([badge, urls]) => urls.map((url) => [badge, url] as const)))(
    '%s: %s',
    (badge, url) => {
      expect(recogniseLink(url, rules)?.badge).toBe(badge);
    },
  );

  test('has thirty and more services, each with vectors, and no vectors of others', () => {
    const badges = new Set(rules.map((rule) => rule.badge));
    expect(new Set(meetingServices.map((rule) => rule.badge)).size).toBeGreaterThanOrEqual(30);
    expect([...badges].toSorted()).toEqual(expect.arrayContaining(Object.keys(vectors).toSorted()));
    expect([...badges].filter((badge) => vectors[badge] === undefined)).toEqual([]);
  });

  test.each([
    'https://teams.microsoft.com/meetingOptions/?organizerId=1&tenantId=2&threadId=19_meeting',
    'https://aka.ms/JoinTeamsMeeting?omkt=en-US',
    'https://zoom.us/u/kd1234',
    'https://us02web.zoom.us/meeting/register/tZ0abc',
    'https://zoom.us/pricing',
    'https://tel.meet/abc-defg-hij?pin=123',
    'https://meet.google.com/about',
    'https://meet.google.com/landing',
    'https://acme.webex.com/acme/globalcallin.php?MTID=m0',
    'https://help.webex.com/en-us/article/abc',
    'https://whereby.com/information/about',
    'https://www.daily.co/pricing',
    'https://evil-zoom.us/j/91234567890',
    'https://zoom.us.evil.example/j/91234567890',
    'https://zoom.us@evil.example/j/91234567890',
    'https://evil.example/zoom.us/j/91234567890',
    'https://evil.example\\.zoom.us/j/91234567890',
    'https://zoom.us:8443/j/91234567890',
    'https://user:pass@zoom.us/j/91234567890',
    'http://zoom.us/j/91234567890',
    'ftp://zoom.us/j/91234567890',
    'javascript://zoom.us/j/91234567890',
    'file:///etc/passwd',
    'zoommtg://zoom.us/join?confno=1',
    'https://zoom.us./j/91234567890',
    'https://ⓩoom.us/j/91234567890',
    'https://zооm.us/j/91234567890',
    'pexip:--flag',
    'pexip://a@b/../../x@y;z',
    'sip:-evil@corp.example',
    'sip:',
    'https://protect-eu.mimecast.com/s/AbCdEf?domain=zoom.us',
    'https://discord.com/login',
    'https://secure.join.me/API/Public/StartMeeting.aspx?token=abc',
    'https://secure.join.me/api/public/intphone.aspx?conferenceId=1',
    '',
  ])('%s is no way into a meeting', (url) => {
    const link = recogniseLink(url, rules);
    // Of an address with something behind it, only the address itself may stay.
    expect(link === null || link.url === 'pexip://a@b').toBe(true);
  });
});
