import type { Plugin } from 'vite';

/** Records what really goes into the bundle: the ids of its modules, and the files that it copies (fonts). */
export class BundledModules {
  readonly ids = new Set<string>();

  /** A plugin for a build; one record can be kept over several builds. */
  plugin(): Plugin {
    const { ids } = this;
    return {
      name: 'foyer:bundled-modules',
      generateBundle(_options, bundle) {
        for (const output of Object.values(bundle)) {
          for (const id of output.type === 'chunk' ? output.moduleIds : output.originalFileNames) {
            ids.add(id);
          }
        }
        // Style sheets are taken out of their chunks before this point.
        for (const id of this.getModuleIds()) {
          if (/\.css(?:$|\?)/.test(id)) {
            ids.add(id);
          }
        }
      },
    };
  }
}
