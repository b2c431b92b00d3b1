import { useEffect, useId } from 'react';
import { foyerBridge } from '../common/foyerBridge.ts';
import { text } from '../common/texts.ts';
import { LinkHandling, useRegistration } from './LinkHandling.tsx';
import './linkSettings.css';

/** Who opens `foyer:` links on this machine. */
export function LinkSettings() {
  const registration = useRegistration();
  const titleId = useId();
  useEffect(() => {
    void foyerBridge.checkLinks({});
  }, []);
  if (registration === null) {
    return null;
  }
  return (
    <section className="link-settings" aria-labelledby={titleId}>
      <h3 id={titleId}>{text('agenda:linkSettings.title')}</h3>
      <LinkHandling registration={registration} />
    </section>
  );
}
