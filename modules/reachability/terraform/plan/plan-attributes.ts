import { ownMember } from "../../../values/own-member";
import { literal, type Value } from "../expressions/value";
import { isWanted, type Wanted } from "./plan-sightings";
import type { PlanInstance } from "./planned-resource";

/**
 * The attributes that a reference means, of one instance of a resource or of all.
 *
 * @param steps what follows the name of the resource
 */
export function attributesOf(
  instances: readonly PlanInstance[],
  [next, after]: readonly (string | number)[],
  wanted: Wanted,
): readonly Value[] {
  const { trail = [] } = wanted;
  const byKey = withKey(instances, next);
  const own = byKey === undefined ? next : after;
  const byTrail = own === undefined ? withKey(instances, trail[0]) : undefined;
  const meant = byKey ?? byTrail ?? sameKey(instances, wanted);
  const last = own ?? trail.findLast((step) => step !== byTrail?.planned.key);
  return (meant === undefined ? instances : [meant]).map((instance) => {
    const attribute = typeof last === "string" ? instance.attribute(last) : undefined;
    // What follows the name outside of the expression may belong to an object around the resource.
    if (attribute !== undefined && (own !== undefined || isWanted(attribute, wanted))) return attribute;
    const [usual] = ownMember(wanted.noun?.types ?? {}, instance.type) ?? (wanted.noun === undefined ? ["id"] : []);
    return usual === undefined ? literal(null) : instance.attribute(usual);
  });
}

/** The instance with the key of the one whose argument it is. */
function sameKey(instances: readonly PlanInstance[], { instance }: Wanted): PlanInstance | undefined {
  // An index may be calculated, so that it is taken as it is only where there are as many on both sides.
  const isCalculated = typeof instance?.key === "number" && instance.count !== instances.length;
  return isCalculated ? undefined : withKey(instances, instance?.key);
}

function withKey(instances: readonly PlanInstance[], key: string | number | undefined): PlanInstance | undefined {
  return key === undefined ? undefined : instances.find(({ planned }) => planned.key === key);
}
