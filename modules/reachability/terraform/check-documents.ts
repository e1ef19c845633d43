import { type Issue, issue } from "../../issues/issue";
import { formatJsonPath } from "../../task/json/json-path";
import { isObject } from "../../values/is-object";
import { DEEPEST, placeTooDeep } from "../../values/nesting";

/** Why documents cannot be read as Terraform JSON at all. Paths start with the place among them. */
export function* checkDocuments(documents: unknown): Generator<Issue> {
  if (!Array.isArray(documents)) {
    yield notTerraform(undefined, `${describe(documents)} is not a list of documents`);
    return;
  }
  for (const [index, document] of documents.entries()) {
    const path = `[${index}]`;
    if (!isObject(document)) {
      yield notTerraform(path, `the document at index ${index} is ${describe(document)}, not an object`);
      continue;
    }
    const place = placeTooDeep(document);
    if (place === undefined) continue;
    yield issue("json-too-deep", {
      path: `${path}.${formatJsonPath(place)}`,
      problem: `what is in it is nested deeper than ${DEEPEST} levels`,
      fix: "flatten it, or leave it out of what is proved",
    });
  }
}

function notTerraform(path: string | undefined, problem: string): Issue {
  return issue("not-terraform-json", {
    path,
    problem,
    fix: "give a list of parsed documents, for example [JSON.parse(text)], of a cdk.tf.json or of terraform show -json PLAN",
  });
}

function describe(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  if (Array.isArray(value)) return "a list";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
