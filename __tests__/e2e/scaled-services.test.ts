import { DescribeFlowLogsCommand } from "@aws-sdk/client-ec2";
import { DescribeClustersCommand, DescribeServicesCommand, DescribeTaskDefinitionCommand } from "@aws-sdk/client-ecs";
import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { type App, TerraformStack } from "cdktf";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  ContainerImage,
  EndpointPlan,
  FargateCluster,
  FargateService,
  type FargateTask,
  LogDestination,
  Peer,
  PrivateNetwork,
  proveReachability,
  SharedFileSystem,
  Sidecars,
  VpcEndpoints,
  withSidecars,
} from "../../modules";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import type { ResourceChange, TerraformPlan } from "../support/emulator/terraform-plan";

const REGION = "eu-west-1";

/** A worker with files and sidecars that calls a service, which scales by its load, in one cluster, and behind one balancer. */
class ServicesStack extends TerraformStack {
  constructor(scope: App, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    const image = ContainerImage.ecr(`123456789012.dkr.ecr.${REGION}.amazonaws.com/shop`, { tag: "1.4.2" });
    const containers = { main: { image, ports: [8080] } };
    const network = new PrivateNetwork(this, "network", { region: REGION, flowLogs: "cloud-watch" });
    const accessPoints = { jobs: { path: "/jobs", uid: 1000, gid: 1000 } };
    const files = new SharedFileSystem(this, "files", { network, name: "shop-files", accessPoints });
    const logs = new CloudwatchLogGroup(this, "logs", { name: "/shop/worker", retentionInDays: 30 });
    const destination = LogDestination.cloudWatchLogs(logs, REGION);
    const router = Sidecars.logRouter({ image, destination });
    const worker = withSidecars<FargateTask>(
      {
        family: "worker",
        containers: {
          main: {
            ...{ image, ports: [8080], logDriver: router.logDriver },
            mountPoints: [{ sourceVolume: "jobs", containerPath: "/jobs" }],
            restartPolicy: { ignoredExitCodes: [0], restartAttemptPeriod: 60 },
            ulimits: { nofile: { softLimit: 65_535, hardLimit: 65_535 } },
            linuxParameters: { initProcessEnabled: true },
          },
        },
        volumes: { jobs: files.volume("jobs", { iam: "ENABLED" }) },
      },
      { router, xray: Sidecars.xrayDaemon({ image }) },
    );
    const api = { family: "api", containers } satisfies FargateTask;
    const services = EndpointPlan.forTasks([worker, api]);
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services, networkAcls: "generated" });
    const cluster = new FargateCluster(this, "cluster", {
      name: "shop",
      containerInsights: "enhanced",
      capacityProviders: ["FARGATE", "FARGATE_SPOT"],
    });
    const where = { network, endpoints, cluster };
    const ingress = { vpc: Peer.cidr("10.0.0.0/16") };
    const balancer = new ApplicationLoadBalancer(this, "balancer", { network, ingress, idleTimeout: 120 });
    const main = { container: "main", port: 8080 };
    const service = new FargateService(this, "api", {
      ...where,
      task: api,
      loadBalancers: [balancer.route("api", { ...main, paths: ["/api/*"], stickySessions: { seconds: 600 } })],
      scaling: {
        min: 2,
        max: 6,
        cpu: 60,
        steps: { busy: { metric: "memory", steps: [{ from: 80, change: 1 }] } },
        schedules: { night: { schedule: "cron(0 22 * * ? *)", max: 2 } },
      },
      deployment: { minimumPercent: 50, maximumPercent: 150 },
    });
    new FargateService(this, "worker", {
      ...where,
      task: worker,
      calls: { api: { service, port: 8080 } },
      loadBalancers: [balancer.route("jobs", { ...main, paths: ["/api/jobs/*"], methods: ["GET"] })],
      fileSystems: { files },
    });
  }
}

