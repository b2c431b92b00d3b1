import type { ConnectField } from '../../../core/model/service.ts';
import type { Service } from '../service.ts';
import { describeRoom } from './describeRoom.ts';
import { EightByEightHost } from './eightByEightHost.ts';
import { referenceLimits } from './reference.ts';

/** 8x8 Video Interaction: one account is one agent, who meets one guest at a time in rooms that are opened for it. */
export const eightByEight: Service = {
  view: {
    id: 'eightbyeight',
    name: 'services:eightbyeight.name',
    pitch: 'services:eightbyeight.pitch',
    accountNameLabel: 'services:eightbyeight.accountNameLabel',
    accountNameHint: 'services:eightbyeight.accountNameHint',
    credentialsHelp: 'services:eightbyeight.credentialsHelp',
    fields: [field('apiKey', 'secret', true), field('agentLogin', 'email', true)],
    signIn: null,
    hasAgenda: false,
    newRoom: {
      label: 'services:eightbyeight.newRoom',
      fields: [
        field('phoneNumber', 'phone', false),
        { ...field('callReference', 'code', false), limits: referenceLimits },
      ],
      // The API has no call for it.
      listsRooms: false,
    },
  },
  endpoints: { eightByEight: 'https://video-agent.8x8.com' },
  schemes: [],
  knownWays: [
    { id: 'agent', label: 'services:eightbyeight.ways.agent' },
    { id: 'agent-in-foyer', label: 'services:eightbyeight.ways.agentInFoyer' },
  ],
  links: [
    // What guests get (API reference, answer of "create token"), and the company's meetings (Jitsi as a Service guide).
    { badge: '8x8', hosts: ['.video-interaction.com'], path: /^\/guest\/[\w-]/ },
    { badge: '8x8', hosts: ['8x8.vc', 'meet.8x8.com'], path: /^\/(?!(?:static|ranges|domains)\b)[^/?#]{3,}/ },
  ],
  helpUrl: 'https://developer.8x8.com/connect/docs/vi-gettingstarted',
  clientOf: (fields) => (fields['agentLogin'] ?? '').toLowerCase(),
  // No limit is published for this product (that of the SMS API is thousands a second), so this one is about manners: more
  // than somebody who opens room after room and looks into them all needs, far less than a loop gone wrong would send.
  callLimit: { calls: 20, span: 60_000 },
  rooms: {
    createHost: (access) => new EightByEightHost(access),
    inviteText: 'services:eightbyeight.invite',
    describe: describeRoom,
  },
};

type FieldName = 'apiKey' | 'agentLogin' | 'phoneNumber' | 'callReference';

function field(name: FieldName, kind: ConnectField['kind'], required: boolean): ConnectField {
  return {
    name,
    kind,
    required,
    label: `services:eightbyeight.fields.${name}.label`,
    hint: `services:eightbyeight.fields.${name}.hint`,
  };
}
