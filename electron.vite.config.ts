import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { build, type Plugin } from 'vite';

/** All that is said in a language other than English in one file, fetched only where it is spoken. */
const textsByLanguage = {
  name: (id: string): string | null => {
    const language = /[\\/]assets[\\/]locales[\\/]([\w-]+)[\\/]/.exec(id)?.[1] ?? 'en';
    return language === 'en' ? null : `texts-${language}`;
  },
};

/** A window that is built by itself: a script that it shared with others would be a second one for each to wait for. */
function ownWindow(name: 'call' | 'reminder'): Plugin {
  return {
    name: `${name}-window`,
    apply: 'build',
    closeBundle: async () => {
      await build({
        configFile: false,
        root: resolve('renderer'),
        base: './',
        plugins: [react()],
        build: {
          outDir: resolve('out/renderer'),
          emptyOutDir: false,
          minify: true,
          modulePreload: { polyfill: false },
          rollupOptions: {
            input: { [name]: resolve(`renderer/${name}/index.html`) },
            output: { codeSplitting: { groups: [{ name, tags: ['$initial'] }, textsByLanguage] } },
          },
        },
      });
    },
  };
}

/**
 * electron-store can check what it stores against a JSON schema, which Foyer leaves to zod. The library for it is as large as
 * half of Foyer's own main process, and would be evaluated at every start.
 */
function withoutSchemas(): Plugin {
  const unused = new Set(['ajv/dist/2020.js', 'ajv-formats']);
  const empty =
    "export class Ajv2020 { constructor() { throw new Error('schemas are left out'); } }\nexport default {};";
  return {
    name: 'without-schemas',
    enforce: 'pre',
    resolveId: (id) => (unused.has(id) ? `\0${id}` : null),
    load: (id) => (unused.has(id.slice(1)) ? empty : null),
  };
}

// Everything is bundled (the package ships no node_modules): what a window does not need cannot slow its start.
export default defineConfig({
  main: {
    plugins: [withoutSchemas()],
    build: {
      externalizeDeps: false,
      minify: true,
      rollupOptions: {
        // Calendar files are read in a thread of its own, which begins with a file of its own.
        input: { index: resolve('main/index.ts'), calendarWorker: resolve('main/invites/calendarWorker.ts') },
        output: { format: 'es', codeSplitting: { groups: [textsByLanguage] } },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      minify: true,
      // A sandboxed preload must be one CommonJS file.
      rollupOptions: {
        input: {
          agenda: resolve('preload/agendaBridge.ts'),
          call: resolve('preload/callBridge.ts'),
          reminder: resolve('preload/reminderBridge.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve('renderer'),
    plugins: [react(), ownWindow('call'), ownWindow('reminder')],
    build: {
      minify: true,
      rollupOptions: {
        input: { agenda: resolve('renderer/agenda/index.html') },
        // All of the first script in one file: every further one is asked for while main is still starting.
        output: { codeSplitting: { groups: [{ name: 'agenda', tags: ['$initial'] }, textsByLanguage] } },
      },
    },
  },
});
