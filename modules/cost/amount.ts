/** What something costs in a month, in US dollars, or why that is not known. */
export type CostAmount = { readonly usd: number } | { readonly unknown: string };

export const NOTHING: CostAmount = { usd: 0 };

/** An amount without what is left over when a computer multiplies. */
export function dollars(usd: number): CostAmount {
  return { usd: Math.round(usd * 1e6) / 1e6 };
}

/** Not known where one of them is not. */
export function sumOf(amounts: readonly CostAmount[]): CostAmount {
  let sum = 0;
  for (const amount of amounts) {
    if ("unknown" in amount) return amount;
    sum += amount.usd;
  }
  return dollars(sum);
}

/** What one of several pays who share it. */
export function shareOf(amount: CostAmount, sharers: number): CostAmount {
  return "unknown" in amount ? amount : dollars(amount.usd / sharers);
}

/** The amount in dollars and cents. */
export function shownAmount(amount: CostAmount): string {
  return "unknown" in amount ? "unknown" : (Math.round(amount.usd * 100 + 1e-6) / 100).toFixed(2);
}
