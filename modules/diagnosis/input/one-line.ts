/** Colours and the like that a terminal leaves in a copy. */
const ESCAPES = /\p{Cc}\[[\d;]*[A-Za-z]/gu;

/** The frame that Terraform draws around an error. */
const FRAME = /^[ \t]*[│╷╵|][ \t]?/gm;

/** A text on one line, without what copying, quoting and wrapping have added to it. */
export function oneLine(text: string): string {
  return text
    .replaceAll(ESCAPES, "")
    .replaceAll(FRAME, "")
    .replaceAll(/\\[nrt]/g, " ")
    .replaceAll(/\\+(["'/])/g, "$1")
    .replaceAll(/&quot;|&#34;|[“”]/g, '"')
    .replaceAll(/&#39;|&apos;|[‘’]/g, "'")
    .replaceAll(/\s+/g, " ")
    .trim();
}
