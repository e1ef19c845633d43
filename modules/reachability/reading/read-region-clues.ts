import { regionOfZone } from "../../aws/region";
import { type Fact, known, unknown } from "../model/fact";
import type { RegionClue } from "../model/region-clue";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import type { SaidFact } from "../terraform/said/said-fact";
import { vpcIdOf } from "./adopted";
import { textFact } from "./facts";
import { identityFact, identityOf } from "./identities";
import type { ResourceIndex } from "./resource-index";

/**
 * What tells in which Region each VPC is: first the VPC itself, then what its network says, then what is in it. AWS has all of
 * that in one Region.
 */
export function readRegionClues(index: ResourceIndex, said: readonly SaidFact[]): readonly RegionClue[] {
  const heard = new Set(said.flatMap(({ parts }) => parts.map(({ thing }) => thing.address)));
  const vpcs = [...index.managed("aws_vpc", "aws_default_vpc"), ...index.data("aws_vpc")].filter(
    ({ address }) => !heard.has(address),
  );
  const within = (resource: TerraformResource) => identityFact(vpcIdOf(resource, index), index);
  const subnets = index.managed("aws_subnet", "aws_default_subnet").map((subnet) => ({ subnet, vpc: within(subnet) }));
  const speakers = [...new Map(said.map((fact) => [fact.by.address, fact])).values()];
  return [
    ...vpcs.map((vpc) => ofProvider(vpc, known(identityOf(vpc, index)))),
    ...vpcs.flatMap((vpc) => ofNetwork(vpc, index)),
    ...speakers.map(
      ({ by, vpcId, region }): RegionClue => ({
        vpc: identityFact(vpcId, index),
        address: by.address,
        region: textFact(region),
        kind: "network",
      }),
    ),
    ...subnets.map(
      ({ subnet, vpc }): RegionClue => ({
        vpc,
        address: subnet.address,
        region: regionOfSubnet(subnet),
        kind: "zone",
      }),
    ),
    ...subnets.map(({ subnet, vpc }) => ofProvider(subnet, vpc)),
    ...index.managed("aws_vpc_endpoint").map((endpoint) => ofProvider(endpoint, within(endpoint))),
    ...speakers.map(({ by, vpcId }) => ofProvider(by, identityFact(vpcId, index))),
  ];
}

function ofProvider({ address, mode, region }: TerraformResource, vpc: RegionClue["vpc"]): RegionClue {
  return { vpc, address, region: textFact(region), kind: mode === "data" ? "looked-up" : "created" };
}

/** Where the zones are looked up, nothing but the comment of the VPC has the Region that its network says. */
function ofNetwork(vpc: TerraformResource, index: ResourceIndex): readonly RegionClue[] {
  const { address, annotations } = vpc;
  if (annotations?.region === undefined) return [];
  return [{ vpc: known(identityOf(vpc, index)), address, region: known(annotations.region), kind: "network" }];
}

function regionOfSubnet(subnet: TerraformResource): Fact<string> {
  const zone = textFact(subnet.argument("availability_zone"));
  if (!zone.known) return zone;
  const region = regionOfZone(zone.value);
  return region === undefined ? unknown(`${zone.value} is no name of a zone`) : known(region);
}
