import type { ConnectField } from '../../../core/model/service.ts';
import type { Service } from '../service.ts';
import { JoinMeAgenda } from './joinMeAgenda.ts';
import { describeRoom, JoinMeRooms } from './joinMeRooms.ts';
import { JoinMeScheduler } from './joinMeScheduler.ts';
import { signIn } from './signIn.ts';
import { waysIn } from './waysIn.ts';

/** join.me: one account is one person, who signs in with the browser, by an API key of their own. */
export const joinMe: Service = {
  view: {
    id: 'joinme',
    name: 'services:joinme.name',
    pitch: 'services:joinme.pitch',
    accountNameLabel: 'services:joinme.accountNameLabel',
    accountNameHint: 'services:joinme.accountNameHint',
    credentialsHelp: 'services:joinme.credentialsHelp',
    signIn: { portField: 'port' },
    // Who signed in: see `personOf`.
    shownField: 'person',
    fields: [
      field('apiKey', 'text', true),
      { ...field('apiSecret', 'secret', true), waivedBy: 'implicit' },
      { ...field('port', 'count', false), limits: { least: 1_024, most: 65_535 } },
      field('implicit', 'switch', false),
    ],
    hasAgenda: true,
    newRoom: { label: 'services:joinme.newRoom', fields: [field('personal', 'switch', false)], listsRooms: false },
    scheduling: {
      label: 'services:joinme.schedule',
      fields: [field('personal', 'switch', false)],
      // Limits are not published; these are wide for people, and narrow for accidents.
      longestSubject: 200,
      mostParticipants: 250,
      participantsHint: 'services:joinme.participantsHint',
    },
  },
  endpoints: { joinmeAuth: 'https://secure.join.me', joinmeApi: 'https://api.join.me' },
  schemes: [],
  knownWays: [
    { id: 'start', label: 'services:joinme.ways.start' },
    { id: 'viewer', label: 'services:joinme.ways.viewer' },
    { id: 'phone', label: 'services:joinme.ways.phone' },
  ],
  // Viewer links carry a code or a personal name and nothing else (meeting pages of the reference).
  links: [
    {
      badge: 'join.me',
      hosts: ['join.me', 'www.join.me', 'secure.join.me'],
      path: /^\/(?!(?:api|app|login|register|pricing|download|help|blog|features|my)\b)[\w.-]{3,60}\/?(?:[?#]|$)/i,
    },
  ],
  helpUrl: 'https://developer.join.me/docs/authorization',
  clientOf: (fields) => fields['apiKey'] ?? '',
  // No number is published. A poll takes up to seven calls and the rest is presses, so that this is far below what the
  // proxy's usual limit of a few calls a second would stop.
  callLimit: { calls: 30, span: 60_000 },
  signIn,
  agenda: { createSource: (access) => new JoinMeAgenda(access), waysIn },
  createScheduler: (access) => new JoinMeScheduler(access),
  rooms: {
    createHost: (access) => new JoinMeRooms(access),
    inviteText: 'services:joinme.invite',
    describe: describeRoom,
  },
};

type FieldName = 'apiKey' | 'apiSecret' | 'port' | 'implicit' | 'personal';

function field(name: FieldName, kind: ConnectField['kind'], required: boolean): ConnectField {
  return {
    name,
    kind,
    required,
    label: `services:joinme.fields.${name}.label`,
    hint: `services:joinme.fields.${name}.hint`,
  };
}
