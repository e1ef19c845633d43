/** A number from 0 up to a bound, without it, that is always the same for a name: FNV-1a. */
export function stableNumber(name: string, bound: number): number {
  let hash = 0x811c9dc5;
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash % bound;
}