describeE2e("services that scale, in an emulated account", (tools) => {
  let account: EmulatedAccount;
  let second: TerraformPlan;

  beforeAll(async () => {
    account = await EmulatedAccount.start(tools);
    const deployment = await account.deploy((app) => new ServicesStack(app, "shop"));
    second = await deployment.plan();
  });

  afterAll(() => account?.stop());

  it("share a cluster that has both capacity providers, start with their least, and are replaced as they were told", async () => {
    const { ecs } = account.clients(REGION);
    const { clusters = [] } = await ecs.send(new DescribeClustersCommand({ clusters: ["shop"] }));
    expect(clusters[0]?.capacityProviders?.toSorted()).toEqual(["FARGATE", "FARGATE_SPOT"]);
    const asked = new DescribeServicesCommand({ cluster: "shop", services: ["worker", "api"] });
    const { services = [] } = await ecs.send(asked);
    const byName = new Map(services.map((service) => [service.serviceName, service]));
    expect([byName.get("worker")?.desiredCount, byName.get("api")?.desiredCount]).toEqual([1, 2]);
    // The emulator tells nothing of deployments.
    const api = planned("aws_ecs_service").find(({ address }) => address.includes(".api_"));
    expect(api?.after).toMatchObject({ deployment_minimum_healthy_percent: 50, deployment_maximum_percent: 150 });
  });

  it("are in a VPC whose rejected and accepted packets a log group gets", async () => {
    const { ec2 } = account.clients(REGION);
    const { FlowLogs: logs = [] } = await ec2.send(new DescribeFlowLogsCommand({}));
    const [group] = planned("aws_cloudwatch_log_group").filter(({ address }) => address.includes("flow-logs"));
    expect(logs).toMatchObject([
      {
        ...{
          ResourceId: planned("aws_vpc")[0]?.before["id"],
          TrafficType: "ALL",
          LogDestinationType: "cloud-watch-logs",
        },
        LogDestination: expect.stringContaining(String(group?.before["name"])),
      },
    ]);
    expect(group?.before["retention_in_days"]).toBe(30);
  });

  it("mount files by an access point, from mount targets in both zones, with the right to it", () => {
    const [system] = planned("aws_efs_file_system");
    const [point] = planned("aws_efs_access_point");
    const targets = planned("aws_efs_mount_target");
    expect(system?.before["encrypted"]).toBe(true);
    const ids = planned("aws_subnet").map(({ before }) => before["id"]);
    expect(targets.map(({ before }) => before["subnet_id"]).sort()).toEqual(ids.sort());
    expect(targets.map(({ before }) => before["file_system_id"])).toEqual(targets.map(() => system?.before["id"]));
    expect(point?.before).toMatchObject({
      file_system_id: system?.before["id"],
      posix_user: [{ uid: 1000, gid: 1000 }],
      root_directory: [{ path: "/jobs", creation_info: [{ owner_uid: 1000, owner_gid: 1000, permissions: "755" }] }],
    });
    const definition = planned("aws_ecs_task_definition").find(({ before }) => before["family"] === "worker");
    expect(definition?.before["volume"]).toMatchObject([
      {
        name: "jobs",
        efs_volume_configuration: [
          {
            file_system_id: system?.before["id"],
            transit_encryption: "ENABLED",
            authorization_config: [{ access_point_id: point?.before["id"], iam: "ENABLED" }],
          },
        ],
      },
    ]);
    const policy = planned("aws_iam_role_policy").find(({ address }) => address.includes("worker_task-role"));
    expect(JSON.parse(String(policy?.before["policy"]))).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({
          Action: ["elasticfilesystem:ClientMount", "elasticfilesystem:ClientWrite"],
          Resource: [system?.before["arn"]],
          Condition: { StringEquals: { "elasticfilesystem:AccessPointArn": point?.before["arn"] } },
        }),
      ]),
    });
  });

  it("have the options of their containers and the sidecars beside them", async () => {
    const { ecs } = account.clients(REGION);
    const asked = new DescribeTaskDefinitionCommand({ taskDefinition: "worker" });
    const { taskDefinition } = await ecs.send(asked);
    const containers = new Map(taskDefinition?.containerDefinitions?.map((each) => [each.name, each]));
    expect([...containers.keys()].sort()).toEqual(["main", "router", "xray"]);
    expect(containers.get("main")).toMatchObject({
      ulimits: [{ name: "nofile", softLimit: 65_535, hardLimit: 65_535 }],
      linuxParameters: { initProcessEnabled: true },
      restartPolicy: { enabled: true, ignoredExitCodes: [0], restartAttemptPeriod: 60 },
      logConfiguration: { logDriver: "awsfirelens" },
    });
    expect(containers.get("router")?.firelensConfiguration).toMatchObject({ type: "fluentbit" });
  });

  it("are known to Application Auto Scaling, each with its bounds, policies and schedules", () => {
    const targets = planned("aws_appautoscaling_target").map(({ after }) => [
      after["resource_id"],
      after["min_capacity"],
      after["max_capacity"],
    ]);
    expect(targets).toEqual([["service/shop/api", 2, 6]]);
    expect(
      planned("aws_appautoscaling_policy")
        .map(({ after }) => after["policy_type"])
        .sort(),
    ).toEqual(["StepScaling", "TargetTrackingScaling"]);
    expect(planned("aws_appautoscaling_scheduled_action").map(({ after }) => after["schedule"])).toEqual([
      "cron(0 22 * * ? *)",
    ]);
  });

  it("let the worker out to the service that it calls, and in there", () => {
    const ids = new Map(planned("aws_security_group").map(({ after }) => [after["name"], after["id"]]));
    const rules = ["egress", "ingress"].flatMap((direction) =>
      planned(`aws_vpc_security_group_${direction}_rule`).flatMap(({ address, after }) =>
        address.includes("call-api") ? [after] : [],
      ),
    );
    const onPort = { from_port: 8080, to_port: 8080, ip_protocol: "tcp", description: "worker calls api" };
    expect(rules).toMatchObject([
      { ...onPort, security_group_id: ids.get("worker"), referenced_security_group_id: ids.get("api") },
      { ...onPort, security_group_id: ids.get("api"), referenced_security_group_id: ids.get("worker") },
    ]);
  });

  it("share a balancer, each with a rule of its own, the narrower first, and its tasks in a group of its own", () => {
    const rules = planned("aws_lb_listener_rule").toSorted(
      (a, b) => Number(a.after["priority"]) - Number(b.after["priority"]),
    );
    expect(rules.map(({ after }) => after["condition"])).toMatchObject([
      expect.arrayContaining([expect.objectContaining({ path_pattern: [{ values: ["/api/jobs/*"] }] })]),
      [{ path_pattern: [{ values: ["/api/*"] }] }],
    ]);
    const groups = planned("aws_ecs_service").flatMap(({ after }) => after["load_balancer"]);
    expect(new Set(groups.map((group) => JSON.stringify(group))).size).toBe(2);
    expect(planned("aws_lb").map(({ before }) => before["idle_timeout"])).toEqual([120]);
    expect(planned("aws_lb_listener").map(({ after }) => after["default_action"])).toMatchObject([
      [{ type: "fixed-response", fixed_response: [{ status_code: "404" }] }],
    ]);
  });

  it("are in subnets whose network ACL lets pass what they call and the answers, with each block of the prefix list", () => {
    const [acl] = planned("aws_network_acl");
    const associations = planned("aws_network_acl_association");
    expect(associations.map(({ before }) => before["network_acl_id"])).toEqual([acl?.before["id"], acl?.before["id"]]);
    const rules = planned("aws_network_acl_rule").map(({ before }) => before);
    expect(rules.map((rule) => rule["network_acl_id"])).toEqual(rules.map(() => acl?.before["id"]));
    const blocks = rules.filter(({ from_port: port, egress }) => egress === true && port === 443);
    expect(blocks.map((rule) => rule["cidr_block"]).sort()).toEqual([
      "10.0.0.0/16",
      "3.5.0.0/19",
      "52.216.0.0/15",
      "54.231.0.0/16",
    ]);
    const numbers = rules.map((rule) => `${rule["egress"]} ${rule["rule_number"]}`);
    expect(new Set(numbers).size).toBe(numbers.length);
    const { tasks } = proveReachability([second.json]);
    const hops = tasks.flatMap(({ dependencies }) => dependencies.flatMap((each) => each.hops));
    const acls = hops.filter(({ hop }) => hop === "network-acl");
    expect(acls).toHaveLength(8);
    expect(acls.filter(({ verdict }) => verdict !== "proved").map(({ text }) => text)).toEqual([]);
  });

  it("have nothing to change in a second plan", () => {
    expect(second.resourceChanges.length).toBeGreaterThan(40);
    expect(unknownDifferences(second.differences)).toEqual([]);
  });

  /** What the account has of a type, as the second plan has read it back. */
  function planned(type: string): readonly ResourceChange[] {
    return second.resourceChanges.filter((change) => change.type === type);
  }
});
