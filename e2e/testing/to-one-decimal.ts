const format = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** A figure of the API as pages write it: one decimal, halves up (`toFixed` takes 95.85 for a little less and says 95.8). */
export function toOneDecimal(value: number | null | undefined): string {
  return format.format(value ?? Number.NaN);
}
