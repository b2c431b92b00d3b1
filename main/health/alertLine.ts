import type { HealthFact, HealthLine, HealthState, HealthText } from '../../core/model/health.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';
import type { AlertFacts, HealthFacts } from './healthFacts.ts';
import { buildLine, plainFact, say } from './healthLine.ts';

interface Finding {
  readonly state: HealthState;
  readonly summary: HealthText;
  readonly advice: HealthText | null;
}

/** Whether alerts would be seen. No system tells all of it, so that there is a test alert. */
export function alertLine({ alerts, choices }: Pick<HealthFacts, 'alerts' | 'choices'>): HealthLine {
  return buildLine({
    id: 'alerts',
    title: say('health:alerts.title'),
    ...findingOf(alerts, choices.reminderNotification || choices.reminderWindow !== 'off'),
    facts: factsOf(alerts),
    action: { kind: 'sendTestAlert' },
  });
}

function findingOf({ isSupported, host, lastTest }: AlertFacts, isWanted: boolean): Finding {
  const outcome = lastTest?.outcome;
  if (!isSupported || host === null || outcome?.kind === 'unsupported') {
    return found('trouble', say('health:alerts.unsupported'), 'health:advice.alertsUnsupported');
  }
  if (outcome?.kind === 'failed') {
    return found('trouble', say('health:alerts.failed', { reason: outcome.reason }), 'health:advice.alertsFailed');
  }
  if (outcome?.kind === 'unanswered') {
    return found('attention', say('health:alerts.unanswered'), 'health:advice.alertsUnanswered');
  }
  if (!isWanted) {
    return found('attention', say('health:alerts.off'), 'health:advice.alertsOff');
  }
  return found('good', say(outcome === undefined ? 'health:alerts.supported' : 'health:alerts.tested'), null);
}

function found(state: HealthState, summary: HealthText, advice: MessageKey | null): Finding {
  return { state, summary, advice: advice === null ? null : say(advice) };
}

function factsOf({ host, lastTest }: AlertFacts): readonly HealthFact[] {
  return [
    ...(host ? [plainFact('health:facts.host', host)] : []),
    ...(lastTest === null ? [] : [{ label: 'health:facts.test' as const, value: testText(lastTest) }]),
  ];
}

function testText({ at, outcome }: NonNullable<AlertFacts['lastTest']>): HealthText {
  const time = { instant: at };
  switch (outcome.kind) {
    case 'sent':
      return say('health:alerts.testShown', { time });
    case 'unanswered':
      return say('health:alerts.testUnanswered', { time });
    default:
      return say('health:alerts.testFailed', { time });
  }
}
