import type { HealthFact, HealthLine, HealthState, HealthText, HealthValue } from '../../core/model/health.ts';
import type { MessageKey } from '../../core/texts/catalog.ts';

/** A text as data. */
export function say(message: MessageKey, values: Readonly<Record<string, HealthValue>> = {}): HealthText {
  return { message, values };
}

/** A fact whose value is written as it is. */
export function plainFact(label: MessageKey, value: HealthValue): HealthFact {
  return { label, value: say('health:values.plain', { value }) };
}

/** A line that says nothing of what is left out. */
export function buildLine(
  parts: Pick<HealthLine, 'id' | 'title' | 'summary'> & { readonly state?: HealthState } & Partial<HealthLine>,
): HealthLine {
  return { state: 'good', facts: [], advice: null, action: null, trackingId: null, ...parts };
}
