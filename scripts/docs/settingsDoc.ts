import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import settingsTexts from '../../assets/locales/en/settings.json' with { type: 'json' };
import { type ChoiceKey, features } from '../../core/model/choices.ts';
import { type SettingControl, settingSections } from '../../core/model/setting.ts';
import { createTranslator } from '../../core/texts/translator.ts';
import { services } from '../../main/services/registry.ts';
import { choiceKeys, settingsTable } from '../../main/settings/settingsTable.ts';
import type { Outcome } from '../check/runTool.ts';

/** The page of documentation, drawn from the table of settings and its texts. */
const path = 'docs/settings.md';

const translate = createTranslator('en', { settings: settingsTexts });

/** Says whether the page in the checkout is what the table says; with `isFixing`, makes it so. */
export function checkSettingsDoc(root: string, isFixing: boolean): Outcome {
  const wanted = settingsDoc();
  if (isFixing) {
    writeFileSync(join(root, path), wanted);
  }
  const isGood = readDoc(root) === wanted;
  return { isGood, details: isGood ? '' : `${path} is not what the table of settings says: npm run check -- --fix` };
}

/** The whole page. */
export function settingsDoc(): string {
  return [introduction, ...settingSections.map(describeSection), policies(), ''].join('\n');
}

function readDoc(root: string): string {
  try {
    return readFileSync(join(root, path), 'utf8').replaceAll('\r\n', '\n');
  } catch {
    return '';
  }
}

const introduction = `# Settings

<!-- Drawn from main/settings/settingsTable.ts and assets/locales/en/settings.json by \`npm run check -- --fix\`: change it there. -->

All settings are found with Ctrl+, (⌘,). They lie in \`settings.json\` of the profile, by the names below; one that nobody
touched is not there, and one that makes no sense falls back alone, with a note. *Advanced* exports and imports them;
there is no secret among them. Every setting can be decided by an administrator (see [Policies](#policies)).
`;

function describeSection(section: (typeof settingSections)[number]): string {
  const keys = choiceKeys.filter((key) => settingsTable[key].section === section);
  return keys.length === 0
    ? ''
    : [`## ${translate(`settings:sections.${section}`)}`, '', ...keys.map(describe)].join('\n');
}

function describe(key: ChoiceKey): string {
  const { control, fresh, section, isHeldBySystem, needsRestart } = settingsTable[key];
  const facts = [
    `Value: ${valueText(key, control)}`,
    `Default: \`${JSON.stringify(fresh)}\``,
    isHeldBySystem === true ? 'Kept by the system, not in the file: a policy can force it, and not recommend it.' : '',
    needsRestart === true ? 'Holds from the next start on.' : '',
    section === 'policy' ? 'For policies only: the page of settings shows it.' : '',
  ];
  return [
    `### ${translate(`settings:entries.${key}.label`)} \`${key}\``,
    '',
    translate(`settings:entries.${key}.description`),
    '',
    ...facts.filter((fact) => fact !== '').map((fact) => `- ${fact}`),
    '',
  ].join('\n');
}

function valueText(key: ChoiceKey, control: SettingControl): string {
  switch (control.kind) {
    case 'switch':
    case 'startAtLogin':
      return '`true` or `false`';
    case 'options':
      return control.options.map(({ value, label }) => `\`"${value}"\` (${translate(label)})`).join(', ');
    case 'minutes':
      return `a list of 1 to ${control.most} different whole numbers from ${control.least} to ${control.greatest}`;
    case 'dayTimes':
      return '`null`, or two local times of the day: `{ "from": "22:00", "to": "07:00" }`';
    case 'zone':
      return 'a name of the IANA time zone database (`"Asia/Tokyo"`), or `""` for none';
    case 'shortcut':
      return 'keys as Electron writes them (`"Ctrl+Alt+J"`), or `""` for none';
    case 'ways':
      return `by service, one of its ways in: ${waysText()}`;
    case 'commands':
      return 'by service, a command in which `{url}` stands for the address: `{ "pexip": "firefox -P work {url}" }`';
    case 'places':
      return 'a list of places, each a service and a host: `[{ "serviceId": "pexip", "host": "join.example.com" }]`; `null` as the host stands for the user’s own meetings and rooms there';
    case 'list':
      return key === 'disabledFeatures' ? featuresText() : presetsText;
  }
}

const presetsText =
  'a list of connections without their secrets, each a service, a name and the fields of its form: `[{ "serviceId": "pexip", "name": "Boardroom", "fields": { "node": "join.example.com" } }]`';

function featuresText(): string {
  const named = features.map((feature) => `\`"${feature}"\` (${translate(`settings:features.${feature}`)})`);
  return `a list of what is switched off: ${named.join(', ')}`;
}

function waysText(): string {
  return services
    .flatMap(({ view, knownWays }) =>
      knownWays === undefined ? [] : [`\`${view.id}\`: ${knownWays.map(({ id }) => `\`"${id}"\``).join(', ')}`],
    )
    .join('; ');
}

function policies(): string {
  const example = {
    forced: { isPlaintextAllowed: false, hideTitles: 'whileSharing', disabledFeatures: ['autoJoin'] },
    recommended: { reminderLeads: [5, 0], theme: 'system' },
  };
  return `## Policies

An administrator decides settings by the same names. What is *forced* holds, and the page of settings shows it locked, with
where it was found; what is *recommended* holds until the user chooses otherwise. An entry that makes no sense is passed
over alone, and the page of settings names it. Secrets do not belong in a policy and are passed over. Policies are read
when Foyer starts.

| system | place | form |
|---|---|---|
| Linux | \`/etc/foyer/policy.json\` | JSON with \`forced\` and \`recommended\` |
| Windows | \`HKLM\\Software\\Policies\\Foyer\` and, after it, \`HKCU\\Software\\Policies\\Foyer\` | forced are the values of the key, recommended those of its subkey \`Recommended\`: a switch is a \`REG_DWORD\` of 0 or 1, a text a \`REG_SZ\`, all else JSON in a \`REG_SZ\`; lists of texts may be a \`REG_MULTI_SZ\` |
| macOS | managed preferences of \`app.foyer.desktop\`, for the user and, after them, for the machine | forced are the keys themselves, recommended those of a dictionary \`Recommended\` |

On Linux, for example:

\`\`\`json
${JSON.stringify(example, null, 2)}
\`\`\`

In a \`.mobileconfig\` for macOS, the same key in a payload of the type \`app.foyer.desktop\`:

\`\`\`xml
<key>isPlaintextAllowed</key>
<false/>
<key>Recommended</key>
<dict>
  <key>theme</key>
  <string>system</string>
</dict>
\`\`\`

On Windows, in a \`.reg\` file:

\`\`\`reg
[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Foyer]
"isPlaintextAllowed"=dword:00000000
"disabledFeatures"="[\\"autoJoin\\"]"

[HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Foyer\\Recommended]
"theme"="system"
\`\`\``;
}
