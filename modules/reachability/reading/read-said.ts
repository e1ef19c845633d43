import { knownValue } from "../model/fact";
import type { Contradiction } from "../model/network-model";
import { saidResources } from "../terraform/said/said-resources";
import type { TerraformReading } from "../terraform/terraform-reading";
import { contradictionsOf } from "./contradictions";
import { identityFact, resourceOf } from "./identities";
import { ResourceIndex } from "./resource-index";
import { saidEndpoints } from "./said-endpoints";

/** What was read, with what is said of VPCs that exist. */
export interface HeardReading {
  readonly index: ResourceIndex;
  /** Where what is said is not so. */
  readonly contradictions: readonly Contradiction[];
}

/**
 * Adds what is said of VPCs that exist to what was read, as far as that does not tell it itself. Of a VPC that is created
 * here the Terraform tells everything.
 */
export function readSaid({ resources, modules, said }: TerraformReading): HeardReading {
  const inSight = new ResourceIndex({ resources, modules });
  if (said.length === 0) return { index: inSight, contradictions: [] };
  const endpoints = saidEndpoints(said, inSight);
  const counting = said.filter((fact) => {
    const vpc = knownValue(identityFact(fact.vpcId, inSight));
    const isCreated = vpc !== undefined && resourceOf(vpc, "aws_vpc", inSight) !== undefined;
    return !isCreated && !fact.parts.some(({ thing }) => endpoints.inSight.has(thing.address));
  });
  return {
    index: new ResourceIndex({ resources: [...resources, ...saidResources(counting)], modules }),
    contradictions: [...contradictionsOf(said, inSight), ...endpoints.contradictions],
  };
}
