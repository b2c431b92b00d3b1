// Stands in for Electron's own default app, which the fallback runtime lacks: makes `electron FOLDER` work. It is an ES
// module because Electron holds `ready` back until its top-level await is over: what the app does before `ready` is in time.
import { readFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const { folder, preloads } = readArguments(process.argv.slice(1));
if (!folder) {
  console.error('Usage: electron [-r MODULE] FOLDER [ARGUMENT…]');
  app.exit(2);
} else {
  await start(resolve(folder));
}

/** @param {readonly string[]} args */
function readArguments(args) {
  const preloads = [];
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (argument === '-r' || argument === '--require') {
      index += 1;
      preloads.push(args[index]);
    } else if (!argument.startsWith('-')) {
      return { folder: argument, preloads };
    }
  }
  return { folder: undefined, preloads };
}

/** @param {string} path */
async function start(path) {
  const description = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8'));
  app.setAppPath(path);
  app.setName(description.productName ?? description.name ?? basename(path));
  app.setVersion(description.version ?? '0.0.0');
  if (description.desktopName) {
    app.setDesktopName(description.desktopName);
  }
  const profile = app.commandLine.getSwitchValue('user-data-dir');
  app.setPath('userData', profile ? resolve(profile) : join(app.getPath('appData'), app.getName()));
  Module._preloadModules(preloads);
  const main = createRequire(join(path, 'package.json')).resolve(resolve(path, description.main ?? 'index.js'));
  await import(pathToFileURL(main).href);
}
