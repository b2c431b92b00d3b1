import type { PolicyProblem, PolicyView, SettingOrigin, SettingView } from '../../../core/model/setting.ts';
import { useSettingsStore } from './settingsStore.ts';
import { text } from './settingsText.ts';

const noSettings: readonly SettingView[] = [];

/** What an administrator decided, where that is said, and what of it makes no sense. */
export function PolicySummary({ policy }: { readonly policy: PolicyView }) {
  const settings = useSettingsStore(({ page }) => page?.settings ?? noSettings);
  const { places, problems } = policy;
  return (
    // Longer than the window at times, and nothing in it to press: by keyboard it is scrolled itself.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: see above.
    <section className="policy" tabIndex={0} aria-label={text('settings:policy.label')}>
      <p>{text('settings:policy.found')}</p>
      <ul className="policy-places">
        {places.map((place) => (
          <li key={place}>
            <code>{place}</code>
          </li>
        ))}
      </ul>
      <Named title={text('settings:policy.managed')} settings={settings} origin="forced" />
      <Named title={text('settings:policy.suggested')} settings={settings} origin="recommended" />
      {problems.length === 0 ? null : (
        <section className="policy-problems" aria-label={text('settings:policy.problems')}>
          <h4>{text('settings:policy.problems')}</h4>
          <ul>
            {problems.map((problem) => (
              <li key={`${problem.place} ${problem.key} ${problem.reason}`}>{problemText(problem)}</li>
            ))}
          </ul>
        </section>
      )}
    </section>
  );
}

interface NamedProps {
  readonly title: string;
  readonly settings: readonly SettingView[];
  readonly origin: SettingOrigin;
}

function Named({ title, settings, origin }: NamedProps) {
  const named = settings.filter((setting) => setting.origin === origin);
  return named.length === 0 ? null : (
    <section className="policy-named" aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {named.map(({ key, label }) => (
          <li key={key}>{text(label)}</li>
        ))}
      </ul>
    </section>
  );
}

function problemText({ reason, key, place }: PolicyProblem): string {
  return text(`settings:policy.reasons.${reason}`, { key: key ?? '', place });
}
