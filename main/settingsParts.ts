import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import type { SettingChange, SettingsImport, SettingsPage } from '../core/model/setting.ts';
import type { AskArgument } from '../preload/channels.ts';
import type { Foundation } from './foundation.ts';
import { isTwelveHour } from './settings/isTwelveHour.ts';
import { readSettingsExport, writeSettingsExport } from './settings/settingsExport.ts';
import { isChoiceKey } from './settings/settingsTable.ts';
import type { StateStore } from './shell/stateStore.ts';
import { readWindowsClock } from './shell/systemFormats.ts';

/** What windows can ask about settings. */
export interface SettingsDoors {
  readonly settingsPage: () => SettingsPage;
  readonly changeSetting: (wish: AskArgument<'changeSetting'>) => SettingChange;
  readonly resetSettings: (wish: AskArgument<'resetSettings'>) => void;
  readonly exportSettings: () => Promise<'saved' | 'cancelled' | 'failed'>;
  readonly importSettings: () => Promise<SettingsImport>;
}

/** What the settings are shown with, and what follows them at once. */
interface SettingsTargets {
  readonly store: StateStore;
  readonly isSystemTwelveHour: boolean | undefined;
}

/** Whatever else follows a setting. */
interface SettingsFollowers {
  readonly onPlaintext: () => Promise<void>;
}

/** Has the state, the theme and the clock follow the settings, and builds the doors of the page of settings. */
export function buildSettingsParts(
  foundation: Foundation,
  { store, isSystemTwelveHour }: SettingsTargets,
  { onPlaintext }: SettingsFollowers,
): SettingsDoors {
  const { choiceKeeper, problems } = foundation;
  let ofSystem = isSystemTwelveHour;
  const show = (): void => {
    const { choices } = choiceKeeper;
    nativeTheme.themeSource = choices.theme;
    const { environment } = store.getState();
    const written = isTwelveHour(choices, ofSystem);
    store.setState({
      choices,
      ...(environment.isTwelveHour !== written && { environment: { ...environment, isTwelveHour: written } }),
    });
  };
  show();
  choiceKeeper.follow((_choices, changed) => {
    show();
    if (changed.has('isPlaintextAllowed')) {
      void onPlaintext().catch(problems.report);
    }
  });
  if (process.platform === 'win32') {
    void readWindowsClock().then((isTwelve) => {
      ofSystem = isTwelve ?? ofSystem;
      show();
    });
  }
  return { ...buildPage(foundation), ...buildFiles(foundation) };
}

function buildPage({
  choiceKeeper,
}: Foundation): Pick<SettingsDoors, 'settingsPage' | 'changeSetting' | 'resetSettings'> {
  return {
    settingsPage: () => choiceKeeper.page(),
    changeSetting: ({ key, json }) => (isChoiceKey(key) ? choiceKeeper.choose(key, parseJson(json)) : 'invalid'),
    resetSettings: ({ key }) => choiceKeeper.reset(key === null ? undefined : [key].filter(isChoiceKey)),
  };
}

/** A text that is not JSON gives undefined, which no setting can have. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function buildFiles({
  choiceKeeper,
  translate,
  log,
}: Foundation): Pick<SettingsDoors, 'exportSettings' | 'importSettings'> {
  const filters = [{ name: translate('settings:files.kind'), extensions: ['json'] }];
  return {
    exportSettings: async () => {
      const { filePath } = await dialog.showSaveDialog({
        title: translate('settings:files.save'),
        defaultPath: join(app.getPath('documents'), translate('settings:files.name')),
        filters,
      });
      if (!filePath) {
        return 'cancelled';
      }
      try {
        await writeFile(filePath, writeSettingsExport(choiceKeeper.exportChosen()));
        return 'saved';
      } catch (error) {
        log.error('settings could not be exported', error);
        return 'failed';
      }
    },
    importSettings: async () => {
      const { filePaths } = await dialog.showOpenDialog({
        title: translate('settings:files.open'),
        properties: ['openFile'],
        filters,
      });
      const [path] = filePaths;
      if (path === undefined) {
        return { kind: 'cancelled' };
      }
      const found = readSettingsExport(await readFile(path, 'utf8').catch(() => ''));
      return found === null ? { kind: 'unreadable' } : { kind: 'imported', ...choiceKeeper.importChosen(found) };
    },
  };
}
