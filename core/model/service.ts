import type { MessageKey } from '../texts/catalog.ts';

/** One input of a connect form, as data: windows draw it without knowing the service. */
export interface ConnectField {
  readonly name: string;
  /** `secret` is masked, kept in the vault and never given back; `host` and `domains` are checked as such. */
  readonly kind: 'text' | 'secret' | 'host' | 'domains';
  readonly required: boolean;
  readonly label: MessageKey;
  readonly hint: MessageKey;
}

/** How a service presents itself: everything windows know of it. */
export interface ServiceView {
  readonly id: string;
  readonly name: MessageKey;
  /** One sentence on what connecting it gives. */
  readonly pitch: MessageKey;
  /** What the name of one account stands for ("Room"). */
  readonly accountNameLabel: MessageKey;
  readonly accountNameHint: MessageKey;
  readonly fields: readonly ConnectField[];
  /** Where the credentials come from. */
  readonly credentialsHelp: MessageKey;
}
