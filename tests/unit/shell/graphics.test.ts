import { expect, test } from 'vitest';
import { mayHaveGraphics } from '../../../main/shell/graphics.ts';

const none = (): boolean => false;

test('only a Linux without any graphics device is taken to have no graphics', () => {
  expect(mayHaveGraphics('linux', none)).toBe(false);
  expect(mayHaveGraphics('linux', (path) => path === '/dev/dri')).toBe(true);
  expect(mayHaveGraphics('darwin', none)).toBe(true);
  expect(mayHaveGraphics('win32', none)).toBe(true);
});
