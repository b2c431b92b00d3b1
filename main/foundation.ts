import { uptime } from 'node:os';
import type { Translate } from '../core/texts/translator.ts';
import type { Clock } from './clock.ts';
import { openProfile, type Profile } from './settings/profile.ts';
import type { Settings } from './settings/profileFiles.ts';
import type { ContentsGuard } from './shell/contentsGuard.ts';
import { NoticeBoard } from './shell/noticeBoard.ts';
import { ProblemGuard } from './shell/problemGuard.ts';
import { createProgramLog, type ProgramLog } from './shell/programLog.ts';
import type { StateStore } from './shell/stateStore.ts';
import { createMainTranslator } from './texts.ts';

/** What every other part of the program stands on. */
export interface Foundation {
  readonly clock: Clock;
  readonly translate: Translate;
  readonly log: ProgramLog;
  readonly problems: ProblemGuard;
  readonly notices: NoticeBoard;
  readonly profile: Profile;
  readonly settings: () => Settings;
  readonly changeSettings: (changes: Partial<Settings>) => void;
}

const clock: Clock = {
  wall: () => Date.now(),
  uptime: () => uptime() * 1_000,
  after: (delay, run) => {
    const timer = setTimeout(run, delay);
    return () => clearTimeout(timer);
  },
};

/** Opens log and profile. What of the profile could not be read is set aside, and the user is told. */
export async function layFoundation(folder: string, store: StateStore, guard: ContentsGuard): Promise<Foundation> {
  const translate = createMainTranslator();
  const log = createProgramLog(folder);
  const problems = new ProblemGuard(log, translate);
  problems.watch(guard.isGuest);
  const notices = new NoticeBoard((posted) => store.setState({ notices: posted }));
  const profile = await openProfile(folder, {
    onSetAside: ({ file, asideAs }) => {
      log.warn(`${file} was set aside as ${asideAs}`);
      const values = { file, asideAs };
      notices.post({ id: `aside-${file}`, tone: 'warning', message: 'shell:notices.profileFileSetAside', values });
    },
    onCannotWrite: (error) => {
      log.error('cannot write to the profile', error);
      notices.post({ id: 'cannot-write', tone: 'warning', message: 'shell:notices.cannotSave', values: {} });
    },
  });
  return {
    clock,
    translate,
    log,
    problems,
    notices,
    profile,
    settings: () => profile.settings.value,
    changeSettings: (changes) => profile.settings.replace({ ...profile.settings.value, ...changes }),
  };
}
