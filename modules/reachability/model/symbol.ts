/**
 * A text in which `${…}` stands for what only an apply knows. The same symbol is the same text everywhere; `${?}` is a
 * text of which nothing is known, not even whether another `${?}` is the same.
 */
export type SymbolicText = string;

/** A text of which nothing is known. */
export const UNKNOWN_TEXT: SymbolicText = "${?}";
