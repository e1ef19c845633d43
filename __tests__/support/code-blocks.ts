/** A program in a page, and the output that the page shows below it. */
export interface Program {
  /** Where it stands, for example `"README.md:21"`. */
  readonly where: string;
  readonly code: string;
  /** The text block that follows with nothing but blank lines between. */
  readonly output?: string;
}

/** A fenced block of a page. */
interface Block {
  readonly language: string;
  readonly text: string;
  readonly line: number;
  readonly endLine: number;
}

/** The TypeScript programs of a Markdown page. */
export function programsIn(page: string, markdown: string): Program[] {
  const lines = markdown.split("\n");
  const blocks = fencedBlocks(lines);
  return blocks.flatMap((block, index): Program[] => {
    if (block.language !== "ts") return [];
    const next = blocks[index + 1];
    const follows = next?.language === "text" && lines.slice(block.endLine + 1, next.line).every((line) => line === "");
    return [{ where: `${page}:${block.line + 1}`, code: block.text, ...(follows ? { output: next.text } : {}) }];
  });
}

/** The parts of programs in a Markdown page: blocks of `typescript`, while those of `ts` are whole. */
export function fragmentsIn(page: string, markdown: string): Program[] {
  return fencedBlocks(markdown.split("\n"))
    .filter(({ language }) => language === "typescript")
    .map(({ text, line }) => ({ where: `${page}:${line + 1}`, code: text }));
}

/** The JSON blocks of a page. */
export function jsonIn(markdown: string): Record<string, unknown>[] {
  return fencedBlocks(markdown.split("\n"))
    .filter(({ language }) => language === "json")
    .map(({ text }) => JSON.parse(text));
}

/** The commands of a page's shell blocks. */
export function commandsIn(markdown: string): string[] {
  return fencedBlocks(markdown.split("\n"))
    .filter(({ language }) => language === "sh")
    .flatMap(({ text }) => text.split("\n"))
    .filter((line) => line !== "" && !line.startsWith("#"));
}

function fencedBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let open: { language: string; line: number } | undefined;
  for (const [line, text] of lines.entries()) {
    const fence = /^```(\w*)$/.exec(text);
    if (fence === null) continue;
    if (open === undefined) {
      open = { language: fence[1] ?? "", line };
      continue;
    }
    blocks.push({ ...open, text: lines.slice(open.line + 1, line).join("\n"), endLine: line });
    open = undefined;
  }
  return blocks;
}

/** Whether a program is for CDK Terrain, which this project does not install. It is a file of an example, which does. */
export function isForCdkTerrain({ code }: Program): boolean {
  return code.includes('from "cdktn"');
}
