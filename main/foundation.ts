import { uptime } from 'node:os';
import type { Choices } from '../core/model/choices.ts';
import type { Notice } from '../core/model/foyerState.ts';
import { SpokenLanguage } from '../core/texts/spokenLanguage.ts';
import type { Translate } from '../core/texts/translator.ts';
import type { Clock } from './clock.ts';
import { ChoiceKeeper } from './settings/choiceKeeper.ts';
import type { Policy } from './settings/policy.ts';
import { openProfile, type Profile } from './settings/profile.ts';
import type { ReadProfileFile } from './settings/profileFile.ts';
import type { ProfileEvents, SetAside } from './settings/profileStore.ts';
import type { Remembered, Settings } from './settings/settingsFile.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import { NoticeBoard } from './shell/noticeBoard.ts';
import { ProblemGuard } from './shell/problemGuard.ts';
import { createProgramLog, type ProgramLog } from './shell/programLog.ts';
import type { StateStore } from './shell/stateStore.ts';
import { createMainTranslator, loadMainTexts } from './texts.ts';

/** What every other part of the program stands on. */
export interface Foundation {
  readonly clock: Clock;
  readonly spoken: SpokenLanguage;
  /** Gives texts in the language that is spoken when they are asked for. */
  readonly translate: Translate;
  readonly log: ProgramLog;
  readonly problems: ProblemGuard;
  readonly notices: NoticeBoard;
  readonly profile: Profile;
  /** What Foyer remembers by itself, and what the user chose; for what holds, see `choices`. */
  readonly settings: () => Settings;
  readonly changeSettings: (changes: Partial<Remembered>) => void;
  /** What people and administrators decided, as it holds now. */
  readonly choices: () => Choices;
  readonly choiceKeeper: ChoiceKeeper;
}

const clock: Clock = {
  wall: () => Date.now(),
  uptime: () => uptime() * 1_000,
  after: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

/** What is there before the foundation. */
export interface FoundationParts {
  readonly guard: ContentsGuard;
  /** What administrators decided. */
  readonly policy: Policy;
  /** Reads files of the profile; those of the first picture were read already. */
  readonly readFile: ReadProfileFile;
}

/** Opens log and profile. What of the profile could not be read is set aside, and the user is told. */
export async function layFoundation(
  folder: string,
  store: StateStore,
  { guard, policy, readFile }: FoundationParts,
): Promise<Foundation> {
  const spoken = new SpokenLanguage();
  const translate = createMainTranslator(spoken);
  const log = createProgramLog(folder);
  await spoken.speak(store.getState().environment.language, loadMainTexts).catch((error: unknown) => {
    log.error('texts could not be loaded', error);
  });
  const problems = new ProblemGuard(log, translate);
  problems.watch(guard.isGuest);
  const notices = new NoticeBoard((posted) => store.setState({ notices: posted }));
  const events: ProfileEvents = {
    onSetAside: (aside) => {
      log.warn(`${aside.file} was set aside as ${aside.asideAs}`);
      notices.post(describeSetAside(aside));
    },
    onCannotWrite: (error) => {
      log.error('cannot write to the profile', error);
      notices.post({ id: 'cannot-write', tone: 'warning', message: 'shell:notices.cannotSave', values: {} });
    },
  };
  const profile = await openProfile(folder, events, readFile);
  const choiceKeeper = new ChoiceKeeper(profile.settings, policy);
  log.setLevel(choiceKeeper.choices.logLevel);
  choiceKeeper.follow(({ logLevel }) => log.setLevel(logLevel));
  return {
    clock,
    spoken,
    translate,
    log,
    problems,
    notices,
    profile,
    settings: () => profile.settings.value,
    changeSettings: (changes) => profile.settings.replace({ ...profile.settings.value, ...changes }),
    choices: () => choiceKeeper.choices,
    choiceKeeper,
  };
}

function describeSetAside({ file, asideAs, lost }: SetAside): Notice {
  const names = lost.slice(0, 5).join(', ');
  return {
    id: `aside-${file}`,
    tone: 'warning',
    message: names === '' ? 'shell:notices.profileFileSetAside' : 'shell:notices.settingsFellBack',
    values: { file, asideAs, names },
  };
}
