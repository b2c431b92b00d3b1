import { registerHooks } from 'node:module';

// Import this before anything that takes electron-store: outside of Electron, the package of that name looks for a
// runtime to download. With an empty stand-in electron-store works as it does in Electron, on the folder it is given.
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron'
      ? { url: 'data:text/javascript,export default {}', format: 'module', shortCircuit: true }
      : next(specifier, context),
});
