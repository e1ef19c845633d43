import type { Fact } from "../model/fact";
import type { Identity } from "../model/identity";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { identityFact, identityOf, referringTo, resourceOf } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** What a profile of Route 53 brings into a VPC. */
export interface ProfileInVpc {
  readonly association: TerraformResource;
  readonly vpc: Fact<Identity>;
  /** The private hosted zones that are created here. */
  readonly zones: readonly Identity[];
  /** Whether it brings along anything else that is not followed. */
  readonly isOpen: boolean;
}

/**
 * The profiles that are associated with VPCs. Their zones are seen there as if they were associated one by one.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/profile-high-level-steps.html
 */
export function readDnsProfiles(index: ResourceIndex): readonly ProfileInVpc[] {
  return index.managed("aws_route53profiles_association").map((association) => {
    const vpc = identityFact(association.argument("resource_id"), index);
    const id = identityFact(association.argument("profile_id"), index);
    const profile = id.known ? resourceOf(id.value, "aws_route53profiles_profile", index) : undefined;
    if (profile === undefined) return { association, vpc, zones: [], isOpen: true };
    const own = identityOf(profile, index);
    const { items, possible } = referringTo(own, "aws_route53profiles_resource_association", "profile_id", index);
    const zones = items.flatMap((each) => zoneOf(each, index) ?? []);
    return { association, vpc, zones, isOpen: possible.length > 0 || zones.length < items.length };
  });
}

function zoneOf(resource: TerraformResource, index: ResourceIndex): Identity | undefined {
  const id = identityFact(resource.argument("resource_arn"), index);
  return id.known && resourceOf(id.value, "aws_route53_zone", index) !== undefined ? id.value : undefined;
}
