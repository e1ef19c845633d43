import { isObject } from "../../../values/is-object";
import type { TerraformJson } from "../expressions/terraform-json";

/** Blocks with labels, by how many they have. Source: https://developer.hashicorp.com/terraform/language/syntax/json */
const LABELS = { data: 2, module: 1, output: 1, provider: 1, resource: 2, variable: 1 } as const;

/**
 * A configuration whose labels are members of objects. Where several blocks may stand, JSON may have a list of such objects
 * as well: `"resource": [{ "aws_vpc": { … } }, { "aws_vpc": { … } }]`.
 */
export function withoutLabelLists(json: TerraformJson): TerraformJson {
  const changed = Object.entries(LABELS).flatMap(([kind, labels]) =>
    hasList(json[kind], labels) ? [[kind, joined([json[kind]], labels)] as const] : [],
  );
  return changed.length === 0 ? json : { ...json, ...Object.fromEntries(changed) };
}

function hasList(value: unknown, labels: number): boolean {
  if (Array.isArray(value)) return true;
  return labels > 1 && isObject(value) && Object.values(value).some((member) => hasList(member, labels - 1));
}

/** What stands behind a label several times are several blocks. */
function joined(values: readonly unknown[], labels: number): TerraformJson {
  const byLabel = new Map<string, unknown[]>();
  for (const object of values.flat().filter(isObject)) {
    for (const [label, value] of Object.entries(object)) {
      const all = byLabel.get(label);
      if (all === undefined) byLabel.set(label, [value]);
      else all.push(value);
    }
  }
  return Object.fromEntries(
    Array.from(byLabel, ([label, all]) => [
      label,
      labels > 1 ? joined(all, labels - 1) : all.length > 1 ? all.flat() : all[0],
    ]),
  );
}
