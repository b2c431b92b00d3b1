import type { ComponentType } from 'react';

/** A component whose code is not in the first script. */
export interface Part<Props> {
  /** The component, once its code is there. */
  readonly component: () => ComponentType<Props> | undefined;
  /** Fetches the code, if it is not there yet. */
  readonly load: () => Promise<void>;
}

/** A part of a window that is fetched when it is needed, or ahead of that. */
export function createPart<Props>(fetchComponent: () => Promise<ComponentType<Props>>): Part<Props> {
  let fetched: ComponentType<Props> | undefined;
  return {
    component: () => fetched,
    async load() {
      fetched ??= await fetchComponent();
    },
  };
}
