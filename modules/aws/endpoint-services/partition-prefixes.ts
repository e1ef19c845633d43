import type { PartitionId } from "../region";

/** What the service names of every partition start with, and most of them in the other partitions as well. */
export const COMMON_PREFIX = "com.amazonaws";

/**
 * What some service names start with in their partition, in place of `com.amazonaws`. GovCloud has none.
 *
 * Source: `getDefaultEndpointPrefix` in `aws-ec2/lib/vpc-endpoint.js` of aws-cdk-lib 2.276.0, which gives them to interface
 * endpoints only: gateway endpoints are `com.amazonaws` everywhere.
 */
export const PARTITION_PREFIXES = {
  "aws-cn": "cn.com.amazonaws",
  "aws-eusc": "eu.amazonaws",
  "aws-iso": "gov.ic.c2s",
  "aws-iso-b": "gov.sgov.sc2s",
  "aws-iso-e": "uk.adc-e.cloud",
  "aws-iso-f": "gov.ic.hci.csp",
} as const satisfies Partial<Record<PartitionId, string>>;

/** The prefix that a partition has of its own, where it has one. */
export function ownPrefix(partition: PartitionId): string | undefined {
  const prefixes: Partial<Record<PartitionId, string>> = PARTITION_PREFIXES;
  return prefixes[partition];
}
