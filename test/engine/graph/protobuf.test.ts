import { describe, expect, it } from 'vitest';
import { bytesField, floatField, message, wholeField } from '../../../src/engine/graph/protobuf';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('protocol buffers, as their specification has them', () => {
  it.each([
    [1, 150, '089601'],
    [1, 0, '0800'],
    [2, 127, '107f'],
    [3, -1, '18ffffffffffffffffff01'],
    [16, 1, '800101'],
  ])('field %d holds the whole number %d', (field, value, bytes) => {
    expect(hex(wholeField(field, value))).toBe(bytes);
  });

  it('text comes after its length', () => {
    expect(hex(bytesField(2, 'testing'))).toBe('120774657374696e67');
  });

  it('a message is a field of bytes in another', () => {
    expect(hex(bytesField(3, message(wholeField(1, 150))))).toBe('1a03089601');
  });

  it('a float takes four bytes, lowest first', () => {
    expect(hex(floatField(4, 1))).toBe('250000803f');
  });
});
