import { describe, expect, it } from "vitest";
import { diagnose } from "../../../modules/diagnosis/diagnose";
import { judgedByProof } from "../../../modules/diagnosis/judged-by-proof";
import type { Proof } from "../../../modules/reachability/model/proof";
import { container, isolatedNetwork } from "../reachability/support/isolated-network";
import { withFileSystem } from "../reachability/support/mounted-network";
import { sampleStack } from "../reachability/support/sample-stacks";
import type { TerraformFixture } from "../reachability/support/terraform-fixture";

const TIMEOUT = "RequestCanceled: request context canceled caused by: context deadline exceeded";
const DENIED = "AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/a/b is not authorized to perform:";
const TEXTS = {
  token: `unable to retrieve ecr registry auth: service call has been retried 3 time(s): ${TIMEOUT}`,
  manifest:
    'CannotPullContainerError: failed to resolve ref: failed to do request: Head "https://123456789012.dkr.ecr.ap-northeast-1.amazonaws.com/v2/orders/manifests/1": i/o timeout',
  layers: "CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: i/o timeout",
  layersRefused: "CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: 403 Forbidden",
  logs: `failed to validate logger args: failed to create Cloudwatch log stream: ${TIMEOUT}`,
  logsRefused: `failed to create Cloudwatch log stream: ${DENIED} logs:CreateLogStream on resource: c`,
  secret: `unable to retrieve secret from asm: ${TIMEOUT}`,
  secretRefused: `unable to retrieve secret from asm: ${DENIED} secretsmanager:GetSecretValue on resource: c`,
  parameter: `unable to retrieve secrets from ssm: ${TIMEOUT}`,
  parameterRefused: `unable to retrieve secrets from ssm: ${DENIED} ssm:GetParameters on resource: c`,
  either: "unable to pull secrets or registry auth: pull command failed: : signal: killed",
  session: "An error occurred (TargetNotConnectedException) when calling the ExecuteCommand operation",
  mount: "failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out'",
  mountName: 'failed to invoke EFS utils commands: Failed to resolve "fs-1.efs.eu-west-1.amazonaws.com"',
  conflict:
    "private-dns-enabled cannot be set because there is already a conflicting DNS domain for logs.ap-northeast-1.amazonaws.com in the VPC",
} as const;

function address(stack: TerraformFixture, type: string, part = ""): string {
  const id = Object.keys(stack.json.resource[type] ?? {}).find((each) => each.includes(part));
  if (id === undefined) throw new Error(`there is no ${type} ${part}`);
  return `${type}.${id}`;
}

const endpoint = (stack: TerraformFixture, part: string) => address(stack, "aws_vpc_endpoint", part);
const egress = (stack: TerraformFixture, part: string) =>
  address(stack, "aws_vpc_security_group_egress_rule", `service_security-group_egress-${part}`);
const ingress = (stack: TerraformFixture) => address(stack, "aws_vpc_security_group_ingress_rule", "endpoints_");
const allow = (action: string, resource = "*", more: object = {}) =>
  JSON.stringify({ Statement: [{ Effect: "Allow", Principal: "*", Action: action, Resource: resource, ...more }] });

type Inject = (stack: TerraformFixture) => unknown;
type Fault = readonly [code: string, text: keyof typeof TEXTS, stack: string, inject: Inject];

const S = "single-subnet";
const D = "dedicated-endpoint-subnets";
const I = "isolated-service";

