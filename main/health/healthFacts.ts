import type { AccountView } from '../../core/model/account.ts';
import type { Choices } from '../../core/model/choices.ts';
import type { KeyringView } from '../../core/model/foyerState.ts';
import type { TestAlert } from '../../core/model/health.ts';
import type { LinkRegistration } from '../../core/model/links.ts';
import type { ServiceView } from '../../core/model/service.ts';
import type { PolicyView } from '../../core/model/setting.ts';
import type { ShortcutsSlice } from '../../core/model/shortcuts.ts';
import type { StartAtLogin } from '../../core/model/startAtLogin.ts';
import type { TokenAge } from '../services/service.ts';
import type { PastProblem } from './problemMemory.ts';

/** An account, with what its state does not tell. */
export interface AccountFacts {
  readonly account: AccountView;
  readonly service: ServiceView | undefined;
  /** What lets it in at present; null when there is none, or its client does not tell. */
  readonly token: TokenAge | null;
  readonly lastProblem: PastProblem | null;
}

/** What is known about alerts. */
export interface AlertFacts {
  readonly isSupported: boolean;
  /** Who shows them on a Linux desktop; null where nobody does, undefined where nobody can be asked. */
  readonly host: string | null | undefined;
  readonly lastTest: { readonly at: string; readonly outcome: TestAlert } | null;
}

/** A folder that is written to. */
export interface FolderFacts {
  readonly path: string;
  readonly isWritable: boolean;
}

/** What Foyer runs on. */
export interface MachineFacts {
  readonly version: string;
  readonly isPackaged: boolean;
  readonly electron: string;
  readonly chromium: string;
  readonly node: string;
  readonly system: string;
  /** The desktop's name and the kind of its session, on Linux. */
  readonly desktop: string | null;
  readonly session: string | null;
}

/** Everything that a report is made from. */
export interface HealthFacts {
  /** Ms since 1970. */
  readonly now: number;
  readonly accounts: readonly AccountFacts[];
  readonly alerts: AlertFacts;
  readonly links: LinkRegistration;
  readonly keyring: KeyringView;
  readonly hasTrayHost: boolean;
  readonly shortcuts: ShortcutsSlice;
  readonly startAtLogin: StartAtLogin;
  readonly policy: PolicyView;
  readonly choices: Choices;
  readonly profile: FolderFacts;
  readonly logs: FolderFacts;
  readonly machine: MachineFacts;
}
