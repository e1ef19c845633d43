import { ownMember } from "../../../values/own-member";
import { isAbsent, type Value } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";
import type { LocalNames } from "./instances";

/** Attributes of data sources that are what a function gives, called with arguments of theirs by name. */
const CALLS: Readonly<Record<string, Readonly<Record<string, readonly [call: string, ...given: string[]]>>>> = {
  // Source: https://registry.terraform.io/providers/hashicorp/template/2.2.0/docs/data-sources/file
  template_file: { rendered: ["${templatestring(template, vars)}", "template", "vars"] },
  // Source: https://registry.terraform.io/providers/hashicorp/local/2.5.3/docs/data-sources/file
  local_file: { content: ["${file(filename)}", "filename"] },
};

const NOTHING: Value = { kind: "object", members: {} };

/**
 * An attribute that a function works out.
 *
 * @returns `undefined` where it is none
 */
export function calledAttribute(
  { mode, type, argument }: TerraformResource,
  attribute: string,
  evaluate: (json: unknown, names: LocalNames) => Value,
): Value | undefined {
  const attributes = mode === "data" ? ownMember(CALLS, type) : undefined;
  const called = attributes && ownMember(attributes, attribute);
  if (called === undefined) return undefined;
  const [call, ...given] = called;
  // Only the variables of a template may be left out.
  const argumentOf = (name: string) => (isAbsent(argument(name)) ? NOTHING : argument(name));
  return evaluate(call, new Map(given.map((name) => [name, argumentOf(name)])));
}
