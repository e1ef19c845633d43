import { JsonSyntaxError } from "./json-syntax-error";
import { type ParsedJson, parseJson } from "./parse-json";
import type { Input } from "./read-input";
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
    if (!(error instanceof JsonSyntaxError)) throw error;
    throw unusableDocument(name, [error.issue], () => error.line);
  }
}
