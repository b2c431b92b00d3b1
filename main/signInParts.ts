import { clipboard } from 'electron';
import { calculatePKCECodeChallenge, generateRandomState } from 'oauth4webapi';
import { callbackAddress } from '../core/signIn/callbackAddress.ts';
import type { SpokenLanguage } from '../core/texts/spokenLanguage.ts';
import { createTimeFormat } from '../core/time/timeFormat.ts';
import type { AccountBook } from './accounts/accountBook.ts';
import { SignInDesk } from './accounts/signInDesk.ts';
import { SignInEnds } from './accounts/signInEnds.ts';
import type { SignInPage } from './accounts/signInListener.ts';
import type { AnswerVerdict } from './accounts/signInState.ts';
import type { Foundation } from './foundation.ts';
import { openExternal } from './links/openExternal.ts';
import { services } from './services/registry.ts';
import { onSliceReplaced, type StateStore } from './shell/stateStore.ts';

/** Whom signing in tells, and what it may open. */
export interface SignInLinks {
  /** Addresses that stand in for services while Foyer is developed. */
  readonly standIns: readonly string[];
  readonly showWindow: () => void;
  readonly onChanged: () => void;
}

/** Builds what signs people in; the server for a browser to come back to is loaded with the first sign-in that needs it. */
export function buildSignIn({ clock, spoken, notices, log }: Foundation, links: SignInLinks): SignInDesk {
  return new SignInDesk({
    clock,
    openBrowser: (url) => openExternal(url, links.standIns),
    copyText: async (text) => clipboard.writeText(text),
    listen: async (at) => {
      const { listenForSignIn } = await import('./accounts/signInListener.ts');
      return listenForSignIn({ ...at, pageFor: (verdict) => pageFor(verdict, spoken) });
    },
    // 256 bits, which are letters enough for a PKCE verifier, too (RFC 7636, 4.1).
    randomText: generateRandomState,
    challengeOf: calculatePKCECodeChallenge,
    onChanged: links.onChanged,
    onAnswered: links.showWindow,
    onStray: () => {
      // What it says is somebody else's: it is in no log.
      log.warn('a sign-in came back that nobody waits for');
      notices.post({ id: 'stray-sign-in', tone: 'info', message: 'shell:notices.straySignIn', values: {} });
      links.showWindow();
    },
  });
}

/** Takes what the system handed over under the scheme of sign-ins; what is no place of any service goes nowhere. */
export function answerSignIn(desk: SignInDesk, address: string): void {
  const arrived = URL.parse(address);
  const isPlace = services.some(({ view }) => {
    const place = new URL(callbackAddress(view.id, ''));
    return view.signIn !== null && arrived?.protocol === place.protocol && arrived.pathname === place.pathname;
  });
  if (isPlace) {
    desk.answer(address);
  }
}

/** Follows the sign-ins that end by themselves, and asks for new ones in time. */
export function followSignInEnds({ clock, notices }: Foundation, accounts: AccountBook, store: StateStore): void {
  const idOf = (accountId: string): string => `sign-in-ends-${accountId}`;
  const ends = new SignInEnds({
    clock,
    endings: () => accounts.endingSignIns(),
    ask: ({ accountId, name, endsAt }) => {
      const time = createTimeFormat(store.getState().environment).formatDayAndTime(Date.parse(endsAt));
      notices.post({
        id: idOf(accountId),
        tone: 'warning',
        message: 'shell:notices.signInEnds',
        values: { name, time },
      });
    },
    withdraw: (accountId) => notices.dismiss(idOf(accountId)),
  });
  onSliceReplaced(store, ({ slice }) => {
    if (slice === 'accounts') {
      ends.look();
    }
  });
}

function pageFor(verdict: AnswerVerdict | 'handOver', { current, translate }: SpokenLanguage): SignInPage {
  const kind = verdict === 'again' ? 'accepted' : verdict;
  return {
    language: current,
    title: translate(`shell:signInPage.${kind}.title`),
    text: translate(`shell:signInPage.${kind}.text`),
  };
}
