import { literal, type Value } from "../expressions/value";
import type { PlanResource } from "./plan-resource";
import { isWanted, type Wanted } from "./plan-sightings";

/**
 * The attributes that a reference means, of one instance of a resource or of all.
 *
 * @param steps what follows the name of the resource
 */
export function attributesOf(
  instances: readonly PlanResource[],
  [next, after]: readonly (string | number)[],
  wanted: Wanted,
): readonly Value[] {
  const { trail = [] } = wanted;
  const byKey = instances.find(({ key }) => key !== undefined && key === next);
  const own = byKey === undefined ? next : after;
  const byTrail = own === undefined ? instances.find(({ key }) => key !== undefined && key === trail[0]) : undefined;
  const meant = byKey ?? byTrail ?? sameKey(instances, wanted);
  const last = own ?? trail.findLast((step) => step !== byTrail?.key);
  return (meant === undefined ? instances : [meant]).map((instance) => {
    const attribute = typeof last === "string" ? instance.attribute(last) : undefined;
    // What follows the name outside of the expression may belong to an object around the resource.
    if (attribute !== undefined && (own !== undefined || isWanted(attribute, wanted))) return attribute;
    const [usual] = wanted.noun?.types[instance.type] ?? (wanted.noun === undefined ? ["id"] : []);
    return usual === undefined ? literal(null) : instance.attribute(usual);
  });
}

/** The instance with the key of the one whose argument it is. */
function sameKey(instances: readonly PlanResource[], { key, count }: Wanted): PlanResource | undefined {
  const same = instances.find((instance) => instance.key !== undefined && instance.key === key);
  // An index may be calculated, so that it is taken as it is only where there are as many on both sides.
  return typeof key === "number" && count !== instances.length ? undefined : same;
}
