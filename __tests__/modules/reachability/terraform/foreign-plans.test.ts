import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { issuesOf, onlyTask } from "../support/terraform-fixture";
import { ForeignPlan } from "./foreign-plan";
import { PLANS, TIMES } from "./plans/plans";

const SERVICES: Readonly<Record<(typeof PLANS)[number], readonly string[]>> = {
  ".": ["s3", "ecr.api", "ecr.dkr", "logs"],
  associations: ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager"],
  "community-modules": ["s3", "ecr.api", "ecr.dkr", "logs", "ssm"],
  "dedicated-endpoint-subnets": ["s3", "ecr.api", "ecr.dkr", "logs"],
  "single-subnet": ["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"],
  terraconstructs: ["s3", "ecr.api", "ecr.dkr", "logs"],
};

/** A policy of the secret itself may be there, which the plan does not tell. */
const PERMISSIONS = "permissions-not-proved";

describe.each(PLANS)("the plan of %s", (name) => {
  it.each(TIMES)("is proved (%s)", (time) => {
    const proof = proveReachability([new ForeignPlan(name, time).json]);
    const said = issuesOf(proof).filter(({ severity, code }) => severity !== "warning" && code !== PERMISSIONS);
    expect(said).toEqual([]);
    expect(proof.verdict).toBe("proved");
    expect(issuesOf(proof).filter(({ code }) => code === PERMISSIONS)).toHaveLength(name === "single-subnet" ? 1 : 0);
    expect(onlyTask(proof).dependencies.map(({ service }) => service)).toEqual(SERVICES[name]);
  });
});

it("proves the configuration that another construct library has synthesized", () => {
  const file = new URL("plans/terraconstructs/main.tf.json", `file://${__dirname}/`);
  const proof = proveReachability([JSON.parse(readFileSync(file, "utf8"))]);
  expect(proof.verdict).toBe("proved");
  expect(onlyTask(proof).dependencies.map(({ service }) => service)).toEqual(SERVICES.terraconstructs);
});

interface Fault {
  readonly plan: (typeof PLANS)[number];
  readonly fault: string;
  /** @default - both */
  readonly times?: readonly (typeof TIMES)[number][];
  readonly inject: (plan: ForeignPlan) => void;
  readonly service: string;
  readonly code: string;
  readonly resource: string;
  /** What else the message names. @default - the resource only */
  readonly names?: string;
}

const [NET, ENDPOINTS, SERVICE] = ["module.vpc", "module.endpoints", "module.service"] as const;