const FAULTS: readonly Fault[] = [
  ["endpoint-missing", "token", S, (s) => s.remove(endpoint(s, "ecr-api"))],
  ["endpoint-missing", "manifest", D, (s) => s.remove(endpoint(s, "ecr-dkr"))],
  ["endpoint-missing", "either", S, (s) => s.remove(endpoint(s, "secretsmanager"))],
  ["endpoint-missing", "session", I, (s) => s.remove(endpoint(s, "ssmmessages"))],
  ["private-dns-off", "logs", S, (s) => s.set(endpoint(s, "logs"), { private_dns_enabled: false })],
  ["private-dns-off", "session", I, (s) => s.set(endpoint(s, "ssmmessages"), { private_dns_enabled: false })],
  [
    "endpoint-in-other-region",
    "logs",
    S,
    (s) => s.set(endpoint(s, "logs"), { service_name: "com.amazonaws.us-east-1.logs" }),
  ],
  ["endpoint-subnet-missing", "parameter", S, (s) => s.set(endpoint(s, "ssm"), { subnet_ids: [] })],
  ["vpc-dns-support-off", "secret", S, (s) => s.set(address(s, "aws_vpc"), { enable_dns_support: false })],
  ["vpc-dns-hostnames-off", "logs", D, (s) => s.set(address(s, "aws_vpc"), { enable_dns_hostnames: false })],
  ["task-egress-missing", "token", S, (s) => s.remove(egress(s, "endpoints"))],
  ["task-egress-missing", "logs", D, (s) => s.set(egress(s, "endpoints"), { from_port: 80, to_port: 80 })],
  ["task-egress-prefix-list-missing", "layers", S, (s) => s.remove(egress(s, "s3"))],
  ["gateway-route-missing", "layers", D, (s) => s.set(endpoint(s, "s3"), { route_table_ids: [] })],
  ["endpoint-ingress-missing", "manifest", S, (s) => s.remove(ingress(s))],
  ["endpoint-ingress-missing", "secret", S, (s) => s.set(ingress(s), { cidr_ipv4: "10.0.11.0/24" })],
  ["endpoint-policy-refuses", "logsRefused", D, (s) => s.set(endpoint(s, "logs"), { policy: allow("logs:Describe*") })],
  [
    "endpoint-policy-refuses",
    "secretRefused",
    S,
    (s) => s.set(endpoint(s, "secretsmanager"), { policy: allow("secretsmanager:DescribeSecret") }),
  ],
  [
    "endpoint-policy-refuses",
    "parameterRefused",
    S,
    (s) => s.set(endpoint(s, "ssm_"), { policy: allow("ssm:GetParameters", "arn:aws:ssm:*:*:parameter/other") }),
  ],
  [
    "endpoint-policy-refuses",
    "layersRefused",
    D,
    (s) => s.set(endpoint(s, "s3"), { policy: allow("s3:GetObject", "arn:aws:s3:::orders/*") }),
  ],
  [
    "endpoint-policy-layer-condition",
    "layersRefused",
    D,
    (s) =>
      s.set(endpoint(s, "s3"), {
        policy: allow("s3:GetObject", "arn:aws:s3:::prod-ap-northeast-1-starport-layer-bucket/*", {
          Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } },
        }),
      }),
  ],
  [
    "network-acl-blocks",
    "logs",
    D,
    (s) =>
      s.add("aws_network_acl.strict", {
        vpc_id: `\${${address(s, "aws_vpc")}.id}`,
        subnet_ids: [`\${${address(s, "aws_subnet", "1a-app-1")}.id}`],
        ingress: [
          { rule_no: 100, action: "allow", protocol: "tcp", from_port: 1024, to_port: 65535, cidr_block: "0.0.0.0/0" },
        ],
        egress: [
          { rule_no: 100, action: "allow", protocol: "tcp", from_port: 80, to_port: 80, cidr_block: "0.0.0.0/0" },
        ],
      }),
  ],
  ["private-dns-conflict", "conflict", S, (s) => s.add("aws_vpc_endpoint.again", { ...s.at(endpoint(s, "logs")) })],
];

function judged(text: string, proof: Proof) {
  const [found] = diagnose(text);
  if (found === undefined) throw new Error(`not known: ${text}`);
  return judgedByProof(found, proof);
}

