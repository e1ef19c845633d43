/** Columns of a message that are shown; what follows tells no more. */
const LONGEST = 400;

/** What a text may hold that nobody should read a second time. */
const SECRETS: readonly (readonly [pattern: RegExp, shown: string])[] = [
  // The signature of a request, in a URL that is signed in advance.
  [/(https?:\/\/[^\s"'?]+\?)[^\s"']+/gi, "$1…"],
  [/(https?:\/\/)[^\s"'/@]+@/gi, "$1…@"],
  [/\b(?:AKIA|ASIA)[A-Z0-9]{12,}/g, "…"],
  [/\b(Bearer|Basic)\s+[\w.~+/=-]{8,}/g, "$1 …"],
  [/\beyJ[\w-]{8,}(?:\.[\w-]*)*/g, "…"],
  [/\b((?:[\w-]*(?:password|passwd|secret_?(?:access_?)?key|token|api_?key|pwd))"?\s*[:=]\s*)"?[^\s"',;&]+"?/gi, "$1…"],
];

/** A message as an answer quotes it: without secrets, and no longer than needed. */
export function shownText(text: string): string {
  const open = SECRETS.reduce((shown, [pattern, instead]) => shown.replaceAll(pattern, instead), text);
  return open.length <= LONGEST ? open : `${open.slice(0, LONGEST - 1)}…`;
}
