/**
 * The marks by which a file shows what a pipeline writes into it: `<X>`, `<%= X %>`, `{X}`, `{{ X }}`, `#{X}#`, `$X`, `$$X`, `$(X)`, `((X))`,
 * `%X%`, `%%X%%`, `%(X)s`, `__X__`, `@X@`, `@@X@@`, `[x]`, `[[x]]`. No name, ARN, host or number of AWS's has one of them.
 */
const MARK =
  /<%[\s\S]{0,500}?%>|<[^<>]*>|#?(?<!\{)\{{1,3}[^{}]*\}{1,3}#?|\$\([^()]*\)|\(\([\w.-]+\)\)|%\(\w+\)s|\${1,2}[A-Za-z_]\w*|%%[A-Za-z_]\w*%%|%[A-Za-z_]\w{2,}%|__[A-Z][A-Z0-9_]*?__|@@[^@]+@@|@[A-Z][A-Z0-9_]*@|\[\[ ?[A-Za-z][\w .-]*\]\]|\[\p{L}[\p{L}\w .-]*\]/gu;

/** Words that say the same, a row of x, and letters of scripts in which AWS has no names. */
const WORD = /(?<![A-Za-z0-9])(?:x{4,32}|(?:change|replace)[-_ ]?me)(?![A-Za-z0-9])|placeholder|[\p{Lo}\p{Lm}]+/giu;

/** What every placeholder has something of, and few other texts have. To look for it takes less than to look for each kind. */
const SIGN = /[^\w.:/ -]|__|x{4}|change|replace|placeholder/i;

/** What stands for a character that is written later: one that no name, ARN or host has. */
export const MASK = "\u0000";

/** The text with each placeholder replaced by as many characters that mean nothing. */
export function maskPlaceholders(text: string): string {
  if (!SIGN.test(text)) return text;
  const mask = (mark: string) => MASK.repeat(mark.length);
  return text.replace(MARK, mask).replace(WORD, mask);
}

/** How many characters the placeholder has that starts at a place of a text; none where there is none. */
export function placeholderAt(text: string, start: number): number {
  const mark = new RegExp(MARK, "yu");
  mark.lastIndex = start;
  return mark.exec(text)?.[0].length ?? 0;
}

/** Whether a pipeline still has to write a part of the text. */
export function hasPlaceholder(text: string): boolean {
  return maskPlaceholders(text) !== text;
}

/**
 * Whether a text is a word in capitals, as `REGION` and `ACCOUNT_ID` are. It is a placeholder only where no such word can be
 * meant: in the place of a number, a Region, an account, a registry.
 */
export function isCapitalWord(text: string): boolean {
  return /^[A-Z][A-Z0-9]+(?:[_-][A-Z0-9]+)*$/.test(text);
}
