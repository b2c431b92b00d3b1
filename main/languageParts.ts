import { app } from 'electron';
import { resolveLanguage } from '../core/texts/languages.ts';
import type { Foundation } from './foundation.ts';
import type { StateStore } from './shell/stateStore.ts';
import { loadMainTexts } from './texts.ts';

/**
 * Has main and the windows speak the language that is chosen, from now on and whenever another one is. What does not follow
 * the state is drawn by `draw`, in the language of this moment and in each later one.
 */
export function followLanguage(
  { choiceKeeper, spoken, problems }: Foundation,
  store: StateStore,
  draw: () => void,
): void {
  const follow = async (): Promise<void> => {
    const language = resolveLanguage(choiceKeeper.choices.language, app.getPreferredSystemLanguages());
    await spoken.speak(language, loadMainTexts);
    const { environment } = store.getState();
    if (environment.language !== spoken.current) {
      // Main has the texts now: what follows the state is drawn with them.
      store.setState({ environment: { ...environment, language: spoken.current } });
      draw();
    }
  };
  draw();
  choiceKeeper.follow((_choices, changed) => {
    if (changed.has('language')) {
      void follow().catch(problems.report);
    }
  });
  void follow().catch(problems.report);
}
