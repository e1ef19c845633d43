/**
 * A text in which `${…}` stands for what only an apply knows. The same symbol is the same text everywhere; `${?}` is a
 * text of which nothing is known, not even whether another `${?}` is the same.
 */
export type SymbolicText = string;

/** A text of which nothing is known. */
export const UNKNOWN_TEXT: SymbolicText = "${?}";

/** The stream of a log group, the layer of an image, and the object of a bucket, of which each request names one. */
const NAMES = { stream: "${stream}", layer: "${layer}", object: "${object}" } as const;

/** Whatever name a request gives. */
export function anyName(of: keyof typeof NAMES): SymbolicText {
  return NAMES[of];
}

/** A text with a star in place of what a request gives and of what is not known, as a statement of a policy would have it. */
export function withStars(text: SymbolicText): string {
  return [...Object.values(NAMES), UNKNOWN_TEXT].reduce((result, symbol) => result.replaceAll(symbol, "*"), text);
}

/** Whether a text is one symbol and nothing else. */
export function isSymbol(text: SymbolicText): boolean {
  return /^\$\{[^}]*\}$/.test(text);
}

/** Whether a text starts with a symbol. */
export function startsWithSymbol(text: SymbolicText): boolean {
  return text.startsWith("${");
}

/** What a symbol of some kinds can hold: an account is digits, and the names of log streams and of roles have no colon. */
export function canHold(symbol: SymbolicText, character: string): boolean {
  if (symbol.endsWith(".account}")) return /\d/.test(character);
  if (/\baws_iam_role\.[^}]*\.name\}$/.test(symbol)) return /[\w+=,.@-]/.test(character);
  return symbol !== NAMES.stream || /[^:*]/.test(character);
}
