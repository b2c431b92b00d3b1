import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseApiError } from '../../../main/services/telnyx/apiError.ts';

test.each([
  ['{"errors":[{"code":"10015","title":"Bad Request","detail":"too many"}]}', '10015', 'too many'],
  ['{"errors":[{"code":10015,"title":"Bad Request"}]}', '10015', 'Bad Request'],
  ['{"code":"10005","title":"Resource not found","detail":"No room"}', '10005', 'No room'],
  ['{"success":false,"message":"Nothing here"}', null, 'Nothing here'],
  ['', null, null],
  ['<html>502</html>', null, null],
  ['{"errors":[]}', null, null],
  ['{"errors":["x"]}', null, null],
  ['null', null, null],
])('%s', (text, code, detail) => expect(parseApiError(text)).toEqual({ code, detail }));

test('nothing is thrown, and no control character gets through', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      expect(parseApiError(text).detail ?? '').not.toMatch(/[\p{Cc}]/u);
    }),
  );
});
