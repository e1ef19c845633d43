/** A text that stands for what only a deployment knows, as an expression is one. What it is can be read in it. */
export function unresolvedText(what: string): string {
  return `\${${what.replace(/[${}]/g, "")}}`;
}
