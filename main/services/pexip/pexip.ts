import type { Service } from '../service.ts';
import { PexipAgenda } from './pexipAgenda.ts';
import { waysIn } from './waysIn.ts';

/** Pexip One-Touch Join: one account is one room, whose calendar is read with the room's own credentials. */
export const pexip: Service = {
  view: {
    id: 'pexip',
    name: 'services:pexip.name',
    pitch: 'services:pexip.pitch',
    accountNameLabel: 'services:pexip.accountNameLabel',
    accountNameHint: 'services:pexip.accountNameHint',
    credentialsHelp: 'services:pexip.credentialsHelp',
    fields: [
      field('clientId', 'text', true),
      field('clientSecret', 'secret', true),
      field('node', 'host', false),
      field('teamsDomains', 'domains', false),
      field('meetDomains', 'domains', false),
      field('pexipDomains', 'domains', false),
    ],
    signIn: null,
    hasAgenda: true,
    newRoom: null,
  },
  endpoints: { pexipAuth: 'https://auth.otj.pexip.io', pexipApi: 'https://otj.pexip.io' },
  schemes: ['pexip', 'sip'],
  knownWays: [
    { id: 'app', label: 'services:pexip.ways.app' },
    { id: 'web', label: 'services:pexip.ways.web' },
    { id: 'web-in-foyer', label: 'services:pexip.ways.webInFoyer' },
    { id: 'sip', label: 'services:pexip.ways.sip' },
  ],
  links: [
    // Web app 3 as it is built in waysIn.ts, and web app 1 and 2 (docs.pexip.com, "Creating preconfigured links"), on hosts
    // of the customer's own.
    { badge: 'Pexip', hosts: ['*'], path: /^\/webapp3\/m\/[^/?#]/ },
    {
      badge: 'Pexip',
      hosts: ['*'],
      path: /^\/webapp\/(?:conference\/[^/?#]|m\/[^/?#]|(?:#\/)?\?(?:.*&)?conference=[^&])/,
    },
    { badge: 'Pexip', hosts: ['.pexip.me'], path: /^\/(?:meet|teams)\/[^/?#]/ },
    { badge: 'Pexip', scheme: 'pexip' },
    // Any system's: which one is not told by the address.
    { badge: 'SIP', scheme: 'sip' },
  ],
  helpUrl: 'https://developer.pexip.com/docs/cloud-one-touch-join/introduction',
  clientOf: (fields) => fields['clientId'] ?? '',
  // The service refuses more than 10 calls a minute (introduction, "Rate Limits"). It counts at its end of the line, so
  // five seconds are added for calls that were sent apart and arrive together. Whether calls for tokens count is not
  // documented: here they do.
  callLimit: { calls: 10, span: 65_000 },
  agenda: { createSource: (access) => new PexipAgenda(access), waysIn },
};

type FieldName = 'clientId' | 'clientSecret' | 'node' | 'teamsDomains' | 'meetDomains' | 'pexipDomains';

function field(
  name: FieldName,
  kind: 'text' | 'secret' | 'host' | 'domains',
  required: boolean,
): Service['view']['fields'][number] {
  return {
    name,
    kind,
    required,
    label: `services:pexip.fields.${name}.label`,
    hint: `services:pexip.fields.${name}.hint`,
  };
}
