import type { UncheckedGrant } from "../../task/grants/grant";
import { isObject } from "../../values/is-object";
import { symbolicJson } from "../terraform/expressions/symbolic-text";
import { textAt } from "../terraform/expressions/terraform-json";
import type { Value } from "../terraform/expressions/value";

/** The grants that the comment of a task definition says. What is not one is left out. */
export function readGrants(said: Value): readonly UncheckedGrant[] {
  const given = symbolicJson(said);
  return Array.isArray(given) ? given.flatMap(readGrant) : [];
}

function readGrant(given: unknown): readonly UncheckedGrant[] {
  if (!isObject(given)) return [];
  const service = textAt(given, "service");
  const [access, actions, on] = [textsAt(given, "access"), textsAt(given, "actions"), textsAt(given, "on")];
  if (service === undefined || on === undefined || (access === undefined) === (actions === undefined)) return [];
  const [accessPoint, key] = [textAt(given, "accessPoint"), textAt(given, "key")];
  return [
    {
      ...{ service, on },
      ...(access === undefined ? {} : { access }),
      ...(actions === undefined ? {} : { actions }),
      ...(accessPoint === undefined ? {} : { accessPoint }),
      ...(key === undefined ? {} : { key }),
    },
  ];
}

function textsAt(block: Readonly<Record<string, unknown>>, name: string): readonly string[] | undefined {
  const value = block[name];
  if (value === undefined || value === null) return undefined;
  return [value].flat().filter((each) => typeof each === "string");
}
