import { ACCEPTANCE_ISSUES } from "../../modules/issues/table/acceptance-issues";
import { ADDRESSING_ISSUES } from "../../modules/issues/table/addressing-issues";
import { COMMAND_ISSUES } from "../../modules/issues/table/command-issues";
import { CONFLICT_ISSUES } from "../../modules/issues/table/conflict-issues";
import { CONTAINER_ISSUES } from "../../modules/issues/table/container-issues";
import { ENDPOINT_ISSUES } from "../../modules/issues/table/endpoint-issues";
import { IMAGE_ISSUES } from "../../modules/issues/table/image-issues";
import { INSTANCE_ISSUES } from "../../modules/issues/table/instance-issues";
import type { IssueTable } from "../../modules/issues/table/issue-row";
import { LOAD_BALANCING_ISSUES } from "../../modules/issues/table/load-balancing-issues";
import { LOG_ISSUES } from "../../modules/issues/table/log-issues";
import { PLAN_ISSUES } from "../../modules/issues/table/plan-issues";
import { PLATFORM_ISSUES } from "../../modules/issues/table/platform-issues";
import { PRIVATE_LINK_ISSUES } from "../../modules/issues/table/private-link-issues";
import { REACHABILITY_ISSUES } from "../../modules/issues/table/reachability-issues";
import { SECRET_ISSUES } from "../../modules/issues/table/secret-issues";
import { SERVICE_ISSUES } from "../../modules/issues/table/service-issues";
import { TASK_DEFINITION_ISSUES } from "../../modules/issues/table/task-definition-issues";
import { TASK_ISSUES } from "../../modules/issues/table/task-issues";
import { UNKNOWN_ISSUES } from "../../modules/issues/table/unknown-issues";
import { VOLUME_ISSUES } from "../../modules/issues/table/volume-issues";
import { WARNING_ISSUES } from "../../modules/issues/table/warning-issues";
import { WAYS_OUT_ISSUES } from "../../modules/issues/table/ways-out-issues";

/** Issues about one thing. */
export interface IssueTopic {
  readonly title: string;
  /** What they are about, as a sentence. */
  readonly about: string;
  readonly issues: IssueTable;
}

/** The topics of the issue table, from the task to the network and the proof. */
export const ISSUE_TOPICS: readonly IssueTopic[] = [
  {
    title: "What a task calls",
    about: "The endpoints of a plan, and what no endpoint can help.",
    issues: PLAN_ISSUES,
  },
  {
    title: "Images",
    about: "What is pulled, and from where.",
    issues: IMAGE_ISSUES,
  },
  {
    title: "Secrets and variables",
    about: "Values that are fetched when a task starts.",
    issues: SECRET_ISSUES,
  },
  {
    title: "Logs and telemetry",
    about: "Log drivers, log routers and collectors, and where they send.",
    issues: LOG_ISSUES,
  },
  {
    title: "Tasks",
    about: "A task as a whole: its family, ports, roles and settings.",
    issues: TASK_ISSUES,
  },
  {
    title: "Size and platform",
    about: "CPU, memory, platform version, operating system and architecture.",
    issues: PLATFORM_ISSUES,
  },
  {
    title: "Containers",
    about: "Health checks, ports, environment files and the order in which containers start.",
    issues: CONTAINER_ISSUES,
  },
  {
    title: "Volumes",
    about: "EFS, EBS and mount points.",
    issues: VOLUME_ISSUES,
  },
  {
    title: "Reading a task definition",
    about: "A task definition that was not written with this library, as JSON of ECS or of Terraform.",
    issues: TASK_DEFINITION_ISSUES,
  },
  {
    title: "Files of the command",
    about: "What `private-fargate` reads.",
    issues: COMMAND_ISSUES,
  },
  {
    title: "Addresses and subnets",
    about: "CIDRs, subnets and their layouts.",
    issues: ADDRESSING_ISSUES,
  },
  {
    title: "Ways out",
    about: "NAT gateways, public subnets and their route tables.",
    issues: WAYS_OUT_ISSUES,
  },
  {
    title: "Endpoints",
    about: "Gateway and interface endpoints as they are written.",
    issues: ENDPOINT_ISSUES,
  },
  {
    title: "Services",
    about: "A Fargate service: its subnets, security group, role and load balancers.",
    issues: SERVICE_ISSUES,
  },
  {
    title: "Load balancers",
    about: "Their subnets, listeners, targets and health checks.",
    issues: LOAD_BALANCING_ISSUES,
  },
  {
    title: "Instances",
    about: "EC2 instances in a private network.",
    issues: INSTANCE_ISSUES,
  },
  {
    title: "Endpoint services",
    about: "What you offer by PrivateLink, and who may connect to it.",
    issues: PRIVATE_LINK_ISSUES,
  },
  {
    title: "The proof: broken hops",
    about:
      "Where a call breaks, in the order of its way: endpoint, DNS, egress, network ACL, route, ingress, policy, zones.",
    issues: REACHABILITY_ISSUES,
  },
  {
    title: "The proof: what is not known",
    about: "What only Terraform, or somebody else, knows. Nothing is guessed: the entry says what you have to assure.",
    issues: UNKNOWN_ISSUES,
  },
  {
    title: "The proof: conflicts",
    about: "What AWS would refuse at apply, or what could never work, whether a task calls it or not.",
    issues: CONFLICT_ISSUES,
  },
  {
    title: "The proof: warnings",
    about: "What works, and is worth a look.",
    issues: WARNING_ISSUES,
  },
  {
    title: "Accepted findings",
    about: "Findings of the proof that somebody accepts knowingly.",
    issues: ACCEPTANCE_ISSUES,
  },
];
