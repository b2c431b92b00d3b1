import { cpSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { Arch, build as buildPackage, Platform } from 'electron-builder';
import { build as buildBundle } from 'electron-vite';
import { type ElectronRuntime, electronVariables } from '../setup/electronRuntime.mjs';
import { step } from '../setup/step.mjs';
import { BundledModules } from './bundledModules.ts';
import { appFolder, noticesFile, resourcesFolder, unpackedFolder } from './packagePaths.ts';
import { thirdPartyNotices } from './thirdPartyNotices.ts';

/** What the program and the system need of package.json; the rest is about building. */
const shippedFields = [
  'name',
  'productName',
  'version',
  'description',
  'homepage',
  'author',
  'license',
  'type',
  'main',
  'desktopName',
];

/**
 * Builds bundle and notices, and packages them for this platform: unpacked into dist/, or as the named targets of
 * electron-builder ("nsis", "dmg", "AppImage", …), which need the official Electron.
 */
export async function packageFoyer(root: string, runtime: ElectronRuntime, targets: readonly string[]): Promise<void> {
  if (runtime.kind === 'fallback' && targets.length > 0) {
    throw new Error(
      `The fallback Electron ${runtime.version} is never shipped: ${targets.join(', ')} need the official one.`,
    );
  }
  // The bundler aims at the JavaScript and CSS of the Electron that it is told of here.
  Object.assign(process.env, electronVariables(runtime));
  rmSync(unpackedFolder(root), { recursive: true, force: true });
  await step('Building the bundle and its third-party notices', () => stageApp(root, runtime.version));
  await buildPackage({
    projectDir: root,
    targets: Platform.current().createTarget(targets.length > 0 ? [...targets] : 'dir', currentArch()),
    publish: 'never',
    config: { electronDist: runtime.pristinePath, electronVersion: runtime.version },
  });
  const archive = statSync(join(resourcesFolder(root), 'app.asar')).size;
  console.log(`\n${unpackedFolder(root)}\napp.asar: ${(archive / 2 ** 20).toFixed(2)} MB`);
  if (runtime.kind === 'fallback') {
    console.log(
      `\nNot for shipping: this is the fallback Electron ${runtime.version}, good for development and tests only.\n` +
        'Packages for users need the official Electron, which `npm run setup` fetches where its downloads are in reach.',
    );
  }
}

function isTrayPictureOfThisPlatform(path: string): boolean {
  switch (extname(path) === '' ? 'folder' : process.platform) {
    case 'folder':
      return true;
    case 'darwin':
      return path.includes('Template');
    case 'win32':
      return path.endsWith('.ico') || path.includes('minutes-');
    default:
      return path.endsWith('.png') && !/Template|minutes-.*-(16|20|24|32)\.png$/.test(path);
  }
}

function currentArch(): Arch {
  const arch = Arch[process.arch as keyof typeof Arch];
  if (arch === undefined) {
    throw new Error(`Electron is not made for ${process.arch}.`);
  }
  return arch;
}

/** Lays out the program in a folder of its own, so that nothing else of the checkout can slip into a package. */
async function stageApp(root: string, electronVersion: string): Promise<void> {
  const app = appFolder(root);
  const modules = new BundledModules();
  rmSync(app, { recursive: true, force: true });
  await buildBundle({ root, plugins: [modules.plugin()], build: { outDir: join(app, 'out') }, logLevel: 'warn' });
  cpSync(join(root, 'assets/icons/window.png'), join(app, 'assets/icons/window.png'));
  cpSync(join(root, 'assets/sounds'), join(app, 'assets/sounds'), { recursive: true });
  cpSync(join(root, 'assets/tray'), join(app, 'assets/tray'), { recursive: true, filter: isTrayPictureOfThisPlatform });
  const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Readonly<Record<string, unknown>>;
  const shipped = Object.fromEntries(shippedFields.map((field) => [field, whole[field]]));
  writeFileSync(join(app, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`);
  writeFileSync(noticesFile(root), thirdPartyNotices(root, modules.ids, electronVersion));
}
