import { type HealthReport, type HealthSection, healthStates } from '../../core/model/health.ts';
import { accountLine } from './accountLine.ts';
import { alertLine } from './alertLine.ts';
import type { HealthFacts, MachineFacts } from './healthFacts.ts';
import { buildLine, plainFact, say } from './healthLine.ts';
import { fileLines, keyringLine, linksLine, policyLines, shortcutsLine, startLine, trayLine } from './systemLines.ts';

/** Judges what was found. Total: there is a line for everything that was looked at, and advice where one is not good. */
export function healthReport(facts: HealthFacts): HealthReport {
  const sections: readonly HealthSection[] = [
    { title: 'health:sections.connections', lines: connectionLines(facts) },
    { title: 'health:sections.alerts', lines: [alertLine(facts)] },
    {
      title: 'health:sections.system',
      lines: [
        linksLine(facts),
        keyringLine(facts),
        trayLine(facts),
        shortcutsLine(facts),
        startLine(facts),
        ...policyLines(facts),
      ],
    },
    { title: 'health:sections.files', lines: fileLines(facts) },
  ];
  const worst = Math.max(...sections.flatMap(({ lines }) => lines.map(({ state }) => healthStates.indexOf(state))));
  return {
    madeAt: new Date(facts.now).toISOString(),
    state: healthStates[worst] ?? 'good',
    sections,
    about: aboutLines(facts.machine),
  };
}

function connectionLines({ accounts, now }: HealthFacts): HealthSection['lines'] {
  const none = buildLine({
    id: 'no-accounts',
    title: say('health:account.noneTitle'),
    summary: say('health:account.none'),
    action: null,
  });
  return accounts.length === 0 ? [none] : accounts.map((account) => accountLine(account, now));
}

function aboutLines(machine: MachineFacts): HealthReport['about'] {
  const { version, isPackaged, electron, chromium, node, system, desktop, session } = machine;
  return [
    {
      label: 'health:about.foyer',
      value: say(isPackaged ? 'health:build.packaged' : 'health:build.checkout', { version }),
    },
    plainFact('health:about.electron', electron),
    plainFact('health:about.chromium', chromium),
    plainFact('health:about.node', node),
    plainFact('health:about.system', system),
    ...(desktop === null ? [] : [plainFact('health:about.desktop', desktop)]),
    ...(session === null ? [] : [plainFact('health:about.session', session)]),
  ];
}
