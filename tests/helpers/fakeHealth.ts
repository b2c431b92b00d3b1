import agenda from '../../assets/locales/en/agenda.json';
import health from '../../assets/locales/en/health.json';
import services from '../../assets/locales/en/services.json';
import type { AccountView } from '../../core/model/account.ts';
import { noShortcuts } from '../../core/model/shortcuts.ts';
import { createTranslator } from '../../core/texts/translator.ts';
import type { AccountFacts, HealthFacts } from '../../main/health/healthFacts.ts';
import { services as declared } from '../../main/services/registry.ts';
import { freshChoices } from '../../main/settings/settingsTable.ts';

/** The texts that reports are written with. */
export const translate = createTranslator('en', { agenda, health, services });

export const now = Date.parse('2026-11-22T18:02:44.000Z');

export const trackingId = '3f2c5a9e-8d41-4b7e-9a10-5d2f6c7b8e90';

/** An account in which all is well; what matters to a test is passed in. */
export function buildAccount(parts: Partial<AccountView> = {}, more: Partial<AccountFacts> = {}): AccountFacts {
  const account: AccountView = {
    id: 'room-1',
    serviceId: 'pexip',
    name: 'Boardroom 7',
    fields: {},
    status: { kind: 'current' },
    lastSuccessAt: '2026-11-22T18:02:00.000Z',
    nextAttemptAt: '2026-11-22T18:03:00.000Z',
    trackingId: null,
    clockSkew: null,
    secretStorage: 'encrypted',
    ...parts,
  };
  const service = declared.find(({ view }) => view.id === account.serviceId)?.view;
  return { account, service, token: null, lastProblem: null, ...more };
}

/** A machine on which all is well. */
export function buildFacts(parts: Partial<HealthFacts> = {}): HealthFacts {
  return {
    now,
    accounts: [buildAccount()],
    alerts: { isSupported: true, host: 'dunst 1.9.2', lastTest: null },
    links: { kind: 'ours', canStop: true },
    keyring: { kind: 'protected', backend: 'gnome_libsecret', isPlaintextAllowed: false },
    hasTrayHost: true,
    shortcuts: noShortcuts,
    startAtLogin: 'off',
    policy: { places: [], problems: [] },
    choices: freshChoices,
    profile: { path: '/home/iris/.config/Foyer', isWritable: true },
    logs: { path: '/home/iris/.config/Foyer/logs', isWritable: true },
    machine: {
      version: '0.1.0',
      isPackaged: true,
      electron: '42.3.0',
      chromium: '142.0.7444.52',
      node: '24.11.1',
      system: 'Debian GNU/Linux 13 (trixie), Linux 6.12.48 (x64)',
      desktop: 'GNOME',
      session: 'wayland',
    },
    ...parts,
  };
}
