import type { MessageKey } from '../texts/catalog.ts';

/** How something is: `attention` works less well than it could, `trouble` does not work. */
export const healthStates = ['good', 'attention', 'trouble'] as const;
/** See {@link healthStates}. */
export type HealthState = (typeof healthStates)[number];

/** What goes into a text: as it is, or in the words and formats of whoever reads it. */
export type HealthValue =
  | string
  | number
  /** ISO 8601 UTC. */
  | { readonly instant: string }
  /** Ms. */
  | { readonly length: number }
  | { readonly message: MessageKey };

/** A text as data. */
export interface HealthText {
  readonly message: MessageKey;
  readonly values: Readonly<Record<string, HealthValue>>;
}

/** One thing that is known, with its name. */
export interface HealthFact {
  readonly label: MessageKey;
  readonly value: HealthText;
}

/** What can be done about a line from where it is shown. */
export type HealthAction =
  | { readonly kind: 'editAccount'; readonly accountId: string }
  | { readonly kind: 'openConnections' | 'handleLinks' | 'sendTestAlert' | 'showLogs' };

/** One thing that was looked at. */
export interface HealthLine {
  readonly id: string;
  readonly state: HealthState;
  readonly title: HealthText;
  /** How it is, in a sentence. */
  readonly summary: HealthText;
  readonly facts: readonly HealthFact[];
  /** What to do; there is some wherever the state is not good. */
  readonly advice: HealthText | null;
  readonly action: HealthAction | null;
  /** Id of the last failed request, to quote to the service's support. */
  readonly trackingId: string | null;
}

/** Lines that belong together. */
export interface HealthSection {
  readonly title: MessageKey;
  readonly lines: readonly HealthLine[];
}

/** How the program and all it depends on are at a moment. */
export interface HealthReport {
  /** ISO 8601 UTC. */
  readonly madeAt: string;
  /** The worst of all lines. */
  readonly state: HealthState;
  readonly sections: readonly HealthSection[];
  /** Versions, of which none is good or bad. */
  readonly about: readonly HealthFact[];
}

/**
 * What became of a test alert: `sent` means that the system took it, which is all it tells; `failed` that it said no, with
 * its reason; `unanswered` that it said nothing.
 */
export type TestAlert =
  | { readonly kind: 'sent' | 'unsupported' | 'unanswered' }
  | { readonly kind: 'failed'; readonly reason: string };
