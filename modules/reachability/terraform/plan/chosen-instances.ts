import { symbolicText } from "../expressions/symbolic-text";
import { isAbsent, type Value } from "../expressions/value";
import type { TerraformResource } from "../resources/terraform-resource";
import type { Sighting } from "./plan-sightings";

/** What an expression can stand for, and whether it refers to anything else besides. */
export interface Choice {
  readonly argument: string;
  readonly found: readonly Sighting[];
  readonly refersToMore: boolean;
}

/**
 * Whether a list cannot be all instances of the resource that its expression refers to. A plan keeps nothing of the condition by which a
 * `for` chooses among them; that there is one shows where all of them would be a list that AWS refuses, or that nobody means: things of
 * several VPCs, or two subnets of one zone for an endpoint, and for anything else where the expression refers to more.
 */
export function isChosen(
  list: Value,
  { argument, found, refersToMore }: Choice,
  resourceOf: (value: Value) => TerraformResource | undefined,
): boolean {
  if (list.kind !== "list" || found.every(({ values }) => values.length < 2)) return false;
  const things = list.items.flatMap((item) => resourceOf(item) ?? []);
  const [vpcs, zones] = [textsOf(things, "vpc_id"), textsOf(things, "availability_zone")];
  if (new Set(vpcs).size > 1) return true;
  return new Set(zones).size < zones.length && (argument === "subnet_ids" || refersToMore);
}

function textsOf(things: readonly TerraformResource[], argument: string): readonly string[] {
  const values = things.map((thing) => thing.argument(argument));
  return values.filter((value) => value.kind !== "unknown" && !isAbsent(value)).map(symbolicText);
}
