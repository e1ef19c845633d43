import { type Issue, issue } from "../issues/issue";
import { formatJsonPath } from "../task/json/json-path";
import { longestKnownPath } from "../task/json/known-path";
import type { JsonValue } from "../values/json-value";
import { DocumentSyntaxError } from "./document-syntax-error";
import { JsonParser, type Template } from "./json-parser";
import { directiveEnd, expressionEnd, hasTemplateMarks, isBranch } from "./template-marks";

/** A document that knows on which line each of its values is. */
export interface ParsedDocument {
  readonly value: JsonValue;
  /** What is legal, but surely a mistake: members that are written twice. */
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
 * @throws {DocumentSyntaxError} where the text is not JSON, or nested deeper than any task definition
 */
export function parseJson(text: string): ParsedDocument {
  const parser = new JsonParser(text);
  return asParsed(parser.parse(), parser);
}

/**
 * Reads JSON, or a template for it: one document, or several that follow one another, as a loop over commands writes them.
 *
 * @throws {DocumentSyntaxError} where the text is neither
 */
export function parseJsonDocuments(text: string): readonly ParsedDocument[] {
  try {
    return documentsOf(text);
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError) || !hasTemplateMarks(text)) throw error;
    return documentsOf(text, { expressionEnd, directiveEnd, isBranch });
  }
}

function documentsOf(text: string, template?: Template): readonly ParsedDocument[] {
  const documents: ParsedDocument[] = [];
  for (let start: number | undefined = 0; start !== undefined; ) {
    const parser: JsonParser = new JsonParser(text, template, start);
    documents.push(asParsed(parser.parse(true), parser));
    start = parser.end;
  }
  return documents;
}

function asParsed(value: JsonValue, parser: JsonParser): ParsedDocument {
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
