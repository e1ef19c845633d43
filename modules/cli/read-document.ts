import { type Issue, issue } from "../issues/issue";
import { JsonSyntaxError } from "./json-syntax-error";
import { type ParsedJson, parseJson, parseJsonOrTemplate } from "./parse-json";
import type { Input } from "./read-input";
import { type RecognizedInput, recognizeText } from "./recognized-input";
import { unusableDocument } from "./unusable-input";

/**
 * The JSON of an input.
 *
 * @throws {UnusableInputError} where it is none, with the JSON path and the line at which it stops being JSON
 */
export function readDocument({ name, text }: Input): ParsedJson {
  try {
    return parseJson(text);
  } catch (error) {
    throw unusable(name, error);
  }
}

/**
 * The JSON of an input that may be a template.
 *
 * @throws {UnusableInputError} where it is neither, with what it is instead, or where it stops being JSON
 */
export function readTaskDocument({ name, text }: Input): ParsedJson {
  try {
    return parseJsonOrTemplate(text);
  } catch (error) {
    const recognized = recognizeText(text);
    if (recognized === undefined) throw unusable(name, error);
    throw unusableDocument(name, [recognizedIssue(recognized)], () => 1);
  }
}

function unusable(name: string, error: unknown): unknown {
  return error instanceof JsonSyntaxError ? unusableDocument(name, [error.issue], () => error.line) : error;
}

/** The issue that something else is given than a task definition. */
export function recognizedIssue({ what, next }: RecognizedInput): Issue {
  return issue("not-a-task-definition", { problem: `this is ${what}`, fix: next });
}
