import type { Choices } from '../../core/model/choices.ts';
import type { Cipher } from '../accounts/cipher.ts';
import type { SignInDesk } from '../accounts/signInDesk.ts';
import type { AgendaDesk } from '../agenda/agendaDesk.ts';
import type { RoomDesk } from '../rooms/roomDesk.ts';
import type { StateStore } from './stateStore.ts';

/** Whose state is published. */
export interface StatePublisherParts {
  readonly store: StateStore;
  readonly desk: AgendaDesk;
  readonly roomDesk: RoomDesk;
  readonly signIn: SignInDesk;
  readonly cipher: Cipher;
  readonly choices: () => Choices;
}

/** Brings the state that is drawn up to date with its owners; a slice in which nothing changed stays as it is. */
export class StatePublisher {
  readonly #parts: StatePublisherParts;
  #isPlanned = false;

  constructor(parts: StatePublisherParts) {
    this.#parts = parts;
  }

  /** Publishes once for all that changes in this turn. */
  publishSoon(): void {
    if (!this.#isPlanned) {
      this.#isPlanned = true;
      queueMicrotask(() => this.publish());
    }
  }

  publish(): void {
    this.#isPlanned = false;
    const { store, desk, roomDesk, signIn, cipher, choices } = this.#parts;
    const now = store.getState();
    const keyring = {
      kind: cipher.isProtecting ? 'protected' : 'unprotected',
      backend: cipher.backend,
      isPlaintextAllowed: choices().isPlaintextAllowed,
    } as const;
    store.setState({
      agenda: desk.slice(),
      accounts: sameIfEqual(now.accounts, roomDesk.judge(desk.views())),
      rooms: sameIfEqual(now.rooms, roomDesk.slice()),
      signIn: sameIfEqual(now.signIn, signIn.view()),
      environment: sameIfEqual(now.environment, { ...now.environment, keyring }),
    });
  }
}

function sameIfEqual<Value>(before: Value, after: Value): Value {
  return JSON.stringify(before) === JSON.stringify(after) ? before : after;
}