const FAULTS: readonly Fault[] = [
  {
    plan: "single-subnet",
    fault: "private DNS off",
    inject: (plan) => plan.set('aws_vpc_endpoint.interface["secretsmanager"]', { private_dns_enabled: false }),
    service: "secretsmanager",
    code: "private-dns-off",
    resource: 'aws_vpc_endpoint.interface["secretsmanager"]',
  },
  {
    plan: "single-subnet",
    fault: "an endpoint removed",
    inject: (plan) => plan.remove('aws_vpc_endpoint.interface["ssm"]'),
    service: "ssm",
    code: "endpoint-missing",
    resource: "aws_vpc.main",
  },
  {
    plan: "single-subnet",
    fault: "the gateway endpoint without its route table",
    inject: (plan) => {
      plan.remove("aws_vpc_endpoint_route_table_association.private_a_s3");
    },
    service: "s3",
    code: "gateway-route-missing",
    resource: "aws_vpc_endpoint.s3",
    names: "aws_route_table.private_a",
  },
  {
    plan: "single-subnet",
    fault: "another port in a block of the endpoint's group",
    inject: (plan) => plan.setBlocks("aws_security_group.vpc_endpoint", "ingress", { from_port: 80, to_port: 80 }),
    service: "logs",
    code: "endpoint-ingress-missing",
    resource: "aws_security_group.vpc_endpoint",
  },
  {
    plan: "single-subnet",
    fault: "the task's only egress rule removed",
    inject: (plan) => plan.remove("aws_vpc_security_group_egress_rule.task"),
    service: "ecr.api",
    code: "task-egress-missing",
    resource: "aws_security_group.task",
  },
  {
    plan: "single-subnet",
    fault: "DNS host names off",
    inject: (plan) => plan.set("aws_vpc.main", { enable_dns_hostnames: false }),
    service: "ecr.dkr",
    code: "vpc-dns-hostnames-off",
    resource: "aws_vpc.main",
  },
  {
    plan: "dedicated-endpoint-subnets",
    fault: "a subnet without its association",
    inject: (plan) => plan.remove('aws_route_table_association.app["private 1c app 2"]'),
    service: "s3",
    code: "gateway-route-missing",
    resource: "aws_vpc_endpoint.s3",
    names: "aws_vpc.main.default_route_table_id",
  },
  {
    plan: "dedicated-endpoint-subnets",
    fault: "egress without the prefix list",
    inject: (plan) => plan.setBlocks("aws_security_group.app", "egress", { prefix_list_ids: [] }),
    service: "s3",
    code: "task-egress-prefix-list-missing",
    resource: "aws_security_group.app",
  },
  {
    plan: "dedicated-endpoint-subnets",
    fault: "an endpoint of another service",
    inject: (plan) => plan.set("aws_vpc_endpoint.interface[1]", { service_name: "com.amazonaws.ap-northeast-1.ssm" }),
    service: "ecr.api",
    code: "endpoint-missing",
    resource: "aws_vpc.main",
  },
  {
    plan: "community-modules",
    fault: "private DNS off",
    inject: (plan) => plan.set(`${ENDPOINTS}.aws_vpc_endpoint.this["ecr.api"]`, { private_dns_enabled: false }),
    service: "ecr.api",
    code: "private-dns-off",
    resource: `${ENDPOINTS}.aws_vpc_endpoint.this["ecr.api"]`,
  },
  {
    plan: "community-modules",
    fault: "an endpoint removed",
    inject: (plan) => plan.remove(`${ENDPOINTS}.aws_vpc_endpoint.this["logs"]`),
    service: "logs",
    code: "endpoint-missing",
    resource: `${NET}.aws_vpc.this[0]`,
  },
  {
    plan: "community-modules",
    fault: "another policy",
    inject: (plan) =>
      plan.set(`${ENDPOINTS}.aws_vpc_endpoint.this["ecr.api"]`, {
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"ecr:BatchGetImage","Resource":"*"}]}',
      }),
    service: "ecr.api",
    code: "endpoint-policy-refuses",
    resource: `${ENDPOINTS}.aws_vpc_endpoint.this["ecr.api"]`,
  },
  {
    plan: "community-modules",
    fault: "a rule for another port",
    inject: (plan) =>
      plan.set(`${ENDPOINTS}.aws_security_group_rule.this["ingress_https"]`, { from_port: 8443, to_port: 8443 }),
    service: "ecr.dkr",
    code: "endpoint-ingress-missing",
    resource: `${ENDPOINTS}.aws_security_group.this[0]`,
  },
  {
    plan: "community-modules",
    fault: "the rule for the prefix list removed",
    inject: (plan) => plan.remove(`${SERVICE}.aws_vpc_security_group_egress_rule.this["s3"]`),
    service: "s3",
    code: "task-egress-prefix-list-missing",
    resource: `${SERVICE}.aws_security_group.this[0]`,
  },
  {
    plan: "community-modules",
    fault: "the rule for the endpoints has another port",
    inject: (plan) =>
      plan.set(`${SERVICE}.aws_vpc_security_group_egress_rule.this["endpoints"]`, { from_port: 80, to_port: 80 }),
    service: "ssm",
    code: "task-egress-missing",
    resource: `${SERVICE}.aws_security_group.this[0]`,
  },
  {
    plan: "community-modules",
    fault: "an association of a private subnet removed",
    times: ["applied"],
    inject: (plan) => plan.remove(`${NET}.aws_route_table_association.private[1]`),
    service: "s3",
    code: "gateway-route-missing",
    resource: `${ENDPOINTS}.aws_vpc_endpoint.this["s3"]`,
    names: `${NET}.aws_default_route_table.default[0]`,
  },
  {
    plan: "community-modules",
    fault: "dynamic rules of the default network ACL that deny",
    inject: (plan) => plan.setBlocks(`${NET}.aws_default_network_acl.this[0]`, "egress", { action: "deny" }),
    service: "s3",
    code: "network-acl-blocks",
    resource: `${NET}.aws_default_network_acl.this[0]`,
  },
  {
    plan: "associations",
    // In the state of a VPC its default route table is the main one, whichever that is.
    fault: "the main route table association removed",
    times: ["new"],
    inject: (plan) => plan.remove("module.network[0].aws_main_route_table_association.this"),
    service: "s3",
    code: "gateway-route-missing",
    resource: "module.s3.aws_vpc_endpoint.this",
    names: "module.network[0].aws_vpc.this.default_route_table_id",
  },
  {
    plan: "associations",
    fault: "the route table association of the gateway endpoint removed",
    inject: (plan) => plan.remove("module.s3.aws_vpc_endpoint_route_table_association.this[0]"),
    service: "s3",
    code: "gateway-route-missing",
    resource: "module.s3.aws_vpc_endpoint.this",
    names: "module.network[0].aws_route_table.main",
  },
  {
    plan: "associations",
    fault: "private DNS off in one instance of a module",
    inject: (plan) => plan.set('module.endpoint["ecr.dkr"].aws_vpc_endpoint.this', { private_dns_enabled: false }),
    service: "ecr.dkr",
    code: "private-dns-off",
    resource: 'module.endpoint["ecr.dkr"].aws_vpc_endpoint.this',
  },
  {
    plan: "associations",
    fault: "a policy of its own that does not admit the call",
    inject: (plan) =>
      plan.set("aws_vpc_endpoint_policy.logs", {
        policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"logs:PutLogEvents","Resource":"*"}]}',
      }),
    service: "logs",
    code: "endpoint-policy-refuses",
    resource: "aws_vpc_endpoint_policy.logs",
  },
  {
    plan: "associations",
    fault: "egress for another port",
    inject: (plan) => plan.set("module.task_group.aws_security_group_rule.egress[0]", { from_port: 80, to_port: 80 }),
    service: "secretsmanager",
    code: "task-egress-missing",
    resource: "module.task_group.aws_security_group.this",
  },
  {
    plan: "associations",
    fault: "egress without the prefix list",
    inject: (plan) => plan.set("module.task_group.aws_security_group_rule.egress[0]", { prefix_list_ids: [] }),
    service: "s3",
    code: "task-egress-prefix-list-missing",
    resource: "module.task_group.aws_security_group.this",
  },
  {
    plan: "associations",
    fault: "the rule from the task's group removed",
    inject: (plan) => plan.remove("module.endpoint_group.aws_security_group_rule.ingress[0]"),
    service: "ecr.api",
    code: "endpoint-ingress-missing",
    // The association adds to the default group, which it does not replace.
    resource: "module.endpoint_group.aws_security_group.this, module.network[0].aws_vpc.this.default_security_group_id",
  },
  {
    plan: "terraconstructs",
    fault: "an endpoint removed",
    inject: (plan) => plan.remove("aws_vpc_endpoint.Network_EcrApi_143B6701"),
    service: "ecr.api",
    code: "endpoint-missing",
    resource: "aws_vpc.Network_1C6012B5",
  },
  {
    plan: "terraconstructs",
    fault: "another port in the group of one endpoint",
    inject: (plan) =>
      plan.setBlocks("aws_security_group.Network_Logs_SecurityGroup_AD1593B8", "ingress", {
        from_port: 80,
        to_port: 80,
      }),
    service: "logs",
    code: "endpoint-ingress-missing",
    resource: "aws_security_group.Network_Logs_SecurityGroup_AD1593B8",
  },
  {
    plan: "terraconstructs",
    fault: "an association missing",
    inject: (plan) => plan.remove("aws_route_table_association.Network_isolatedSubnet2_RouteTableAssociation_102E53EC"),
    service: "s3",
    code: "gateway-route-missing",
    resource: "aws_vpc_endpoint.Network_S3_C0D10ADE",
    names: "aws_vpc.Network_1C6012B5.default_route_table_id",
  },
];

