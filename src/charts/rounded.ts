/** Four decimals are enough for a number in a spec, and keep it small and comparable. */
export const rounded = (value: number): number => Math.round(value * 1e4) / 1e4;
