import { parseAllDocuments } from "yaml";
import { DEEPEST } from "../values/nesting";
import type { YamlDocument, YamlReading } from "./yaml-document";
import { maskMarks } from "./yaml-marks";
import { YamlValues } from "./yaml-values";

/**
 * Reads YAML. The only file that loads the parser, which is bundled with it into a file of its own: it is asked for with the
 * first text of YAML.
 */
export function parseYamlText(text: string): YamlReading {
  const deep = tooDeepAt(text);
  if (deep !== undefined) return { problem: `the document is nested deeper than ${DEEPEST} levels`, offset: deep };
  const masked = maskMarks(text);
  const documents = parseAllDocuments(masked.text, { logLevel: "silent", prettyErrors: false, uniqueKeys: false });
  // Of a text without a document the parser hands back one that is empty.
  if (!Array.isArray(documents)) return [];
  for (const { errors } of documents) {
    const [error] = errors;
    if (error !== undefined) return { problem: masked.restore(error.message), offset: error.pos[0] };
  }
  const read: YamlDocument[] = [];
  for (const { contents } of documents) {
    const values = new YamlValues(contents, masked);
    const value = values.read();
    if (values.failure !== undefined) return values.failure;
    if (value !== null) read.push({ value, positions: values.positions, duplicates: values.duplicates });
  }
  return read;
}

/** Columns, or brackets that are open: the parser goes into each level, and has an end of its stack. */
const MOST_LEVELS = 1000;

/** Where a text may be nested deeper than the parser bears. No value stands further to the right than it is deep. */
function tooDeepAt(text: string): number | undefined {
  for (const { 0: start, index } of text.matchAll(/^[ \t?:-]+/gm)) {
    if (start.length > MOST_LEVELS) return index;
  }
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = bracket === "[" || bracket === "{" ? open + 1 : Math.max(0, open - 1);
    if (open > MOST_LEVELS) return index;
  }
  return undefined;
}
