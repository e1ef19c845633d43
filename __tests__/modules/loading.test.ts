import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { providerModule } from "../../bench/provider-classes";
import { elementsOf } from "../../bench/terraform-elements";
import {
  ApplicationLoadBalancer,
  EndpointPlan,
  EndpointService,
  ExistingNetwork,
  FargateCluster,
  FargateService,
  type FargateTask,
  Peer,
  PrivateNetwork,
  ScheduledFargateTask,
  SecretSource,
  SharedFileSystem,
  TransitGateway,
  tieredSubnets,
  VpcEndpoints,
} from "../../modules";
import { ordersTask } from "../support/orders";
import { synth } from "../support/synth";

const project = resolve(__dirname, "../..");
const preload = join(project, "__tests__/support/report-loading.cjs");

/**
 * The types that the library emits for input which the context of cdktf.json does not give: zones left out, a parameter by
 * its name, NAT gateways, IPv6, a VPC that is looked up, a transit gateway, a schedule, whom to tell of connections through
 * PrivateLink, a file system, a route of a load balancer, namespaces and names of Cloud Map, generated policies, the default security
 * group, flow logs, generated network ACLs.
 */
const EMITTED_FOR_OTHER_INPUT = [
  "aws_appautoscaling_policy",
  "aws_appautoscaling_scheduled_action",
  "aws_appautoscaling_target",
  "aws_cloudwatch_metric_alarm",
  "aws_default_security_group",
  "aws_ec2_transit_gateway",
  "aws_ec2_transit_gateway_vpc_attachment",
  "aws_efs_access_point",
  "aws_efs_file_system",
  "aws_efs_mount_target",
  "aws_egress_only_internet_gateway",
  "aws_eip",
  "aws_flow_log",
  "aws_iam_role_policy_attachment",
  "aws_lb_listener_rule",
  "aws_nat_gateway",
  "aws_network_acl",
  "aws_network_acl_association",
  "aws_network_acl_rule",
  "aws_scheduler_schedule",
  "aws_service_discovery_http_namespace",
  "aws_service_discovery_service",
  "aws_vpc_endpoint_connection_notification",
  "aws_vpc_endpoint_policy",
  "data.aws_availability_zones",
  "data.aws_prefix_list",
  "data.aws_route_table",
  "data.aws_subnet",
  "data.aws_vpc",
  "data.aws_vpc_endpoint",
];

interface LoadingReport {
  readonly modules: readonly string[];
  /** Each token that stands for an attribute, and the line that read it. */
  readonly references: readonly { readonly attribute: string; readonly readAt: string }[];
}

/** File by file: a bundle has only what the samples use. */
const APP = "node --require ./node_modules/tsx/dist/cjs/index.cjs main.ts";

