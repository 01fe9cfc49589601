const STATE = 624;
const SHIFT = 397;

/**
 * The generator behind numpy's `RandomState` (MT19937), number for number, so that seed 42
 * means here what it means in the Python versions of the lessons.
 */
export class Mersenne {
  private readonly state = new Uint32Array(STATE);
  private position = STATE;

  /** One number seeds as `RandomState(42)` does, a list as `RandomState([42, 1])` does. */
  constructor(seed: number | readonly number[]) {
    if (typeof seed === 'number') this.seedWithNumber(seed);
    else this.seedWithList(seed);
  }

  /** A whole number from 0 to 2³² - 1. */
  next32(): number {
    if (this.position === STATE) this.refill();
    let y = this.state[this.position++] ?? 0;
    y ^= y >>> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return (y ^ (y >>> 18)) >>> 0;
  }

  /** A number from 0 up to, not including, 1, with all 53 bits random. */
  fraction(): number {
    const high = this.next32() >>> 5;
    return (high * 0x4000000 + (this.next32() >>> 6)) / 0x20000000000000;
  }

  /** A whole number from 0 to `max`, both included, each as likely as the others. */
  upTo(max: number): number {
    if (max === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(max);
    let value = (this.next32() & mask) >>> 0;
    while (value > max) value = (this.next32() & mask) >>> 0;
    return value;
  }

  /** Puts a list into random order, in place. */
  shuffle<T extends { [index: number]: number; length: number }>(list: T): T {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.upTo(i);
      const kept = list[i] ?? 0;
      list[i] = list[j] ?? 0;
      list[j] = kept;
    }
    return list;
  }

  /** The numbers 0 to count - 1 in random order. */
  permutation(count: number): Int32Array {
    return this.shuffle(Int32Array.from({ length: count }, (_, i) => i));
  }

  private seedWithNumber(seed: number): void {
    const s = this.state;
    s[0] = seed;
    for (let i = 1; i < STATE; i++) {
      const before = s[i - 1] ?? 0;
      s[i] = Math.imul(1812433253, before ^ (before >>> 30)) + i;
    }
    this.position = STATE;
  }

  private seedWithList(key: readonly number[]): void {
    this.seedWithNumber(19650218);
    const s = this.state;
    let i = 1;
    const advance = (): void => {
      if (++i < STATE) return;
      s[0] = s[STATE - 1] ?? 0;
      i = 1;
    };
    const mixed = (factor: number): number => {
      const before = s[i - 1] ?? 0;
      return (s[i] ?? 0) ^ Math.imul(before ^ (before >>> 30), factor);
    };
    for (let k = 0; k < Math.max(STATE, key.length); k++) {
      const j = k % key.length;
      s[i] = mixed(1664525) + (key[j] ?? 0) + j;
      advance();
    }
    for (let k = 1; k < STATE; k++) {
      s[i] = mixed(1566083941) - i;
      advance();
    }
    s[0] = 0x80000000;
  }

  private refill(): void {
    const s = this.state;
    for (let i = 0; i < STATE; i++) {
      const y = ((s[i] ?? 0) & 0x80000000) | ((s[(i + 1) % STATE] ?? 0) & 0x7fffffff);
      s[i] = (s[(i + SHIFT) % STATE] ?? 0) ^ (y >>> 1) ^ (y & 1 ? 0x9908b0df : 0);
    }
    this.position = 0;
  }
}
