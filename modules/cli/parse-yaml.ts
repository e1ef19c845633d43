import { type Issue, issue } from "../issues/issue";
import { formatJsonPath } from "../task/json/json-path";
import { longestKnownPath } from "../task/json/known-path";
import { DocumentSyntaxError } from "./document-syntax-error";
import type { ParsedDocument } from "./parse-json";
import type { YamlDocument } from "./yaml-document";

/**
 * Reads the documents of a text of YAML. The parser is loaded with the first one.
 *
 * @throws {DocumentSyntaxError} where the text is not YAML, or nested deeper than any task definition
 */
export async function parseYaml(text: string): Promise<readonly ParsedDocument[]> {
  const { parseYamlText } = await import("./yaml-parser.js");
  const reading = parseYamlText(text);
  if ("problem" in reading) {
    const { line, column } = placeAt(text, reading.offset);
    const malformed = issue("yaml-malformed", {
      path: `column ${column}`,
      problem: sentence(reading.problem),
      fix: "correct the text there",
    });
    throw new DocumentSyntaxError(malformed, line);
  }
  return reading.map((document) => asParsed(document, text));
}

/** A directive of which it depends which part is there. */
const BRANCH = /(?:\{%|%\{|\{\{|<%)[-~\s]*(?:if|else|elif|elsif|unless)\b|\{\{[-~]?\s*[#^]/;

function asParsed({ value, positions, duplicates }: YamlDocument, text: string): ParsedDocument {
  const offsets = new Map(positions.map(({ path, offset }) => [formatJsonPath(path), offset]));
  return {
    value,
    issues: [...duplicateIssues(duplicates, text)],
    hasBranches: BRANCH.test(text),
    lineOf: (path) => placeAt(text, offsets.get(longestKnownPath(path, (start) => offsets.has(start)) ?? "") ?? 0).line,
  };
}

function* duplicateIssues(duplicates: YamlDocument["duplicates"], text: string): Generator<Issue> {
  for (const { path, offset } of duplicates) {
    yield issue("json-member-duplicate", {
      path: formatJsonPath(path),
      problem: `${JSON.stringify(path.at(-1))} is written twice in one object, the second time on line ${placeAt(text, offset).line}`,
      fix: "remove the one that is not meant",
    });
  }
}

/** Line and column, each from 1, of a character. */
function placeAt(text: string, offset: number): { readonly line: number; readonly column: number } {
  const lines = text.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** What the parser says, as it stands behind a place: it begins with a small letter, and names no place. */
function sentence(problem: string): string {
  const [first = ""] = problem.split("\n");
  return first.charAt(0).toLowerCase() + first.slice(1);
}
