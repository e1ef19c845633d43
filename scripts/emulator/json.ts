import { readFileSync } from "node:fs";

/** A JSON object of unknown content. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Whether a value is an object that is neither `null` nor an array. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What stands at a path of keys, or `undefined` where the path ends early. */
export function jsonAt(value: unknown, ...keys: readonly string[]): unknown {
  let here = value;
  for (const key of keys) here = isJsonObject(here) ? here[key] : undefined;
  return here;
}

/** A JSON file's content; `undefined` where there is no such file. */
export function readJsonFile(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}
