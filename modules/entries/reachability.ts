/**
 * `cdktf-private-fargate/reachability`: the proof over any Terraform that every call of a task arrives. It loads neither cdktf
 * nor the provider.
 */

// The proof: every call arrives, or which hop is broken first

export { explainProof } from "../reachability/report/explain-proof";
export type {
  AcceptedIssue,
  Assumption,
  DependencyProof,
  Hop,
  HopName,
  PlaceElsewhere,
  Proof,
  TaskProof,
} from "../reachability/model/proof";
export type { Verdict } from "../reachability/model/verdict";
export { type ProofOptions, proveReachability } from "../reachability/prove-reachability";
export type { Acceptance } from "../reachability/terraform/resources/annotations";
export type { TerraformJson } from "../reachability/terraform/expressions/terraform-json";

// A VPC that exists, as `private-fargate snapshot` reads it
export type {
  NetworkSnapshot,
  SnapshotDhcpOptions,
  SnapshotEndpoint,
  SnapshotHostedZone,
  SnapshotHostedZoneRecord,
  SnapshotNatGateway,
  SnapshotNetworkAcl,
  SnapshotNetworkAclRule,
  SnapshotPeeringConnection,
  SnapshotPrefixList,
  SnapshotResolverRule,
  SnapshotRoute,
  SnapshotRouteTable,
  SnapshotSecurityGroup,
  SnapshotSecurityGroupRule,
  SnapshotSubnet,
  SnapshotTransitGatewayAttachment,
  SnapshotVpc,
} from "../snapshot/network-snapshot";
export { readNetworkSnapshot } from "../snapshot/read-network-snapshot";
export type { JsonValue } from "../values/json-value";

// Problems
export { ConfigurationError } from "../issues/configuration-error";
export type { FixInEach, FixLanguage } from "../issues/fix";
export type { Issue } from "../issues/issue";
export type { IssueSeverity } from "../issues/table/issue-row";
export type { IssueCode } from "../issues/table/issue-table";
export type { ReadingOptions } from "../text/reading-options";
