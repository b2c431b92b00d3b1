import type { HealthLine, HealthText } from '../../core/model/health.ts';
import type { PolicyProblem } from '../../core/model/setting.ts';
import { type ShortcutView, shortcutActions } from '../../core/model/shortcuts.ts';
import type { StartAtLogin } from '../../core/model/startAtLogin.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { HealthFacts } from './healthFacts.ts';
import { buildLine, plainFact, say } from './healthLine.ts';

/** Who opens links to Foyer, and brings sign-ins back. */
export function linksLine({ links: { kind } }: Pick<HealthFacts, 'links'>): HealthLine {
  const isGood = kind === 'ours' || kind === 'unknown';
  const canChange = kind === 'other' || kind === 'none';
  return buildLine({
    id: 'links',
    state: isGood ? 'good' : 'attention',
    title: say('health:links.title'),
    summary: say(`health:links.${kind}`),
    advice: isGood ? null : say(canChange ? 'health:advice.linksNone' : 'health:advice.linksUnavailable'),
    action: canChange ? { kind: 'handleLinks' } : null,
  });
}

/** What keeps the secrets. */
export function keyringLine({ keyring }: Pick<HealthFacts, 'keyring'>): HealthLine {
  const { kind, backend, isPlaintextAllowed } = keyring;
  const line = { id: 'keyring', title: say('health:keyring.title') };
  if (kind !== 'unprotected') {
    return buildLine({ ...line, summary: say(`health:keyring.${kind}`, { backend }) });
  }
  return buildLine({
    ...line,
    state: 'attention',
    summary: say(isPlaintextAllowed ? 'health:keyring.unprotected' : 'health:keyring.memory', { backend }),
    advice: say(isPlaintextAllowed ? 'health:advice.keyringUnprotected' : 'health:advice.keyringMemory'),
    action: isPlaintextAllowed ? null : { kind: 'openConnections' },
  });
}

/** Whether Foyer's icon is seen. */
export function trayLine({ hasTrayHost }: Pick<HealthFacts, 'hasTrayHost'>): HealthLine {
  return buildLine({
    id: 'tray',
    state: hasTrayHost ? 'good' : 'attention',
    title: say('health:tray.title'),
    summary: say(hasTrayHost ? 'health:tray.found' : 'health:tray.missing'),
    advice: hasTrayHost ? null : say('health:advice.trayMissing'),
  });
}

/** Whether the keys that were chosen are Foyer's. */
export function shortcutsLine({ shortcuts: { shortcuts } }: Pick<HealthFacts, 'shortcuts'>): HealthLine {
  const set = shortcutActions.map((action) => shortcuts[action]).filter(({ status }) => status !== 'unset');
  const keysOf = (status: ShortcutView['status']): readonly string[] =>
    set.flatMap((view) => (view.status === status && view.accelerator !== null ? [view.accelerator] : []));
  const line = { id: 'shortcuts', title: say('health:shortcuts.title') };
  const taken = keysOf('taken');
  if (taken.length > 0) {
    const summary = say('health:shortcuts.taken', { keys: taken.join(', ') });
    return buildLine({ ...line, state: 'attention', summary, advice: say('health:advice.shortcutTaken') });
  }
  if (set.some(({ status }) => status === 'unsupported')) {
    const summary = say('health:shortcuts.unsupported');
    return buildLine({ ...line, state: 'attention', summary, advice: say('health:advice.shortcutUnsupported') });
  }
  return buildLine({ ...line, summary: goodShortcuts(set), facts: keysFacts(set) });
}

function goodShortcuts(set: readonly ShortcutView[]): HealthText {
  if (set.length === 0) {
    return say('health:shortcuts.none');
  }
  return set.some(({ status }) => status === 'unproven')
    ? say('health:shortcuts.unproven')
    : say('health:shortcuts.good', { count: set.length });
}

function keysFacts(set: readonly ShortcutView[]): HealthLine['facts'] {
  return set.length === 0
    ? []
    : [plainFact('health:facts.keys', set.map(({ accelerator }) => accelerator ?? '').join(', '))];
}

const startAdvice: Readonly<Partial<Record<StartAtLogin, MessageKey>>> = {
  needsApproval: 'health:advice.startApproval',
  switchedOffBySystem: 'health:advice.startSwitchedOff',
};

/** Whether the system starts Foyer. */
export function startLine({ startAtLogin }: Pick<HealthFacts, 'startAtLogin'>): HealthLine {
  const advice = startAdvice[startAtLogin] ?? null;
  return buildLine({
    id: 'start-at-login',
    state: advice === null ? 'good' : 'attention',
    title: say('health:startAtLogin.title'),
    summary: say(`health:startAtLogin.${startAtLogin}`),
    advice: advice === null ? null : say(advice),
  });
}

/** The policy of an administrator; no line where there is none. */
export function policyLines({ policy: { places, problems } }: Pick<HealthFacts, 'policy'>): readonly HealthLine[] {
  if (places.length === 0) {
    return [];
  }
  const isGood = problems.length === 0;
  const entries = problems.map(entryName).join(', ');
  return [
    buildLine({
      id: 'policy',
      state: isGood ? 'good' : 'attention',
      title: say('health:policy.title'),
      summary: isGood ? say('health:policy.good') : say('health:policy.problems', { count: problems.length, entries }),
      facts: [plainFact('health:facts.source', places.join(', '))],
      advice: isGood ? null : say('health:advice.policyProblems'),
    }),
  ];
}

function entryName({ key, place }: PolicyProblem): string {
  return key ?? place;
}

/** The folders that are written to. */
export function fileLines({
  profile,
  logs,
  choices,
}: Pick<HealthFacts, 'profile' | 'logs' | 'choices'>): readonly HealthLine[] {
  return [
    buildLine({
      id: 'profile',
      state: profile.isWritable ? 'good' : 'trouble',
      title: say('health:profile.title'),
      summary: say(profile.isWritable ? 'health:profile.good' : 'health:profile.readOnly'),
      facts: [plainFact('health:facts.place', profile.path)],
      advice: profile.isWritable ? null : say('health:advice.profileReadOnly'),
    }),
    buildLine({
      id: 'logs',
      state: logs.isWritable ? 'good' : 'attention',
      title: say('health:logs.title'),
      summary: say(logs.isWritable ? 'health:logs.good' : 'health:logs.readOnly'),
      facts: [plainFact('health:facts.place', logs.path), plainFact('health:facts.level', choices.logLevel)],
      advice: logs.isWritable ? null : say('health:advice.logsReadOnly'),
      action: { kind: 'showLogs' },
    }),
  ];
}
