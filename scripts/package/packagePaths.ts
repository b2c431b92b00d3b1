import { join } from 'node:path';

/** The program as it will be packaged, laid out; electron-builder.yml names it too. */
export function appFolder(root: string): string {
  return join(root, 'dist', 'app');
}

/** The licences of everything in the bundle; electron-builder.yml names it too. */
export function noticesFile(root: string): string {
  return join(root, 'dist', 'THIRD-PARTY-NOTICES.txt');
}

/** Where electron-builder puts the unpacked package of this platform. */
export function unpackedFolder(root: string): string {
  const isPlain = process.arch === 'x64';
  const suffix = isPlain ? '' : `-${process.arch}`;
  switch (process.platform) {
    case 'darwin':
      return join(root, 'dist', `mac${suffix}`);
    case 'win32':
      return join(root, 'dist', `win${suffix}-unpacked`);
    default:
      return join(root, 'dist', `linux${suffix}-unpacked`);
  }
}

/** The program in the unpacked package. */
export function packagedProgram(root: string): string {
  const folder = unpackedFolder(root);
  switch (process.platform) {
    case 'darwin':
      return join(folder, 'Foyer.app');
    case 'win32':
      return join(folder, 'Foyer.exe');
    default:
      return join(folder, 'foyer');
  }
}

/** The resources in the unpacked package. */
export function resourcesFolder(root: string): string {
  const folder = unpackedFolder(root);
  return process.platform === 'darwin' ? join(folder, 'Foyer.app/Contents/Resources') : join(folder, 'resources');
}
