import { useEffect } from 'react';
import { foyerBridge } from '../../common/foyerBridge.ts';
import { LinkHandling, useRegistration } from '../LinkHandling.tsx';
import { ExtraRow } from './ExtraRow.tsx';

/** Who opens `foyer:` links on this machine. */
export function LinksRow() {
  const registration = useRegistration();
  useEffect(() => {
    void foyerBridge.checkLinks({});
  }, []);
  return <ExtraRow extra="links" below={registration === null ? null : <LinkHandling registration={registration} />} />;
}
