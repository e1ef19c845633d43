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

/** A text as a statement of a policy would have it: a star in place of what a request gives and of what is not known, and a word for the account. */
export function withStars(text: SymbolicText): string {
  const named = text
    .replace(SECRET_SUFFIX, "-??????")
    .replace(POSSIBLE_SUFFIX, "*")
    .replaceAll(/\$\{aws(?:\.[\w-]+)?\.account\}/g, "ACCOUNT_ID");
  return [...Object.values(NAMES), UNKNOWN_TEXT].reduce((result, symbol) => result.replaceAll(symbol, "*"), named);
}

/** The hyphen and six characters that Secrets Manager adds to the name of a secret. */
export const SECRET_SUFFIX: SymbolicText = "${suffix}";

/** The same, or nothing: the text before it may have them already. */
export const POSSIBLE_SUFFIX: SymbolicText = "${suffix?}";

/** The texts that one with a {@link POSSIBLE_SUFFIX} may be; any other text alone. */
export function readingsOf(text: SymbolicText): readonly SymbolicText[] {
  return text.includes(POSSIBLE_SUFFIX)
    ? [text.replace(POSSIBLE_SUFFIX, ""), text.replace(POSSIBLE_SUFFIX, SECRET_SUFFIX)]
    : [text];
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
