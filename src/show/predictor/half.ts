/** Numbers rounded to 16 bits (IEEE half precision, ties to even). */
export function toHalf(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(Float32Array.from(values).buffer);
  return Uint16Array.from(bits, halfBits);
}

function halfBits(bits: number): number {
  const sign = (bits >>> 16) & 0x8000;
  const exponent = (bits >>> 23) & 0xff;
  const fraction = bits & 0x7fffff;
  if (exponent === 0xff) return sign | 0x7c00 | (fraction === 0 ? 0 : 0x200);
  // Half precision counts its exponents from -15, single precision from -127: 112 apart.
  if (exponent > 112)
    return sign | Math.min(0x7c00, roundOff(((exponent - 112) << 23) | fraction, 13));
  if (exponent < 102) return sign;
  return sign | roundOff(fraction | 0x800000, 126 - exponent);
}

/** Drops the lowest `count` bits; a half rounds to the even neighbour. */
function roundOff(bits: number, count: number): number {
  const kept = bits >>> count;
  const rest = bits - kept * 2 ** count;
  const half = 2 ** (count - 1);
  return rest > half || (rest === half && kept % 2 === 1) ? kept + 1 : kept;
}
