import { CLOUDFORMATION_SPELLING } from "../../task/json/field-spelling";
import { formatJsonPath, type JsonPath } from "../../task/json/json-path";
import { longestKnownPath } from "../../task/json/known-path";
import { isJsonObject, type JsonObject } from "../../values/is-json-value";
import type { JsonValue } from "../../values/json-value";
import { Evaluator } from "./evaluator";
import { fixInProperties } from "./fix-in-properties";
import { asJson } from "./placed-value";
import { templateOf } from "./template";

/** A task definition in a document. */
export interface FoundDefinition {
  /** Its logical id in a template. @default - it has none */
  readonly name?: string;
  readonly value: JsonValue;
  /** Where in the document what stands at a path of the definition is. */
  placeOf(path: string): string;
  /** What to type, in the spelling of the document. */
  spelled(fix: string): string;
}

const TYPE = "AWS::ECS::TaskDefinition";

/** The task definitions of a document: all those of a template of CloudFormation or deeper in an object, or the document itself. */
export function definitionsIn(document: JsonValue): readonly FoundDefinition[] {
  if (Array.isArray(document)) return inList(document);
  if (!isJsonObject(document)) return [plain(document)];
  // The Serverless Framework has a template within its own file.
  const { resources: nested, Properties: properties } = document;
  if (isTemplate(nested)) return inResources(nested, nested.Resources, ["resources", "Resources"]);
  if (isTemplate(document)) return inResources(document, document.Resources, ["Resources"]);
  if (isJsonObject(properties)) return [evaluated(properties, ["Properties"])];
  if (Object.values(document).some(isTaskDefinition)) return inResources({ Resources: document }, document, []);
  if (isSpelledAsProperties(document)) return [evaluated(document, [])];
  const deeper = hasContainers(document) ? [] : deeperIn(document, []);
  return deeper.length === 0 ? [plain(document)] : deeper;
}

/** The task definitions within a value, as the answers of some commands and files of several environments have them. */
function deeperIn(value: JsonValue, at: JsonPath): readonly FoundDefinition[] {
  if (hasContainers(value)) return definitionsIn(value).map((found) => below(at, found));
  if (Array.isArray(value)) return value.flatMap((each: JsonValue, index) => deeperIn(each, [...at, index]));
  return isJsonObject(value) ? Object.entries(value).flatMap(([name, member]) => deeperIn(member, [...at, name])) : [];
}

/** Several task definitions in a list, or one list of containers. */
function inList(list: readonly JsonValue[]): readonly FoundDefinition[] {
  if (list.length === 0 || !list.every(hasContainers)) {
    return isSpelledAsProperties(list[0]) ? [evaluated(list, [])] : [plain(list)];
  }
  return list.flatMap((element, index) => definitionsIn(element).map((found) => below([index], found)));
}

/** A task definition that stands deeper in a document. */
function below(at: JsonPath, found: FoundDefinition): FoundDefinition {
  const start = formatJsonPath(at);
  const place = (path: string) => [start, path].join(path === "" || path.startsWith("[") ? "" : ".");
  return { ...found, placeOf: (path) => (path.startsWith("--") ? path : place(found.placeOf(path))) };
}

/** Whether a value is a task definition in one of its forms, by itself or in the answer of a command. */
function hasContainers(value: JsonValue | undefined): boolean {
  if (!isJsonObject(value)) return false;
  return isJsonObject(value["taskDefinition"]) || CONTAINER_LISTS.some((name) => Object.hasOwn(value, name));
}

const CONTAINER_LISTS = ["containerDefinitions", "container_definitions", "ContainerDefinitions"];

function inResources(sections: JsonObject, resources: JsonObject, at: JsonPath): readonly FoundDefinition[] {
  const evaluator = new Evaluator(templateOf(sections));
  return Object.entries(resources).flatMap(([name, resource]) => {
    if (isTaskDefinition(resource)) {
      return [evaluated(resource["Properties"] ?? {}, [...at, name, "Properties"], evaluator, name)];
    }
    // A loop has the name of its variable, the values, and the resources.
    const body = name.startsWith("Fn::ForEach::") && Array.isArray(resource) ? resource[2] : undefined;
    return isJsonObject(body) ? inResources(sections, body, [...at, name, 2]) : [];
  });
}

function isTaskDefinition(resource: JsonValue): resource is JsonObject {
  return isJsonObject(resource) && resource["Type"] === TYPE;
}

function isSpelledAsProperties(value: JsonValue | undefined): boolean {
  if (!isJsonObject(value)) return false;
  return "ContainerDefinitions" in value || ("Name" in value && "Image" in value);
}

/** Whether a value is a template of CloudFormation. */
function isTemplate(value: JsonValue | undefined): value is JsonObject & { readonly Resources: JsonObject } {
  return isJsonObject(value) && isJsonObject(value["Resources"]);
}

function plain(value: JsonValue): FoundDefinition {
  return { value, placeOf: (path) => path, spelled: (fix) => fix };
}

function evaluated(
  properties: JsonValue,
  at: JsonPath,
  evaluator = new Evaluator(templateOf({})),
  name?: string,
): FoundDefinition {
  const places = new Places(at);
  const value = evaluator.evaluate(properties, at);
  return {
    ...(name === undefined ? {} : { name }),
    value: value === undefined ? {} : asJson(value, places),
    placeOf: (path) => places.of(path),
    spelled: fixInProperties,
  };
}

/** Where the parts of a definition stand in a template. Paths are found in either spelling. */
class Places {
  readonly #root: string;
  readonly #places = new Map<string, string>();

  constructor(root: JsonPath) {
    this.#root = formatJsonPath(root);
  }

  set(path: string, place: string): void {
    this.#places.set(path.toLowerCase(), place);
  }

  of(path: string): string {
    const known = longestKnownPath(path.toLowerCase(), (start) => this.#places.has(start));
    if (known !== undefined) return `${this.#places.get(known)}${path.slice(known.length)}`;
    // An option of the command line is a place as well.
    if (path.startsWith("--")) return path;
    const spelled = path.replace(/(?<=^|\.)[a-z]\w*/g, (step) => CLOUDFORMATION_SPELLING.inputName(step));
    return [this.#root, spelled].filter((part) => part !== "").join(".");
  }
}
