import BackIcon from 'lucide-react/icons/arrow-left';
import { useState } from 'react';
import { Dialog } from '../../common/Dialog.tsx';
import { IconButton } from '../../common/IconButton.tsx';
import { closeDialog } from '../windowActions.ts';
import { Diagnostics } from './Diagnostics.tsx';
import { HealthOverview } from './HealthOverview.tsx';
import { healthText } from './healthTexts.ts';
import { useHealth } from './useHealth.ts';
import './health.css';

/** How Foyer and all that it depends on are, and the same as a text for whoever helps. */
export function HealthDialog() {
  const { health, look } = useHealth();
  const [isDiagnosing, setDiagnosing] = useState(false);
  const back = isDiagnosing ? (
    <IconButton icon={BackIcon} label={healthText('health:back')} onClick={() => setDiagnosing(false)} />
  ) : null;
  return (
    <Dialog
      title={healthText(isDiagnosing ? 'health:diagnostics.title' : 'health:title')}
      closeLabel={healthText('health:close')}
      onClose={closeDialog}
      before={back}
    >
      {isDiagnosing ? (
        <Diagnostics />
      ) : (
        <HealthOverview health={health} onLook={look} onDiagnostics={() => setDiagnosing(true)} />
      )}
    </Dialog>
  );
}
