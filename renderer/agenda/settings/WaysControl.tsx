import type { ServiceView } from '../../../core/model/service.ts';
import type { ServiceWays } from '../../../core/model/setting.ts';
import type { ControlProps } from './controlProps.ts';
import { Select } from './Select.tsx';
import { useSettingsStore } from './settingsStore.ts';
import { text } from './settingsText.ts';
import { asTexts } from './settingValues.ts';
import { useConnectedServices } from './useConnectedServices.ts';

/** Stands for no preference. */
const best = '';

const noWays: readonly ServiceWays[] = [];

/** The preferred way in, for each connected service that leaves a choice. */
export function WaysControl({ value, isLocked, ids, onChange }: ControlProps) {
  const known = useSettingsStore(({ page }) => page?.ways ?? noWays);
  const services = useConnectedServices();
  const chosen = asTexts(value);
  const rows = services.flatMap((service) => {
    const ways = known.find(({ serviceId }) => serviceId === service.id);
    return ways === undefined ? [] : [{ service, ways: ways.ways }];
  });
  if (rows.length === 0) {
    return <p className="setting-empty">{text('settings:controls.ways.none')}</p>;
  }
  return (
    <fieldset className="by-service" aria-labelledby={ids.label} aria-describedby={ids.description}>
      {rows.map(({ service, ways }) => (
        <div key={service.id} className="by-service-row">
          <label htmlFor={`${ids.control}-${service.id}`}>{text(service.name)}</label>
          <Select
            id={`${ids.control}-${service.id}`}
            value={ways.some(({ id }) => id === chosen[service.id]) ? chosen[service.id] : best}
            options={[
              { value: best, label: text('settings:controls.ways.best') },
              ...ways.map(({ id, label }) => ({ value: id, label: capitalize(text(label)) })),
            ]}
            isLocked={isLocked}
            onChoose={(wayId) => onChange(withChoice(chosen, service, wayId))}
          />
        </div>
      ))}
    </fieldset>
  );
}

function withChoice(
  chosen: Readonly<Record<string, string>>,
  { id }: ServiceView,
  wayId: string,
): Readonly<Record<string, string>> {
  const others = Object.entries(chosen).filter(([serviceId]) => serviceId !== id);
  return Object.fromEntries(wayId === best ? others : [...others, [id, wayId]]);
}

/** A way completes a sentence; here it begins one. */
function capitalize(label: string): string {
  return label.charAt(0).toLocaleUpperCase() + label.slice(1);
}
