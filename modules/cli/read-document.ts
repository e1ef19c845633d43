import { type Issue, issue } from "../issues/issue";
import { isJsonObject } from "../values/is-json-value";
import { DocumentSyntaxError } from "./document-syntax-error";
import { type ParsedDocument, parseJson, parseJsonDocuments } from "./parse-json";
import { parseYaml } from "./parse-yaml";
import type { Input } from "./read-input";
import type { RecognizedInput } from "./recognized-input";
import { looksLikeYaml, recognizeText } from "./recognized-text";
import { unusableDocument } from "./unusable-input";

/**
 * The JSON of an input.
 *
 * @throws {UnusableInputError} where it is none, with the JSON path and the line at which it stops being JSON
 */
export function readDocument({ name, text }: Input): ParsedDocument {
  try {
    return parseJson(text);
  } catch (error) {
    throw unusable(name, error);
  }
}

/**
 * The documents of an input: those of JSON, of a template for it, or of YAML.
 *
 * @throws {UnusableInputError} where it is none of them, with what it is instead, or where it stops being one
 */
export async function readTaskDocuments({ name, text }: Input): Promise<readonly ParsedDocument[]> {
  const documents = await parseDocuments(name, text);
  return (await Promise.all(documents.map((document) => templateIn(document, name)))).flat();
}

async function parseDocuments(name: string, text: string): Promise<readonly ParsedDocument[]> {
  try {
    return parseJsonDocuments(text);
  } catch (error) {
    const recognized = recognizeText(text);
    if (recognized !== undefined) throw unusableDocument(name, [recognizedIssue(recognized)], () => 1);
    if (!looksLikeYaml(text)) throw unusable(name, error);
    return await parseYaml(text).catch((yamlError) => {
      // Of what starts as JSON does, the reader of JSON knows better what is wrong.
      throw unusable(name, JSON_BEHIND_COMMENTS.test(text) ? error : yamlError);
    });
  }
}

const JSON_BEHIND_COMMENTS = /^(?:\s|\/\/[^\n]*|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/)*[[{]/;

/** The template in the answer of `aws cloudformation get-template`, which has that of YAML as a text; or the document itself. */
async function templateIn(document: ParsedDocument, name: string): Promise<readonly ParsedDocument[]> {
  const body = isJsonObject(document.value) ? document.value["TemplateBody"] : undefined;
  if (isJsonObject(body)) {
    return [{ ...document, value: body, lineOf: (path) => document.lineOf(`TemplateBody.${path}`) }];
  }
  if (typeof body !== "string") return [document];
  const templates = await parseDocuments(name, body);
  return templates.map((template) => ({ ...template, lineOf: () => document.lineOf("TemplateBody") }));
}

function unusable(name: string, error: unknown): unknown {
  return error instanceof DocumentSyntaxError ? unusableDocument(name, [error.issue], () => error.line) : error;
}

/** The issue that something else is given than a task definition. */
export function recognizedIssue({ what, next }: RecognizedInput): Issue {
  return issue("not-a-task-definition", { problem: `this is ${what}`, fix: next });
}
