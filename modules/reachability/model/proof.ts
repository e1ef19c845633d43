import type { Issue } from "../../issues/issue";
import type { Verdict } from "./verdict";

/** The steps of a call, in the order in which it takes them. */
export type HopName =
  | "endpoint"
  | "mount-target"
  | "called"
  | "name-resolution"
  | "task-security-group"
  | "network-acl"
  | "route"
  | "endpoint-security-group"
  | "mount-target-security-group"
  | "called-security-group"
  | "endpoint-policy"
  | "zones"
  | "permissions";

/** One step of a call. */
export interface Hop {
  readonly hop: HopName;
  readonly verdict: Verdict;
  /** What holds, or what is wrong or not known. */
  readonly text: string;
  /** Addresses of the resources that it is about. */
  readonly resources: readonly string[];
}

/** An issue, which may be accepted knowingly. */
export interface AcceptedIssue extends Issue {
  /** Why it is accepted. @default - it is not */
  readonly accepted?: string;
  /** Whether it leaves open what a task calls. @default false */
  readonly leavesOpen?: boolean;
}

/** Whether the calls of a task to one service arrive. */
export interface DependencyProof {
  /**
   * AWS's short name of the service, for example `"ecr.api"`; `"efs"` for a file system, which mount targets lead to; the host
   * of a call outside of AWS, for example `"registry.example.com"`, with its port where that is not 443; the name and port of a call
   * within the VPC, for example `"prices:8080"`.
   */
  readonly service: string;
  /** Region of the service. @default - the task's own */
  readonly region?: string;
  readonly verdict: Verdict;
  /** The way of a call, up to the first hop that is broken. */
  readonly hops: readonly Hop[];
  /** What is broken, or the first thing that is not known. `path` is the address of the resource. @default - it is proved */
  readonly issue?: AcceptedIssue;
}

/** A VPC or a subnet that exists already, or that another configuration creates. */
export interface PlaceElsewhere {
  readonly kind: "vpc" | "subnet";
  /** What the Terraform at hand calls it, for example `"data.aws_vpc.main"`. */
  readonly address: string;
  /** For example `"vpc-0123456789abcdef0"`. @default - it is not known */
  readonly id?: string;
}

/** Whether a task can start and run. */
export interface TaskProof {
  /** Name of the service, or family of the task. */
  readonly task: string;
  /** Address of what runs it. */
  readonly address: string;
  /** Addresses of what else starts the same task in the same subnets. @default - nothing */
  readonly alsoStartedBy?: readonly string[];
  /** The VPC in which it runs, or else its subnets, where the Terraform at hand neither creates nor describes them. @default - it does */
  readonly elsewhere?: readonly PlaceElsewhere[];
  readonly verdict: Verdict;
  readonly dependencies: readonly DependencyProof[];
  /** What the task asks for and no endpoint can give, and what is not known about the task itself. */
  readonly issues: readonly AcceptedIssue[];
}

/** Something that somebody says of a VPC that exists, on which proved calls rest. */
export interface Assumption {
  /** What is said, in words that can be compared with the account: `"vpc-0123456789abcdef0 has enable_dns_support on"`. */
  readonly text: string;
  /** Name of the network of which it is said. */
  readonly network: string;
  /** Address of the resource in whose comment it is said. */
  readonly path: string;
  /** The calls that are proved with it, and are not without it. */
  readonly calls: readonly { readonly address: string; readonly service: string; readonly region?: string }[];
}

/** What was proved. Plain data, for JSON. */
export interface Proof {
  /** Broken where anything is broken, else unknown where anything is unknown. */
  readonly verdict: Verdict;
  readonly tasks: readonly TaskProof[];
  /** What AWS would refuse or what would not work, apart from the tasks, and what is worth a warning. */
  readonly conflicts: readonly AcceptedIssue[];
  /** What is said of VPCs that exist, and without which it would not be proved. @default - nothing */
  readonly assumptions?: readonly Assumption[];
}

/** Says of an issue whether somebody accepts it knowingly. */
export interface Judge {
  /** The issue, with the reason where it is accepted. */
  judge<T extends Issue>(issue: T): T & AcceptedIssue;
}
