import { expect, test } from 'vitest';
import { crc32 } from '../../src/files/crc32';

test('the sum is that of the published check value', () => {
  expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
