/** Compares texts by their code units, because an order of languages would depend on the machine. */
export function byCodeUnits(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
