import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, Notification } from 'electron';
import healthTexts from '../../assets/locales/en/health.json';
import type { Choices } from '../../core/model/choices.ts';
import type { FoyerState } from '../../core/model/foyerState.ts';
import type { LinkRegistration } from '../../core/model/links.ts';
import type { PolicyView } from '../../core/model/setting.ts';
import type { StartAtLogin } from '../../core/model/startAtLogin.ts';
import type { SpokenLanguage } from '../../core/texts/spokenLanguage.ts';
import type { Clock } from '../clock.ts';
import type { TokenAge } from '../services/service.ts';
import { logFile, logFolderOf } from '../shell/programLog.ts';
import { hasTrayHost } from '../shell/trayHost.ts';
import { HealthDesk } from './healthDesk.ts';
import type { HealthFacts } from './healthFacts.ts';
import { readFolder, readMachine } from './machineFacts.ts';
import { findNotificationHost } from './notificationHost.ts';
import type { ProblemMemory } from './problemMemory.ts';
import { readLastLines } from './readLog.ts';
import { sendTestAlert } from './testAlert.ts';

/** Whom the desk asks about what it does not find out by itself. */
export interface HealthSources {
  readonly clock: Clock;
  readonly spoken: SpokenLanguage;
  readonly profile: string;
  readonly state: () => FoyerState;
  readonly memory: ProblemMemory;
  readonly choices: () => Choices;
  readonly policy: () => PolicyView;
  readonly tokenAge: (accountId: string) => TokenAge | null;
  readonly lookAtLinks: () => Promise<LinkRegistration>;
  readonly readStartAtLogin: () => Promise<StartAtLogin>;
  readonly openFolder: (path: string) => Promise<boolean>;
}

/** So much of the log is in diagnostics: enough for what just happened, little enough to be read before it is sent. */
const loggedLines = 80;

/** Builds the desk; it is loaded when somebody first asks how the program is. */
export function buildHealthDesk(sources: HealthSources): HealthDesk {
  const { clock, spoken, profile, openFolder } = sources;
  // Those of health come with the desk, not with the program.
  const translate = spoken.learn({ health: healthTexts });
  const logs = logFolderOf(profile);
  return new HealthDesk({
    translate,
    home: homedir(),
    wall: clock.wall,
    lookAround: (lastTest) => lookAround(sources, lastTest),
    readLog: () => readLastLines(join(logs, logFile), loggedLines),
    openLogs: () => openFolder(logs),
    sendAlert: () =>
      sendTestAlert({
        Notification,
        clock,
        title: translate('health:alerts.testTitle'),
        body: translate('health:alerts.testBody'),
      }),
  });
}

async function lookAround(sources: HealthSources, lastTest: HealthFacts['alerts']['lastTest']): Promise<HealthFacts> {
  const { clock, profile, state, choices, policy } = sources;
  const { platform } = process;
  const [host, links, hasTray, startAtLogin, profileFolder, logFolder, machine] = await Promise.all([
    findNotificationHost(platform),
    sources.lookAtLinks(),
    hasTrayHost(platform),
    sources.readStartAtLogin(),
    readFolder(profile),
    readFolder(logFolderOf(profile), profile),
    readMachine({
      version: app.getVersion(),
      isPackaged: app.isPackaged,
      platform,
      versions: process.versions,
      systemVersion: process.getSystemVersion(),
      environment: process.env,
    }),
  ]);
  const { environment, shortcuts } = state();
  return {
    now: clock.wall(),
    accounts: accountFacts(sources),
    alerts: { isSupported: Notification.isSupported(), host, lastTest },
    links,
    keyring: environment.keyring,
    hasTrayHost: hasTray,
    shortcuts,
    startAtLogin,
    policy: policy(),
    choices: choices(),
    profile: profileFolder,
    logs: logFolder,
    machine,
  };
}

function accountFacts({ state, memory, tokenAge }: HealthSources): HealthFacts['accounts'] {
  const { accounts, services } = state();
  return accounts.map((account) => ({
    account,
    service: services.find(({ id }) => id === account.serviceId),
    token: tokenAge(account.id),
    lastProblem: memory.lastOf(account.id),
  }));
}
