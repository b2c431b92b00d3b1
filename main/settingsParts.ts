import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { app, dialog, nativeTheme } from 'electron';
import { isInFoyer } from '../core/join/chooseWayIn.ts';
import type { ServiceWays } from '../core/model/setting.ts';
import type { Foundation } from './foundation.ts';
import { services } from './services/registry.ts';
import { isTwelveHour } from './settings/isTwelveHour.ts';
import { readSettingsExport, writeSettingsExport } from './settings/settingsExport.ts';
import { isChoiceKey } from './settings/settingsTable.ts';
import { confirmCommands, newCommands } from './shell/confirmCommands.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import type { StateStore } from './shell/stateStore.ts';
import { readWindowsClock } from './shell/systemFormats.ts';

/** What main does for the channels of the page of settings. */
export type SettingsAsks = Pick<
  AskHandlers,
  'getSettings' | 'changeSetting' | 'resetSettings' | 'exportSettings' | 'importSettings'
>;

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
): SettingsAsks {
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
  translate,
}: Foundation): Pick<SettingsAsks, 'getSettings' | 'changeSetting' | 'resetSettings'> {
  return {
    getSettings: () => ({
      ...choiceKeeper.page(),
      ways: listWays(!choiceKeeper.choices.disabledFeatures.includes('remotePages')),
    }),
    changeSetting: async ({ key, json }) => {
      const value = parseJson(json);
      const commands = key === 'openWith' ? newCommands(choiceKeeper.choices.openWith, value) : [];
      if (!isChoiceKey(key)) {
        return 'invalid';
      }
      return (await confirmCommands(commands, translate)) ? choiceKeeper.choose(key, value) : 'cancelled';
    },
    resetSettings: ({ key }) => choiceKeeper.reset(key === null ? undefined : [key].filter(isChoiceKey)),
  };
}

/** Of the services that leave a choice. */
function listWays(hasRemotePages: boolean): readonly ServiceWays[] {
  return services
    .map(({ view, knownWays = [] }) => ({
      serviceId: view.id,
      ways: knownWays.filter(({ id }) => hasRemotePages || !isInFoyer(id)),
    }))
    .filter(({ ways }) => ways.length > 1);
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
}: Foundation): Pick<SettingsAsks, 'exportSettings' | 'importSettings'> {
  const filters = () => [{ name: translate('settings:files.kind'), extensions: ['json'] }];
  return {
    exportSettings: async () => {
      const { filePath } = await dialog.showSaveDialog({
        title: translate('settings:files.save'),
        defaultPath: join(app.getPath('documents'), translate('settings:files.name')),
        filters: filters(),
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
        filters: filters(),
      });
      const [path] = filePaths;
      if (path === undefined) {
        return { kind: 'cancelled' };
      }
      const found = readSettingsExport(await readFile(path, 'utf8').catch(() => ''));
      if (found === null) {
        return { kind: 'unreadable' };
      }
      const { openWith, ...others } = found;
      const commands = newCommands(choiceKeeper.choices.openWith, openWith);
      const isAllowed = await confirmCommands(commands, translate);
      return { kind: 'imported', ...choiceKeeper.importChosen(isAllowed ? found : others) };
    },
  };
}