describe("a message, judged by the proof over a network", () => {
  it.each(FAULTS)("has %s as its first cause for: %s (%s)", (code, text, stack, inject) => {
    const fixture = sampleStack(stack);
    inject(fixture);
    const { causes, network } = judged(TEXTS[text], fixture.prove());
    expect(causes[0]?.cause).toBe(code);
    expect(network?.verdict).toBe("broken");
  });

  it("is tried with twenty faults and more", () => {
    expect(FAULTS.length).toBeGreaterThanOrEqual(20);
  });

  it.each([
    [
      "mount-target-missing",
      "mountName",
      (s: TerraformFixture) => s.remove("aws_efs_mount_target.a").remove("aws_efs_mount_target.b"),
    ],
    [
      "mount-target-ingress-missing",
      "mount",
      (s: TerraformFixture) => s.remove("aws_vpc_security_group_ingress_rule.efs"),
    ],
    ["task-egress-missing", "mount", (s: TerraformFixture) => s.remove("aws_vpc_security_group_egress_rule.efs")],
  ] as const)("has %s as its first cause for a file system: %s", (code, text, inject) => {
    const fixture = withFileSystem();
    inject(fixture);
    expect(judged(TEXTS[text], fixture.prove()).causes[0]?.cause).toBe(code);
  });

  it("has the registry as its first cause where the image is in none that endpoints lead to", () => {
    const network = isolatedNetwork().set("aws_ecs_task_definition.orders", {
      container_definitions: JSON.stringify([container({ image: "ghcr.io/acme/orders:1" })]),
    });
    const text =
      'failed to resolve ref ghcr.io/acme/orders:1: failed to do request: Head "https://ghcr.io/v2/": i/o timeout';
    expect(judged(text, network.prove()).causes[0]).toMatchObject({ cause: "registry-unreachable" });
  });

  it("has the trust of the role as its first cause where nobody may take it", () => {
    const network = isolatedNetwork().set("aws_iam_role.execution", {
      assume_role_policy: JSON.stringify({
        Statement: [{ Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" }],
      }),
    });
    const text =
      "(service orders) failed to launch a task with (error ECS was unable to assume the role 'x' that was provided for this task.)";
    expect(judged(text, network.prove()).causes[0]).toMatchObject({
      cause: "role-trust-missing",
      at: expect.any(String),
    });
  });

  it("has another Region as its first cause where a log group is there", () => {
    const network = isolatedNetwork().set("aws_ecs_task_definition.orders", {
      container_definitions: JSON.stringify([container()]).replace('region":"eu-west-1', 'region":"us-east-1'),
    });
    expect(judged(TEXTS.logs, network.prove()).causes[0]).toMatchObject({ cause: "other-region" });
    expect(judged(TEXTS.token, network.prove()).causes[0]).toMatchObject({ cause: "network-differs" });
  });

  it("says that what runs is something else where the call arrives in what is given", () => {
    const { causes, network, excluded } = judged(TEXTS.logs, isolatedNetwork().prove());
    expect(network).toMatchObject({ verdict: "proved", tasks: ["orders"], findings: [] });
    expect(causes.map(({ cause }) => cause)).toEqual(["network-differs"]);
    expect(excluded.map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(["private-dns-off", "task-egress-missing"]),
    );
  });

  it("leaves the policies that the network does not show where it shows that the role and the endpoint admit a refused call", () => {
    expect(judged(TEXTS.logsRefused, isolatedNetwork().prove()).causes.map(({ cause }) => cause)).toEqual([
      "resource-policy-refuses",
      "organization-policy-refuses",
    ]);
  });

  it("does not take for the cause what would show itself in another way", () => {
    const off = isolatedNetwork().set("aws_vpc_endpoint.logs", { private_dns_enabled: false }).prove();
    const { causes, network } = judged(TEXTS.logsRefused, off);
    expect(causes[0]?.cause).toBe("permission-missing");
    expect(network?.findings).toMatchObject([{ code: "private-dns-off", explains: false }]);
  });

  it("does not take a missing endpoint for the cause where the name led to a private address", () => {
    const text =
      'unable to retrieve ecr registry auth: Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 10.0.11.9:443: i/o timeout';
    const { causes, network } = judged(text, isolatedNetwork().remove("aws_vpc_endpoint.ecr_api").prove());
    expect(causes[0]?.cause).toBe("endpoint-ingress-missing");
    expect(network?.findings).toMatchObject([{ code: "endpoint-missing", explains: false }]);
  });

  it("has first what the network leaves open where nothing is broken", () => {
    const open = isolatedNetwork().set("aws_vpc_endpoint.logs", { security_group_ids: ["${var.group}"] });
    const { causes, network } = judged(TEXTS.logs, open.prove());
    expect(network?.verdict).toBe("unknown");
    expect(network?.findings[0]?.verdict).toBe("unknown");
    expect(["endpoint-ingress-missing", "task-egress-missing"]).toContain(causes[0]?.cause);
  });

  it("keeps of several services those that the task calls", () => {
    expect(judged(TEXTS.either, isolatedNetwork().prove()).call.services).toEqual(["ecr.api"]);
  });

  it("says so where nothing there calls the service, and where there is no task", () => {
    expect(judged(TEXTS.secret, isolatedNetwork().prove()).network).toEqual({
      verdict: "not-called",
      tasks: ["orders"],
      findings: [],
    });
    const none = isolatedNetwork().remove("aws_ecs_service.orders").remove("aws_ecs_task_definition.orders").prove();
    expect(judged(TEXTS.logs, none).network).toEqual({ verdict: "not-called", tasks: [], findings: [] });
  });

  it("is about the task that the input names, where the network has it", () => {
    const two = isolatedNetwork();
    two.add("aws_ecs_service.other", { ...two.at("aws_ecs_service.orders"), name: "other" });
    const from = (name: string) => {
      const json = JSON.stringify({ tasks: [{ group: `service:${name}`, stoppedReason: TEXTS.logs }] });
      return judged(json, two.prove()).network?.tasks;
    };
    expect(from("other")).toEqual(["other"]);
    expect(from("stranger")).toHaveLength(2);
  });
});
