import { type Issue, issue } from "../issues/issue";
import { formatJsonPath } from "../task/json/json-path";
import { longestKnownPath } from "../task/json/known-path";
import type { JsonValue } from "../values/json-value";
import { JsonParser } from "./json-parser";
import { JsonSyntaxError } from "./json-syntax-error";
import { directiveEnd, expressionEnd, hasTemplateMarks } from "./template-marks";

/** A JSON document that knows on which line each of its values is. */
export interface ParsedJson {
  readonly value: JsonValue;
  /** What is legal JSON, but surely a mistake: members that are written twice. */
  readonly issues: readonly Issue[];
  /** Whether it is a template with the parts of branches that exclude each other. */
  readonly hasBranches: boolean;
  /**
   * Line, from 1, of the value at a JSON path as `formatJsonPath` writes it. Where there is none, that of the value
   * that is nearest on the way to it.
   */
  lineOf(path: string): number;
}

/**
 * Reads JSON (RFC 8259), with or without a byte order mark, and keeps the positions.
 *
 * Node's own parser names a position only for a text that is not JSON, never for a value of one that is.
 *
 * @throws {JsonSyntaxError} where the text is not JSON, or nested deeper than any task definition
 */
export function parseJson(text: string): ParsedJson {
  return parseWith(new JsonParser(text));
}

/**
 * Reads JSON, or a template for it.
 *
 * @throws {JsonSyntaxError} where the text is neither
 */
export function parseJsonOrTemplate(text: string): ParsedJson {
  try {
    return parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonSyntaxError) || !hasTemplateMarks(text)) throw error;
    return parseWith(new JsonParser(text, { expressionEnd, directiveEnd }));
  }
}

function parseWith(parser: JsonParser): ParsedJson {
  const value = parser.parse();
  const offsets = new Map(parser.positions.map(({ path, offset }) => [formatJsonPath(path), offset]));
  return {
    value,
    issues: [...duplicateIssues(parser)],
    hasBranches: parser.hasBranches,
    lineOf: (path) => parser.lineAt(offsets.get(longestKnownPath(path, (start) => offsets.has(start)) ?? "") ?? 0),
  };
}

function* duplicateIssues(parser: JsonParser): Generator<Issue> {
  for (const { path, offset } of parser.duplicates) {
    yield issue("json-member-duplicate", {
      path: formatJsonPath(path),
      problem: `${JSON.stringify(path.at(-1))} is written twice in one object, the second time on line ${parser.lineAt(offset)}`,
      fix: "remove the one that is not meant",
    });
  }
}