describe("what the app loads and makes", () => {
  const directory = mkdtempSync(join(tmpdir(), "loading-"));
  let report: LoadingReport;
  let types: string[];

  beforeAll(() => {
    const { context } = JSON.parse(readFileSync(join(project, "cdktf.json"), "utf8"));
    const { status, stderr } = spawnSync(APP, {
      cwd: project,
      shell: true,
      encoding: "utf8",
      env: {
        ...process.env,
        CDKTF_CONTEXT_JSON: JSON.stringify(context),
        CDKTF_OUTDIR: directory,
        LOADING_REPORT: join(directory, "report.json"),
        NODE_OPTIONS: `--require ${JSON.stringify(preload)}`,
      },
    });
    expect(stderr.replaceAll(/^.*(DeprecationWarning|trace-deprecation).*\n/gm, "")).toBe("");
    expect(status).toBe(0);
    report = JSON.parse(readFileSync(join(directory, "report.json"), "utf8"));
    const stacks = readdirSync(join(directory, "stacks"));
    expect(stacks.sort()).toEqual([...context.stacks].sort());
    types = stacks.flatMap((stack) =>
      elementsOf(JSON.parse(readFileSync(join(directory, "stacks", stack, "cdk.tf.json"), "utf8"))).map(
        ({ type }) => type,
      ),
    );
  }, 60_000);

  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("loads the provider modules of the types that it emits, and no other", () => {
    const loaded = providerFiles(report).flatMap((file) => /^([^/]+)\/index\.js$/.exec(file)?.[1] ?? []);
    // The state of another stack is read by Terraform itself.
    const ofProvider = types.filter((type) => type !== "data.terraform_remote_state");
    const emitted = new Set([...ofProvider, ...EMITTED_FOR_OTHER_INPUT].map(providerModule));
    expect(loaded.sort()).toEqual([...emitted].sort());
  });

  it("emits what the sample stacks do not, for other input", () => {
    const stack = synth((scope) => {
      const network = new PrivateNetwork(scope, "network", {
        region: "eu-west-1",
        subnets: tieredSubnets({ natSubnet: "nat" }),
        natGateways: "one",
        ipv6: true,
        flowLogs: "cloud-watch",
      });
      const secrets = { TOKEN: SecretSource.ssmParameter("/token") };
      const task = {
        ...ordersTask,
        containers: { api: { ...ordersTask.containers.api, secrets } },
      } satisfies FargateTask;
      const endpoints = new VpcEndpoints(scope, "endpoints", {
        network,
        services: EndpointPlan.forTasks([task]),
        networkAcls: "generated",
      });
      const scaling = {
        min: 1,
        max: 4,
        steps: { busy: { metric: "cpu", steps: [{ from: 80, change: 1 }] } },
        schedules: { night: { schedule: "cron(0 22 * * ? *)", max: 1 } },
      } as const;
      const taskRole = { managedPolicies: { audit: "arn:aws:iam::aws:policy/ReadOnlyAccess" } };
      const balancer = new ApplicationLoadBalancer(scope, "balancer", {
        network,
        ingress: { all: Peer.cidr("10.0.0.0/16") },
      });
      const service = new FargateService(scope, "service", {
        network,
        endpoints,
        task,
        taskRole,
        scaling,
        cluster: new FargateCluster(scope, "cluster", { name: "shop", serviceConnectNamespace: { name: "shop" } }),
        discovery: { namespaceId: "ns-0123456789abcdef" },
        loadBalancers: [balancer.route("orders", { container: "api", port: 8080, paths: ["/orders/*"] })],
      });
      new SharedFileSystem(scope, "files", {
        network,
        name: "files",
        accessPoints: { a: { path: "/a", uid: 1, gid: 1 } },
      });
      new ScheduledFargateTask(scope, "nightly", { task: service, schedule: "rate(1 day)" });
      new TransitGateway(scope, "gateway", { network });
      ExistingNetwork.lookUp(scope, "existing", {
        region: "eu-west-1",
        vpc: { id: "vpc-0123456789abcdef0" },
        subnets: [{ name: "a", id: "subnet-0a", tier: "shared", availabilityZone: "eu-west-1a" }],
        endpoints: [{ service: "s3" }],
      });
      const loadBalancerArn =
        "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/net/orders/0123456789abcdef";
      new EndpointService(scope, "endpoint-service", {
        loadBalancers: [{ loadBalancerArn }],
        allowedPrincipals: ["arn:aws:iam::123456789012:root"],
        notification: { topicArn: "arn:aws:sns:eu-west-1:123456789012:connections" },
      });
    });
    const emitted = [
      ...stack.resources.map(({ type }) => type),
      ...stack.dataSources.map(({ type }) => `data.${type}`),
    ];
    expect(EMITTED_FOR_OTHER_INPUT.filter((type) => !emitted.includes(type))).toEqual([]);
    expect(EMITTED_FOR_OTHER_INPUT.filter((type) => types.includes(type))).toEqual([]);
  });

  it("never loads the provider's root, which loads the whole provider", () => {
    const files = providerFiles(report);
    expect(files).toContain("vpc/index.js");
    expect(files).not.toContain("index.js");
  });

  it("makes one token for each attribute, however often it is used", () => {
    const readAt = new Map<string, string[]>();
    for (const { attribute, readAt: line } of report.references) {
      readAt.set(attribute, [...(readAt.get(attribute) ?? []), line]);
    }
    expect(readAt.size).toBeGreaterThan(types.length / 2);
    expect([...readAt].filter(([, lines]) => lines.length > 1)).toEqual([]);
  });
});

/** The provider's own files below its `lib`. */
function providerFiles({ modules }: LoadingReport): string[] {
  return modules.flatMap((file) => file.replaceAll("\\", "/").split("node_modules/@cdktf/provider-aws/lib/")[1] ?? []);
}
