const LAST_LINES = 20;
/** The frame that Terraform draws around an error, behind the name of the stack. */
const FRAME = /[╷│╵]/;

/** The errors that Terraform frames, each once, with the names of their stacks; the last lines where there is none. */
export function errorsIn(lines: readonly string[]): readonly string[] {
  const blocks: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!FRAME.test(line)) continue;
    if (line.includes("╷") || !FRAME.test(lines[index - 1] ?? "")) blocks.push([]);
    blocks.at(-1)?.push(line);
  }
  const errors = blocks.map((block) => block.join("\n")).filter((block) => /│\s*Error: /.test(block));
  // cdktf repeats at its end what it has shown of each stack.
  const once = new Map(errors.map((error) => [error.replace(/^.*?(?=[╷│╵])/gm, ""), error]));
  return once.size > 0 ? [...once.values()] : lines.filter((line) => line.trim() !== "").slice(-LAST_LINES);
}
