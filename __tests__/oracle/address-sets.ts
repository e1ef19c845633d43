/** A set of numbers: addresses or ports, from the first to the last one. */
export interface Span {
  readonly first: number;
  readonly last: number;
}

/** The addresses of a block such as `"10.0.0.0/16"`, and how specific it is. */
export function block(cidr: string): Span & { readonly length: number } {
  const [address = "", length = "32"] = cidr.split("/");
  const first = address.split(".").reduce((sum, part) => sum * 256 + Number(part), 0);
  return { first, last: first + 2 ** (32 - Number(length)) - 1, length: Number(length) };
}

export function has({ first, last }: Span, value: number): boolean {
  return first <= value && value <= last;
}

/** One value of each part of some sets in which all borders cut. */
export function samples(spans: readonly Span[], borders: readonly Span[]): readonly number[] {
  const starts = borders.flatMap(({ first, last }) => [first, last + 1]);
  return [...new Set(spans.flatMap((span) => [span.first, ...starts.filter((start) => has(span, start))]))];
}

/** What is left of a set without some others. */
export function without(span: Span, others: readonly Span[]): readonly Span[] {
  return others.reduce<readonly Span[]>(
    (left, other) =>
      left.flatMap(({ first, last }) =>
        [
          { first, last: Math.min(last, other.first - 1) },
          { first: Math.max(first, other.last + 1), last },
        ].filter(
          (part) => part.first <= part.last && !(other.last < first && part.first === first && part.last !== last),
        ),
      ),
    [span],
  );
}
