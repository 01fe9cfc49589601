// How numbers stand in a table: whole numbers whole, the others with as many decimals as their
// column needs, so that the decimal points stand below each other.

const MOST_DECIMALS = 4;
const SMALL = 0.5 * 10 ** -MOST_DECIMALS;

/** A whole number with commas: 101,770. */
export function formatCount(count: number): string {
  return count.toLocaleString('en-US');
}

/** So many of something: 1 step, 85 steps. */
export function formatCounted(count: number, what: string): string {
  return `${formatCount(count)} ${what}${count === 1 ? '' : 's'}`;
}

/** A number with so many decimals, and with a minus sign as wide as a plus. */
export function formatFixed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace('-', '−');
}

/** A number with as many decimals as it needs, three at most. */
export function formatShort(value: number): string {
  return String(Math.round(value * 1000) / 1000).replace('-', '−');
}

/** The cells of one column as text. */
export function formatColumn(cells: readonly (string | number)[]): string[] {
  const numbers = cells.filter((cell): cell is number => typeof cell === 'number');
  const decimals = Math.max(0, ...numbers.map(decimalsOf));
  // 1234 is easy to read; 101770 is not, and then its whole column has commas.
  const useGrouping = numbers.some((value) => Math.abs(value) >= 10_000);
  const style = { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping };
  return cells.map((cell) => (typeof cell === 'number' ? formatCell(cell, style) : cell));
}

function decimalsOf(value: number): number {
  if (!Number.isFinite(value) || isTiny(value)) return 0;
  const [, fraction = ''] = value.toFixed(MOST_DECIMALS).split('.');
  return fraction.replace(/0+$/, '').length;
}

function formatCell(value: number, style: Intl.NumberFormatOptions): string {
  if (!Number.isFinite(value)) return String(value);
  if (isTiny(value)) return value.toPrecision(2);
  return value.toLocaleString('en-US', style);
}

function isTiny(value: number): boolean {
  return value !== 0 && Math.abs(value) < SMALL;
}
