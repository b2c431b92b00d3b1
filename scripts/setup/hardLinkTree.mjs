import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Copies a tree of plain files by hard links, file by file as real copies where links do not reach (other file systems).
 *
 * @param {string} source
 * @param {string} target
 */
export async function hardLinkTree(source, target) {
  await mkdir(target, { recursive: true, mode: 0o755 });
  for (const entry of await readdir(source, { withFileTypes: true })) {
    const from = join(source, entry.name);
    const to = join(target, entry.name);
    if (entry.isDirectory()) {
      await hardLinkTree(from, to);
    } else {
      await link(from, to).catch(() => copyFile(from, to));
    }
  }
}
