import type { Service } from '../service.ts';
import { readAddress } from './address.ts';
import { CalendarAgenda } from './calendarAgenda.ts';

/** A calendar that is published at an address (RFC 5545 over https): one account is one calendar, and its address the key to it. */
export const webcal: Service = {
  view: {
    id: 'webcal',
    name: 'services:webcal.name',
    pitch: 'services:webcal.pitch',
    accountNameLabel: 'services:webcal.accountNameLabel',
    accountNameHint: 'services:webcal.accountNameHint',
    credentialsHelp: 'services:webcal.credentialsHelp',
    fields: [
      {
        name: 'address',
        kind: 'secret',
        required: true,
        label: 'services:webcal.fields.address.label',
        hint: 'services:webcal.fields.address.hint',
      },
    ],
    shownField: 'host',
    signIn: null,
    hasAgenda: true,
    newRoom: null,
  },
  // Where a calendar is, its address says; development and tests name a stand-in, of which http is taken.
  endpoints: {},
  schemes: [],
  helpUrl: 'https://support.google.com/calendar/answer/37648',
  // Two calendars of one host are two, and nobody may see more of their addresses.
  clientOf: () => null,
  limitedBy: ({ host }) => host ?? '',
  // No number is published anywhere. Ten calendars of one host may start at once and be led on twice each; nobody is asked
  // more often than this, whatever is pressed.
  callLimit: { calls: 30, span: 5 * 60_000 },
  settle: ({ secrets }, endpoints) => {
    const address = readAddress(secrets['address'] ?? '', endpoints['webcal']);
    return typeof address === 'string'
      ? [{ field: 'address', message: `services:webcal.problems.${address}` }]
      : { fields: { host: address.host }, secrets: { address: address.href } };
  },
  agenda: {
    createSource: (access) => new CalendarAgenda(access),
    // Its meetings have the links of their invites, and no others.
    waysIn: () => [],
  },
};
