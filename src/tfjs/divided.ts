/** Writes bytes, each divided by `divisor`, into floats, in JavaScript; answers the floats. */
export function divideInto(floats: Float32Array, bytes: Uint8Array, divisor: number): Float32Array {
  // Only 256 values occur, so the division is done once for each of them.
  const table = Float32Array.from({ length: 256 }, (_, value) => value / divisor);
  for (let i = 0; i < bytes.length; i++) floats[i] = table[bytes[i] ?? 0] ?? 0;
  return floats;
}

/** Each byte divided by `divisor`. */
export function divided(bytes: Uint8Array, divisor: number): Float32Array {
  return divideInto(new Float32Array(bytes.length), bytes, divisor);
}
