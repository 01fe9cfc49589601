/** Each byte divided by `divisor`, in JavaScript. */
export function divided(bytes: Uint8Array, divisor: number): Float32Array {
  // Only 256 values occur, so the division is done once for each of them.
  const table = Float32Array.from({ length: 256 }, (_, value) => value / divisor);
  const result = new Float32Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) result[i] = table[bytes[i] ?? 0] ?? 0;
  return result;
}
