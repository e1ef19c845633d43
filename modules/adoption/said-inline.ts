import { hclBlock } from "./hcl";
import type { Counterparts } from "./match-resources";
import { withoutKeys } from "./plan-references";
import type { ResourceOfPlan, ResourcesOfPlan } from "./resources-of-plan";

/** What is said of an endpoint by a resource of its own, with the attribute by which the endpoint can say it itself. */
const SAID_APART: ReadonlyMap<string, string> = new Map([
  ["aws_vpc_endpoint_policy", "policy"],
  ["aws_vpc_endpoint_private_dns", "private_dns_enabled"],
  ["aws_vpc_endpoint_route_table_association", "route_table_ids"],
  ["aws_vpc_endpoint_security_group_association", "security_group_ids"],
  ["aws_vpc_endpoint_subnet_association", "subnet_ids"],
]);

/**
 * Finds what stands as a resource of its own and what an endpoint that is taken over says itself. Destroyed, it would take away what
 * the endpoint has just said; so it leaves the state only, and the endpoint decides alone.
 *
 * A block `removed` is for all instances of a resource.
 */
export function saidInline(
  { leaving, forgotten, arriving, staying }: ResourcesOfPlan,
  counterparts: Counterparts,
): readonly ResourceOfPlan[] {
  const moved = new Set(Array.from(counterparts.values(), ({ address }) => address));
  const going = leaving.filter(({ address }) => !moved.has(address));
  const toBe = new Map([...arriving, ...staying].map((each) => [each.address, each]));
  const isInline = ({ type, values, configured }: ResourceOfPlan): boolean => {
    const attribute = SAID_APART.get(type);
    const [address] =
      [...counterparts].find(
        ([, from]) => from.type === "aws_vpc_endpoint" && from.values["id"] === values["vpc_endpoint_id"],
      ) ?? [];
    const endpoint = address === undefined ? undefined : toBe.get(address);
    // Where the configuration still has the resource, Terraform refuses the block.
    return attribute !== undefined && configured === undefined && endpoint?.configured?.has(attribute) === true;
  };
  const others = new Set(going.filter((each) => !isInline(each)).map(({ address }) => withoutKeys(address)));
  return [...going, ...forgotten].filter((each) => isInline(each) && !others.has(withoutKeys(each.address)));
}

/** The blocks by which resources leave the state and stay in the account. */
export function removedBlocks(resources: readonly ResourceOfPlan[]): readonly string[] {
  const addresses = new Set(resources.map(({ address }) => withoutKeys(address)));
  return Array.from(addresses, (from) =>
    hclBlock("removed", [`from = ${from}`, "lifecycle {", "  destroy = false", "}"]),
  );
}
