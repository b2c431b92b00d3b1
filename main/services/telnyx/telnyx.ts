import type { ConnectField } from '../../../core/model/service.ts';
import type { Service } from '../service.ts';
import { TelnyxRooms } from './telnyxRooms.ts';

/** Telnyx Video Rooms: one account is one API key; its rooms are joined in the call window. */
export const telnyx: Service = {
  view: {
    id: 'telnyx',
    name: 'services:telnyx.name',
    pitch: 'services:telnyx.pitch',
    accountNameLabel: 'services:telnyx.accountNameLabel',
    accountNameHint: 'services:telnyx.accountNameHint',
    credentialsHelp: 'services:telnyx.credentialsHelp',
    fields: [{ ...texts('apiKey'), kind: 'secret', required: true }],
    signIn: null,
    hasAgenda: false,
    newRoom: {
      label: 'services:telnyx.newRoom',
      fields: [
        // Which names the service takes is not documented; letters, digits and hyphens are safe.
        { ...texts('name'), kind: 'text', required: false, limits: { least: 1, most: 64 } },
        // OpenAPI text, `CreateRoomRequest.max_participants`.
        { ...texts('size'), kind: 'count', required: false, limits: { least: 2, most: 50 } },
        { ...texts('recording'), kind: 'switch', required: false },
      ],
      listsRooms: true,
    },
  },
  endpoints: { telnyxApi: 'https://api.telnyx.com/v2' },
  schemes: [],
  helpUrl: 'https://portal.telnyx.com/#/app/api-keys',
  // One key stands for one account of the service; nothing that is not secret does.
  clientOf: () => null,
  // The numbers are not published (platform page "Rate limiting"); the headers of each answer are followed besides.
  callLimit: { calls: 120, span: 60_000 },
  rooms: {
    createHost: (access) => new TelnyxRooms(access),
    // The one host that `@telnyx/video` 1.0.2 speaks to; it is written into the SDK.
    callOrigins: ['wss://video.telnyx.com'],
    inviteText: 'services:telnyx.invite',
  },
};

type FieldName = 'apiKey' | 'name' | 'size' | 'recording';

function texts(name: FieldName): Pick<ConnectField, 'name' | 'label' | 'hint'> {
  return { name, label: `services:telnyx.fields.${name}.label`, hint: `services:telnyx.fields.${name}.hint` };
}
