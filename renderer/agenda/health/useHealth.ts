import { useCallback, useEffect, useRef, useState } from 'react';
import type { HealthReport } from '../../../core/model/health.ts';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { useAgendaStore } from '../agendaStore.ts';

/** What nobody tells of (a panel that was closed, a folder that was locked) is seen after so many ms. */
const lookEvery = 30_000;

/** The latest report, or what came instead of one. */
export type Health =
  | { readonly kind: 'looking' | 'failed'; readonly report: null }
  | { readonly kind: 'seen'; readonly report: HealthReport };

/** Looks at once, whenever something changed that a report tells of, and from time to time. Gives the way to look again. */
export function useHealth(): { readonly health: Health; readonly look: () => Promise<void> } {
  const [health, setHealth] = useState<Health>({ kind: 'looking', report: null });
  const looks = useRef({ begun: 0, shown: 0 });
  const look = useCallback(async (): Promise<void> => {
    looks.current.begun += 1;
    const mine = looks.current.begun;
    const found = await foyerBridge.getHealth({}).catch(() => null);
    // A later look may have been quicker; a failed one takes nothing away.
    if (mine > looks.current.shown) {
      looks.current.shown = mine;
      setHealth((before) => nextHealth(before, found));
    }
  }, []);
  const accounts = useAgendaStore(({ foyer }) => foyer?.accounts);
  const environment = useAgendaStore(({ foyer }) => foyer?.environment);
  const links = useAgendaStore(({ foyer }) => foyer?.links.registration.kind);
  // Looking has main tell these anew, also where nothing changed.
  const shortcuts = useAgendaStore(({ foyer }) => JSON.stringify(foyer?.shortcuts.shortcuts));
  const choices = useAgendaStore(({ foyer }) => foyer?.choices);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what changed is not used, it only says that it is time to look.
  useEffect(() => void look(), [look, accounts, environment, links, shortcuts, choices]);
  useEffect(() => {
    const timer = window.setInterval(() => void look(), lookEvery);
    return () => window.clearInterval(timer);
  }, [look]);
  return { health, look };
}

function nextHealth(before: Health, found: HealthReport | null): Health {
  if (found !== null) {
    return { kind: 'seen', report: found };
  }
  return before.report === null ? { kind: 'failed', report: null } : before;
}
