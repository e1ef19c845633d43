import { canHold, type SymbolicText, UNKNOWN_TEXT } from "./symbol";
import type { Truth } from "./truth";

/**
 * Whether a text matches a pattern of an IAM policy, where `*` stands for any characters and `?` for one.
 *
 * Symbols on either side: yes if it matches whatever they stand for, no if it cannot match whatever they stand for.
 */
export function matchesPattern(text: SymbolicText, pattern: SymbolicText): Truth {
  const [left, right] = [tokens(text, false), tokens(pattern, true)];
  if (matches(left, right, false)) return "yes";
  return matches(left, right, true) ? "unknown" : "no";
}

/** Whether two texts are the same. */
export function sameText(a: SymbolicText, b: SymbolicText): Truth {
  const [left, right] = [tokens(a, false), tokens(b, false)];
  if (matches(left, right, false)) return "yes";
  return matches(left, right, true) ? "unknown" : "no";
}

/** One character, a symbol, or a wildcard of a pattern. */
type Token =
  | { readonly kind: "character"; readonly text: string }
  | { readonly kind: "symbol"; readonly text: string }
  | { readonly kind: "any" }
  | { readonly kind: "one" };

function tokens(text: SymbolicText, isPattern: boolean): Token[] {
  return [...text.matchAll(/\$\{[^}]*\}|[\s\S]/g)].map(([part]): Token => {
    if (part.length > 1) return { kind: "symbol", text: part };
    if (isPattern && part === "*") return { kind: "any" };
    if (isPattern && part === "?") return { kind: "one" };
    return { kind: "character", text: part };
  });
}

/**
 * Matches by a table over both sides, since either may have parts of any length.
 *
 * @param possibly whether symbols may stand for anything; else each stands for itself only
 */
function matches(left: readonly Token[], right: readonly Token[], possibly: boolean): boolean {
  const isWild = (token: Token | undefined) =>
    token !== undefined && (token.kind === "any" || (possibly && token.kind === "symbol"));
  let previous: boolean[] = [];
  for (let row = 0; row <= left.length; row++) {
    const current: boolean[] = [];
    for (let column = 0; column <= right.length; column++) {
      const [a, b] = [left[row - 1], right[column - 1]];
      current[column] =
        (row === 0 && column === 0) ||
        (isWild(b) && (current[column - 1] === true || (previous[column] === true && mayHold(b, a)))) ||
        (isWild(a) && (previous[column] === true || (current[column - 1] === true && mayHold(a, b)))) ||
        (a !== undefined && b !== undefined && previous[column - 1] === true && same(a, b));
    }
    previous = current;
  }
  return previous[right.length] === true;
}

/** Whether a part of a text that may be anything can hold a character. */
function mayHold(wild: Token | undefined, held: Token | undefined): boolean {
  return wild?.kind !== "symbol" || held?.kind !== "character" || canHold(wild.text, held.text);
}

function same(a: Token, b: Token): boolean {
  if (b.kind === "one") return a.kind === "character";
  if (a.kind === "character" || a.kind === "symbol")
    return b.kind === a.kind && b.text === a.text && a.text !== UNKNOWN_TEXT;
  return false;
}
