import GoodIcon from 'lucide-react/icons/circle-check';
import TroubleIcon from 'lucide-react/icons/circle-x';
import AttentionIcon from 'lucide-react/icons/triangle-alert';
import type { HealthState } from '../../../core/model/health.ts';
import { healthText } from './healthTexts.ts';

const icons = { good: GoodIcon, attention: AttentionIcon, trouble: TroubleIcon } as const;

/** A state by its form and colour, and by its name for those who are read to. */
export function StateIcon({ state }: { readonly state: HealthState }) {
  const Icon = icons[state];
  return (
    <span className="health-state" data-state={state}>
      <Icon className="icon" aria-hidden />
      <span className="spoken">{healthText(`health:states.${state}`)}</span>
    </span>
  );
}
