import { unresolvedText } from "./unresolved-text";

/**
 * One of two texts: the parts that both have, and what is not known between them. So two images in ECR stay images in ECR, and
 * two references to resources of one type a reference to one of that type.
 *
 * @param what what decides of the two
 */
export function eitherText(a: string, b: string, what: string): string {
  const one = partsOf(a);
  const other = partsOf(b);
  if (one.length * other.length > MOST_PAIRS) return unresolvedText(what);
  const merged: string[] = [];
  let [from, to] = [0, 0];
  for (const [i, j] of [...commonParts(one, other), [one.length, other.length] as const]) {
    merged.push(eitherPart(one.slice(from, i), other.slice(to, j), what), one[i] ?? "");
    [from, to] = [i + 1, j + 1];
  }
  return merged.join("");
}

/** Texts that are longer, as whole configurations are, are not compared part by part. */
const MOST_PAIRS = 1_000_000;

/** An expression, a separator, or what stands between them. */
const PART = /\$\{[^{}]*\}|\{\{[^{}]*\}\}|[.:/]|[^.:/${]+|[${]/g;

function partsOf(text: string): readonly string[] {
  return text.match(PART) ?? [];
}

/** The longest row of parts that both have in the same order: the places of each in the one and the other. */
function commonParts(one: readonly string[], other: readonly string[]): readonly (readonly [number, number])[] {
  const lengths = one.map(() => new Uint32Array(other.length + 1));
  const length = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = one.length - 1; i >= 0; i--) {
    const row = lengths[i];
    for (let j = other.length - 1; row !== undefined && j >= 0; j--) {
      row[j] = one[i] === other[j] ? length(i + 1, j + 1) + 1 : Math.max(length(i + 1, j), length(i, j + 1));
    }
  }
  const places: (readonly [number, number])[] = [];
  for (let [i, j] = [0, 0]; i < one.length && j < other.length; ) {
    if (one[i] === other[j]) places.push([i++, j++]);
    else if (length(i + 1, j) >= length(i, j + 1)) i++;
    else j++;
  }
  return places;
}

function eitherPart(one: readonly string[], other: readonly string[], what: string): string {
  const [a = "", ...moreOfOne] = one;
  const [b = "", ...moreOfOther] = other;
  if (a === "" && b === "") return "";
  if (moreOfOne.length > 0 || moreOfOther.length > 0) return unresolvedText(what);
  const type = typeOf(a);
  if (isExpression(a) || isExpression(b)) {
    return unresolvedText(type !== undefined && type === typeOf(b) ? `${type} ${what}` : what);
  }
  return withCommonEnds(a, b, what);
}

function isExpression(part: string): boolean {
  return part.startsWith("${") || part.startsWith("{{");
}

/** The type of the resource that an expression refers to. */
function typeOf(part: string): string | undefined {
  return /^\$\{(AWS::\w+::\w+) /.exec(part)?.[1];
}

function withCommonEnds(a: string, b: string, what: string): string {
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return `${a.slice(0, start)}${unresolvedText(what)}${a.slice(a.length - end)}`;
}
