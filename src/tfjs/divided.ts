/** Writes bytes, each divided, into floats from a place on; answers the floats. */
export type Divide = (bytes: Uint8Array, floats: Float32Array, place?: number) => Float32Array;

/** Divides by `divisor`, in JavaScript. */
export function dividing(divisor: number): Divide {
  // Only 256 values occur, so the division is done once for each of them.
  const table = Float32Array.from({ length: 256 }, (_, value) => value / divisor);
  return (bytes, floats, place = 0) => {
    for (let i = 0; i < bytes.length; i++) floats[place + i] = table[bytes[i] ?? 0] ?? 0;
    return floats;
  };
}

/** Each byte divided by `divisor`. */
export function divided(bytes: Uint8Array, divisor: number): Float32Array {
  return dividing(divisor)(bytes, new Float32Array(bytes.length));
}
