/** The value below which the given share (0 to 1) of the measurements lies; nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new Error('nothing was measured');
  return found;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A ratio as it is printed: 1.00 means the same. */
export function ratio(value: number, peer: number): string {
  return (value / peer).toFixed(2);
}

/** Milliseconds as they are printed. */
export function ms(value: number): string {
  return value < 100 ? `${value.toFixed(1)} ms` : `${value.toFixed(0)} ms`;
}
