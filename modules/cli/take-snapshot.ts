import type { NetworkSnapshot } from "../snapshot/network-snapshot";
import { askEc2 } from "./ec2-answers";
import { ec2Client } from "./ec2-client";
import { type NetworkOfEc2, snapshotOf } from "./ec2-snapshot";
import { type AskedVpc, askHostedZones, askResolverRules } from "./route53-answers";
import { RESOLVER_PACKAGE, ROUTE53_PACKAGE, resolverClient, route53Client } from "./route53-client";
import { hostedZonesOf, resolverRulesOf } from "./route53-snapshot";
import type { Terminal } from "./terminal";

/** What else decides over names in a VPC, and no call of the command tells. */
const NOT_READ: readonly string[] = ["DNS Firewall", "Profiles of Route 53"];

/**
 * Reads a VPC from its account.
 *
 * @param region @default - as the environment or the profile says
 * @throws {UnusableInputError} where the package of EC2 is missing, or AWS or the network refuses
 */
export async function takeSnapshot(
  vpcId: string,
  region: string | undefined,
  { announce }: Pick<Terminal, "announce"> = {},
): Promise<NetworkSnapshot> {
  const ec2 = await ec2Client(region);
  try {
    announce?.(`asking EC2 in ${ec2.region} for ${vpcId}`);
    const answers = await askEc2(ec2, vpcId);
    const vpc: AskedVpc = { id: vpcId, owner: answers.vpc.OwnerId };
    announce?.(`asking Route 53 for the names in ${vpcId}`);
    return snapshotWithNames(snapshotOf(answers), await zonesIn(ec2.region, vpc), await rulesIn(ec2.region, vpc));
  } finally {
    ec2.client.destroy();
  }
}

/** What EC2 tells of a VPC, with what Route 53 tells; `undefined` is what nobody has read. */
export function snapshotWithNames(
  { format, version, region, ...network }: NetworkOfEc2,
  hostedZones: NetworkSnapshot["hostedZones"],
  resolverRules: NetworkSnapshot["resolverRules"],
): NetworkSnapshot {
  const notRead = [
    ...(hostedZones === undefined ? [missing("private hosted zones", ROUTE53_PACKAGE)] : []),
    ...(resolverRules === undefined ? [missing("Resolver rules", RESOLVER_PACKAGE)] : []),
    ...NOT_READ,
  ];
  return {
    ...{ format, version, region, notRead, ...network },
    ...(hostedZones === undefined ? {} : { hostedZones }),
    ...(resolverRules === undefined ? {} : { resolverRules }),
  };
}

function missing(what: string, name: string): string {
  return `${what}: write npm install --save-dev ${name}, and take the snapshot again`;
}

async function zonesIn(region: string, vpc: AskedVpc): Promise<NetworkSnapshot["hostedZones"]> {
  const route53 = await route53Client(region);
  if (route53 === undefined) return undefined;
  try {
    return hostedZonesOf(await askHostedZones(route53, vpc));
  } finally {
    route53.client.destroy();
  }
}

async function rulesIn(region: string, vpc: AskedVpc): Promise<NetworkSnapshot["resolverRules"]> {
  const resolver = await resolverClient(region);
  if (resolver === undefined) return undefined;
  try {
    return resolverRulesOf(await askResolverRules(resolver, vpc));
  } finally {
    resolver.client.destroy();
  }
}
