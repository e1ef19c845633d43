import type { HostedZoneSummary, ResourceRecordSet, VPCRegion } from "@aws-sdk/client-route-53";
import type { ResolverRule } from "@aws-sdk/client-route53resolver";
import { mayHoldAwsNames } from "../aws/aws-domains";
import { answerOf } from "./account-failure";
import { plainName } from "./plain-name";
import { type Resolver, ROUTE53_PACKAGE, type Route53 } from "./route53-client";
import { UnusableInputError } from "./unusable-input";

/** A private hosted zone that a VPC sees. */
export interface ZoneAnswer {
  readonly zone: HostedZoneSummary;
  /** @default - the zone is of another account, which alone may list them, or is for names of one's own */
  readonly records?: readonly ResourceRecordSet[];
}

/** The VPC that is asked about. */
export interface AskedVpc {
  readonly id: string;
  /** The account that owns it. */
  readonly owner: string | undefined;
}

/**
 * Asks Amazon Route 53 about the private hosted zones of a VPC. Those that an AWS service makes, as for private DNS of an
 * endpoint, are what Amazon EC2 tells of the endpoint.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_ListHostedZonesByVPC.html
 *
 * @throws {UnusableInputError} where AWS or the network refuses, or the package is older than the Region
 */
export async function askHostedZones(route53: Route53, vpc: AskedVpc): Promise<readonly ZoneAnswer[]> {
  const { sdk, client, region } = route53;
  if (!isRegionOf(sdk, region)) {
    throw new UnusableInputError(
      `${ROUTE53_PACKAGE} does not know ${region}; update it: npm install --save-dev ${ROUTE53_PACKAGE}@latest`,
    );
  }
  const zones: HostedZoneSummary[] = [];
  let next: string | undefined;
  do {
    const input = { VPCId: vpc.id, VPCRegion: region, NextToken: next };
    const page = await answerOf("route53:ListHostedZonesByVPC", region, () =>
      client.send(new sdk.ListHostedZonesByVPCCommand(input)),
    );
    zones.push(...(page.HostedZoneSummaries ?? []));
    next = page.NextToken;
  } while (next !== undefined && next !== "");
  const answers: ZoneAnswer[] = [];
  for (const zone of zones.filter(({ Owner }) => Owner?.OwningService === undefined)) {
    const isOwn = zone.Owner?.OwningAccount === vpc.owner;
    const isRead = isOwn && mayHoldAwsNames(plainName(zone.Name));
    answers.push(isRead ? { zone, records: await recordsOf(route53, zone.HostedZoneId) } : { zone });
  }
  return answers;
}

function isRegionOf({ VPCRegion: known }: Route53["sdk"], region: string): region is VPCRegion {
  return Object.values<string>(known).includes(region);
}

/** All record sets of a zone: a page ends with the name, the type and the identifier of the next one. */
async function recordsOf({ sdk, client, region }: Route53, HostedZoneId: string | undefined) {
  const records: ResourceRecordSet[] = [];
  let more = true;
  let next = {};
  while (more) {
    const page = await answerOf("route53:ListResourceRecordSets", region, () =>
      client.send(new sdk.ListResourceRecordSetsCommand({ HostedZoneId, ...next })),
    );
    records.push(...(page.ResourceRecordSets ?? []));
    next = {
      StartRecordName: page.NextRecordName,
      StartRecordType: page.NextRecordType,
      StartRecordIdentifier: page.NextRecordIdentifier,
    };
    more = page.IsTruncated === true;
  }
  return records;
}

/**
 * Asks Route 53 Resolver about the rules that a VPC is associated with, but for those that AWS defines itself.
 *
 * Source: https://docs.aws.amazon.com/Route53/latest/APIReference/API_route53resolver_ListResolverRuleAssociations.html
 *
 * @throws {UnusableInputError} where AWS or the network refuses
 */
export async function askResolverRules(resolver: Resolver, vpc: AskedVpc): Promise<readonly ResolverRule[]> {
  const { sdk, client, region } = resolver;
  const filter = { Filters: [{ Name: "VPCId", Values: [vpc.id] }] };
  const ids = await answerOf("route53resolver:ListResolverRuleAssociations", region, async () => {
    const found: string[] = [];
    for await (const page of sdk.paginateListResolverRuleAssociations({ client }, filter)) {
      const living = (page.ResolverRuleAssociations ?? []).filter(
        ({ Status }) => Status !== "FAILED" && Status !== "DELETING",
      );
      found.push(...living.flatMap(({ ResolverRuleId }) => ResolverRuleId ?? []));
    }
    return found.filter((id) => !id.startsWith("rslvr-autodefined-"));
  });
  const rules: ResolverRule[] = [];
  for (const ResolverRuleId of ids) {
    const { ResolverRule: rule } = await answerOf("route53resolver:GetResolverRule", region, () =>
      client.send(new sdk.GetResolverRuleCommand({ ResolverRuleId })),
    );
    if (rule !== undefined) rules.push(rule);
  }
  return rules;
}
