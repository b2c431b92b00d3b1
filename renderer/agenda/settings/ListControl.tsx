import { type Feature, features } from '../../../core/model/choices.ts';
import type { ServiceView } from '../../../core/model/service.ts';
import { selectServices, useAgendaStore } from '../agendaStore.ts';
import type { ControlProps } from './controlProps.ts';
import { text } from './settingsText.ts';
import { asPresetAccounts } from './settingValues.ts';

/** What an administrator listed, to be read. */
export function ListControl({ value, ids }: ControlProps) {
  const services = useAgendaStore(selectServices);
  const lines = listLines(value, services);
  return lines.length === 0 ? (
    <p className="setting-empty">{text('settings:controls.list.none')}</p>
  ) : (
    <ul className="setting-list" aria-labelledby={ids.label} aria-describedby={ids.description}>
      {lines.map((line) => (
        <li key={line}>
          <bdi>{line}</bdi>
        </li>
      ))}
    </ul>
  );
}

function listLines(value: unknown, services: readonly ServiceView[]): readonly string[] {
  const accounts = asPresetAccounts(value).map(({ serviceId, name }) => {
    const service = services.find(({ id }) => id === serviceId);
    return service === undefined ? name : `${text(service.name)} · ${name}`;
  });
  const names = Array.isArray(value)
    ? value.filter(isFeature).map((feature) => text(`settings:features.${feature}`))
    : [];
  return [...accounts, ...names];
}

function isFeature(item: unknown): item is Feature {
  return features.some((feature) => feature === item);
}
