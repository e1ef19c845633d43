/** A text as HCL writes it: what would begin an expression is taken as it stands. */
export function hclText(text: string): string {
  return JSON.stringify(text).replace(/[$%]\{/g, (mark) => `${mark.charAt(0)}${mark}`);
}

/** A block of HCL; what is `undefined` is left out. */
export function hclBlock(head: string, lines: readonly string[]): string {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), "}"].join("\n");
}