describe("a plan is broken, new or applied, and the resource is named", () => {
  it.each(FAULTS)("$plan: $fault", ({ plan, inject, times = TIMES, service, code, resource, names = "" }) => {
    for (const time of times) {
      const broken = new ForeignPlan(plan, time);
      inject(broken);
      expect({ time, ...broken.issue(service) }).toMatchObject({
        ...{ time, code, path: resource },
        problem: expect.stringContaining(names),
      });
    }
  });
});

describe("what a new plan does not tell is unknown, with the reason", () => {
  it("which endpoints of a map have the policy that only the apply knows", () => {
    const plan = new ForeignPlan("community-modules", "new");
    plan.defer("data.aws_iam_policy_document.images", "json");
    plan.forget(`${ENDPOINTS}.aws_vpc_endpoint.this["ecr.api"]`, "policy");
    for (const service of ["ecr.api", "logs"]) {
      expect(plan.issue(service)).toMatchObject({
        code: "endpoint-policy-unknown",
        path: `${ENDPOINTS}.aws_vpc_endpoint.this["${service}"]`,
        why: expect.stringContaining("data.aws_iam_policy_document.images"),
      });
    }
    expect(plan.issue("s3")).toBeUndefined();
  });

  it("the containers, where they are made of what is new", () => {
    const plan = new ForeignPlan("dedicated-endpoint-subnets", "new");
    plan.forget("aws_ecs_task_definition.app", "container_definitions");
    const proof = proveReachability([plan.json]);
    expect(proof.verdict).toBe("unknown");
    expect(onlyTask(proof).issues).toMatchObject([
      { code: "task-unknown", why: expect.stringContaining("container_definitions of aws_ecs_task_definition.app") },
    ]);
  });

  it("but a plan of JSON has the expressions, so that new containers are known", () => {
    const plan = new ForeignPlan("terraconstructs", "new");
    plan.forget("aws_ecs_task_definition.Task", "container_definitions");
    const text = JSON.stringify(plan.json).replace(
      /"container_definitions":\{"constant_value":"(?:[^"\\]|\\.)*"\}/,
      `"container_definitions":${JSON.stringify({
        constant_value: '[{"name":"api","image":"${aws_ecr_repository.orders.repository_url}:1"}]',
        references: ["aws_ecr_repository.orders.repository_url", "aws_ecr_repository.orders"],
      })}`,
    );
    const json: ForeignPlan["json"] = JSON.parse(text);
    json.resource_changes.push({
      ...{ address: "aws_ecr_repository.orders", mode: "managed", type: "aws_ecr_repository", name: "orders" },
      change: {
        actions: ["create"],
        after: { name: "orders" },
        after_unknown: { arn: true, id: true, repository_url: true },
      },
    });
    const proof = proveReachability([json]);
    expect(proof.verdict).toBe("proved");
    expect(onlyTask(proof).dependencies.map(({ service }) => service)).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });
});
