import { app } from 'electron';
import type { EnvironmentSlice } from '../core/model/foyerState.ts';
import { toJsonText } from '../core/model/jsonText.ts';
import { resolveLanguage } from '../core/texts/languages.ts';
import { readFirstState } from './firstState.ts';
import type { LinkInbox } from './links/linkInbox.ts';
import { findService } from './services/registry.ts';
import { type JudgeField, noPolicy, readPolicy } from './settings/policy.ts';
import { createProfileReader } from './settings/profileFile.ts';
import { agendaFile } from './settings/profileFiles.ts';
import { findPolicies } from './settings/systemPolicy.ts';
import type { AgendaWindow } from './shell/agendaWindow.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import { openIpcDoor } from './shell/ipcDoor.ts';
import type { AskHandlers } from './shell/ipcRouter.ts';
import { createStateStore, onSliceReplaced } from './shell/stateStore.ts';
import { createStateTeller } from './shell/stateTeller.ts';
import { readSystemFormats } from './shell/systemFormats.ts';

/** More than any window shows at first; should there be more, they follow once that is drawn. */
const firstMeetings = 500;

/** While Foyer is developed, a file can stand in for what administrators wrote. */
const policyFile = app.isPackaged ? undefined : process.env['FOYER_POLICY'];

/** Windows has to be asked by a program of its own: the first picture does not wait for that. */
const isPolicySlow = process.platform === 'win32';

/** What is there before anything can be answered. */
export interface DoorParts {
  readonly window: AgendaWindow;
  /** Folder of everything that outlives a run. */
  readonly profile: string;
  /** No window was opened: only the tray will show that the program runs. */
  readonly isHidden: boolean;
  /** What came from outside, and will come. */
  readonly inbox: LinkInbox;
  readonly isOwnPage: (url: string) => boolean;
  readonly guard: ContentsGuard;
}

/**
 * Opens the door for the window's questions. The first one, for the state, is answered from the files of the last run; the
 * second one loads the program. Returns the way to load the program without being asked.
 */
export function openDoor({ isOwnPage, ...parts }: DoorParts): () => Promise<AskHandlers> {
  const tell = createStateTeller((news) => parts.window.tell('stateChanged', news));
  const environment = describeEnvironment();
  const readFile = createProfileReader(parts.profile);
  const policy = findPolicies(process.platform, policyFile).then((found) => readPolicy(found, judgeField));
  // The long one is read while administrators are asked.
  void readFile(agendaFile);
  const store = (isPolicySlow ? Promise.resolve(noPolicy) : policy)
    .then((known) => readFirstState(readFile, environment, known, Date.now()))
    .then(createStateStore);
  const startProgram = once(async (): Promise<AskHandlers> => {
    try {
      const program = await import('./program.ts');
      const isSystemTwelveHour = environment.isTwelveHour;
      const known = { store: await store, policy: await policy, readFile, isSystemTwelveHour };
      return await program.startProgram({ ...known, ...parts });
    } catch (error) {
      const { showStartProblem } = await import('./shell/startProblem.ts');
      await showStartProblem(error);
      throw error;
    }
  });
  const getState = async (): Promise<AskHandlers['getState']> => {
    const ready = await store;
    return () => {
      const state = ready.getState();
      const meetings = state.agenda.meetings.slice(0, firstMeetings);
      if (meetings.length < state.agenda.meetings.length) {
        parts.window.afterPainted(() => tell({ slice: 'agenda', value: ready.getState().agenda }));
      }
      return toJsonText({ ...state, agenda: { ...state.agenda, meetings } });
    };
  };
  openIpcDoor({ first: { getState }, all: startProgram }, isOwnPage);
  void store.then((ready) => onSliceReplaced(ready, tell));
  return startProgram;
}

const judgeField: JudgeField = (serviceId, name) => {
  const kind = findService(serviceId)?.view.fields.find((field) => field.name === name)?.kind;
  return kind === 'secret' || kind === undefined ? (kind ?? null) : 'plain';
};

function describeEnvironment(): EnvironmentSlice {
  return {
    platform: process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux',
    version: app.getVersion(),
    language: resolveLanguage('system', app.getPreferredSystemLanguages()),
    ...readSystemFormats(app, process.env),
    keyring: { kind: 'unknown', backend: '', isPlaintextAllowed: false },
  };
}

function once<Value>(run: () => Promise<Value>): () => Promise<Value> {
  let started: Promise<Value> | undefined;
  return () => {
    started ??= run();
    return started;
  };
}
