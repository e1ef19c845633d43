import type { JsonPath } from "../task/json/json-path";
import type { JsonValue } from "../values/json-value";

/** A place in a text of YAML: of what in its document, and at which character. */
export interface YamlPosition {
  readonly path: JsonPath;
  readonly offset: number;
}

/** One document of a text of YAML. */
export interface YamlDocument {
  readonly value: JsonValue;
  /** Where each value starts. */
  readonly positions: readonly YamlPosition[];
  /** Where the name of a member starts that its object has already. */
  readonly duplicates: readonly YamlPosition[];
}

/** Why a text is not YAML, and where it stops being that. */
export interface YamlFailure {
  readonly problem: string;
  readonly offset: number;
}

/** The documents of a text, or why it has none. */
export type YamlReading = readonly YamlDocument[] | YamlFailure;
