/** Escapes of JSON that HCL does not know. */
const UNKNOWN_ESCAPES: ReadonlyMap<string, string> = new Map([
  ["\\b", "\\u0008"],
  ["\\f", "\\u000c"],
]);

/** A text as HCL writes it: what would begin an expression is taken as it stands. */
export function hclText(text: string): string {
  return JSON.stringify(text)
    .replace(/\\./g, (mark) => UNKNOWN_ESCAPES.get(mark) ?? mark)
    .replace(/[$%]\{/g, (mark) => `${mark.charAt(0)}${mark}`);
}

/** A block of HCL. */
export function hclBlock(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), "}"].join("\n");
}
