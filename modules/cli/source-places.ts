import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { objectAt } from "../reachability/terraform/expressions/terraform-json";
import { formatJsonPath } from "../task/json/json-path";
import { isObject } from "../values/is-object";
import { DocumentSyntaxError } from "./document-syntax-error";
import type { Locate } from "./findings/place";
import type { InputFiles } from "./input-files";
import { configurationFiles, isHcl } from "./module-files";
import { nameFrom } from "./name-from";
import { parseJson } from "./parse-json";

/**
 * Where the resources of what is checked are written: file and line of their blocks, of one in a module those of its call. What
 * has no block in sight, as in a plan, has the file alone.
 *
 * @param root the folder to which files are named relatively
 */
export function sourcePlaces(inputs: readonly InputFiles[], root: string): Locate {
  const read = new Map<string, readonly SourceText[]>();
  const textsOf = (path: string) => {
    const texts = read.get(path) ?? textsAt(path);
    read.set(path, texts);
    return texts;
  };
  return (address = "") => {
    const named = inputs.find(({ name }) => name !== undefined && address.startsWith(`${name}/`));
    const { name, paths } = named ?? inputs[0] ?? { name: undefined, paths: [] };
    const block = blockOf(named === undefined ? address : address.slice((name ?? "").length + 1));
    const texts = paths.flatMap(textsOf);
    for (const text of texts) {
      const line = block === undefined ? undefined : lineOfBlock(text, block);
      if (line !== undefined) return { file: nameFrom(root, text.path), line };
    }
    const [first] = texts;
    return first === undefined ? undefined : { file: nameFrom(root, first.path) };
  };
}

interface SourceText {
  readonly path: string;
  readonly text: string;
}

function textsAt(path: string): readonly SourceText[] {
  if (!statSync(path).isDirectory()) return [{ path, text: readFileSync(path, "utf8") }];
  return configurationFiles(readdirSync(path)).map((name) => {
    const file = join(path, name);
    return { path: file, text: readFileSync(file, "utf8") };
  });
}

/** The block of an address: its type, and its labels. */
type Block = readonly [type: string, ...labels: string[]];

function blockOf(address: string): Block | undefined {
  const [, module] = /^module\.([\w-]+)/.exec(address) ?? [];
  if (module !== undefined) return ["module", module];
  const [, data, type, name] = /^(data\.)?(\w+)\.([\w-]+)/.exec(address) ?? [];
  if (type === undefined || name === undefined) return undefined;
  return [data === undefined ? "resource" : "data", type, name];
}

function lineOfBlock({ path, text }: SourceText, block: Block): number | undefined {
  return isHcl(path) ? lineOfHclBlock(text, block) : lineOfJsonBlock(text, block);
}

function lineOfHclBlock(text: string, [type, ...labels]: Block): number | undefined {
  const start = new RegExp(
    `^[ \\t]*${[type, ...labels.map((label) => `"?${label}"?`)].join("[ \\t]+")}[ \\t]*\\{`,
    "m",
  );
  const found = start.exec(text);
  return found === null ? undefined : text.slice(0, found.index).split("\n").length;
}

function lineOfJsonBlock(text: string, block: Block): number | undefined {
  try {
    const { value, lineOf } = parseJson(text);
    const owner = block.slice(0, -1).reduce(objectAt, isObject(value) ? value : {});
    return Object.hasOwn(owner, block[block.length - 1] ?? "") ? lineOf(formatJsonPath(block)) : undefined;
  } catch (error) {
    // What is nested deeper than the parser goes, and still read by Node's own.
    if (error instanceof DocumentSyntaxError) return undefined;
    throw error;
  }
}
