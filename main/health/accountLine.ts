import type { AccountStatus } from '../../core/model/account.ts';
import type { HealthFact, HealthLine, HealthState, HealthText, HealthValue } from '../../core/model/health.ts';
import type { AccountFacts } from './healthFacts.ts';
import { buildLine, plainFact, say } from './healthLine.ts';
import type { PastProblem } from './problemMemory.ts';

/** What only a person can mend is trouble; what time mends asks for attention. */
const states: Readonly<Record<AccountStatus['kind'], HealthState>> = {
  waiting: 'good',
  current: 'good',
  offline: 'attention',
  unreachable: 'attention',
  serverError: 'attention',
  unreadable: 'attention',
  limited: 'attention',
  refused: 'trouble',
  notSetUp: 'trouble',
  secretLost: 'trouble',
};

/** How one account is. */
export function accountLine(facts: AccountFacts, now: number): HealthLine {
  const { account, service } = facts;
  const { kind } = account.status;
  const name: HealthValue = service === undefined ? account.serviceId : { message: service.name };
  const isWell = kind === 'current' || kind === 'waiting';
  const isSkewed = isWell && account.clockSkew !== null;
  return buildLine({
    id: `account-${account.id}`,
    state: isSkewed ? 'attention' : states[kind],
    title: say('health:account.title', { name: account.name }),
    summary: isSkewed ? skewText(account.clockSkew ?? 0, name) : summaryOf(facts, name),
    facts: factsOf(facts, now),
    advice: isSkewed ? say('health:advice.clock') : adviceOf(account.status),
    action: states[kind] === 'trouble' ? { kind: 'editAccount', accountId: account.id } : null,
    trackingId: account.trackingId ?? facts.lastProblem?.trackingId ?? null,
  });
}

function summaryOf({ account: { status }, service: view }: AccountFacts, service: HealthValue): HealthText {
  if (status.words !== undefined) {
    return say(status.words.title);
  }
  if (status.kind === 'current' && view?.hasAgenda === false) {
    return say('health:account.ready', { service });
  }
  const code = status.kind === 'serverError' ? { code: status.httpStatus } : {};
  return say(`health:account.${status.kind}`, { service, ...code });
}

function adviceOf({ kind, words }: AccountStatus): HealthText | null {
  if (kind === 'waiting' || kind === 'current') {
    return null;
  }
  return say(words?.advice ?? `health:advice.${kind}`);
}

function skewText(skew: number, service: HealthValue): HealthText {
  const values = { length: { length: Math.abs(skew) }, service };
  return say(skew > 0 ? 'health:account.clockAhead' : 'health:account.clockBehind', values);
}

function factsOf({ account, service, token, lastProblem }: AccountFacts, now: number): readonly HealthFact[] {
  const { lastSuccessAt, nextAttemptAt, clockSkew, secretStorage } = account;
  const facts: HealthFact[] = [
    service === undefined
      ? plainFact('health:facts.service', account.serviceId)
      : plainFact('health:facts.service', { message: service.name }),
    { label: 'health:facts.lastSuccess', value: timeText(lastSuccessAt, 'health:values.never') },
  ];
  if (service?.hasAgenda !== false) {
    facts.push({ label: 'health:facts.nextTry', value: timeText(nextAttemptAt, 'health:values.notPlanned') });
  }
  if (lastProblem !== null) {
    facts.push({ label: 'health:facts.lastProblem', value: problemText(lastProblem) });
  }
  if (token !== null) {
    facts.push({ label: 'health:facts.token', value: tokenText(token, now) });
  }
  // Only a service that was asked in this run has told its time.
  if (service?.hasAgenda !== false && account.status.kind === 'current') {
    facts.push({ label: 'health:facts.clock', value: clockText(clockSkew) });
  }
  facts.push(plainFact('health:facts.secret', { message: `health:storage.${secretStorage}` }));
  return facts;
}

function timeText(instant: string | null, none: 'health:values.never' | 'health:values.notPlanned'): HealthText {
  return instant === null ? say(none) : say('health:values.at', { time: { instant } });
}

function problemText({ at, status }: PastProblem): HealthText {
  if (status.kind === 'waiting' || status.kind === 'current' || status.kind === 'offline') {
    return say('health:values.at', { time: { instant: at } });
  }
  const values = { time: { instant: at }, problem: { message: `health:problems.${status.kind}` } as const };
  return status.kind === 'serverError'
    ? say('health:values.problemCode', { ...values, code: status.httpStatus })
    : say('health:values.problem', values);
}

function tokenText({ since, until }: NonNullable<AccountFacts['token']>, now: number): HealthText {
  const age: HealthValue = { length: since === null ? 0 : Math.max(0, now - Date.parse(since)) };
  if (until === null) {
    return say('health:values.tokenAge', { age });
  }
  const time = { instant: until };
  return since === null ? say('health:values.tokenUntil', { time }) : say('health:values.tokenBoth', { age, time });
}

function clockText(skew: number | null): HealthText {
  if (skew === null) {
    return say('health:values.clockRight');
  }
  const length = { length: Math.abs(skew) };
  return say(skew > 0 ? 'health:values.clockAhead' : 'health:values.clockBehind', { length });
}
