/** Text as code. Nothing stays nothing: Markdown has no empty code. */
export function code(text: string): string {
  if (text === "") return "";
  const line = text.replaceAll("\n", " ");
  if (!line.includes("`")) return `\`${line}\``;
  const longest = Math.max(...[...line.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence} ${line} ${fence}`;
}

/** Text as it is. Terraform's expressions become code: two of them on a line would be taken for a formula on GitHub. */
export function prose(text: string): string {
  return text
    .replaceAll("\n", " ")
    .split(/(\$\{[^{}]*\})/)
    .map((part, index) => (index % 2 === 1 ? code(part) : part.replace(/[\\`*_~<>&#[\]]/g, "\\$&")))
    .join("");
}

export function table(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, heading.map(() => "---"), ...rows].map(tableRow).join("\n");
}

/** A pipe would end a cell, also within code. */
function tableRow(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
