import { DescribeClustersCommand, DescribeServicesCommand } from "@aws-sdk/client-ecs";
import { GetRolePolicyCommand, ListRolePoliciesCommand } from "@aws-sdk/client-iam";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { type App, TerraformStack } from "cdktf";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  ApplicationLoadBalancer,
  ContainerImage,
  EndpointPlan,
  FargateCluster,
  FargateService,
  type FargateTask,
  Peer,
  PrivateNetwork,
  ScheduledFargateTask,
  VpcEndpoints,
} from "../../modules";
import { describeE2e } from "../support/emulator/e2e-tools";
import { EmulatedAccount } from "../support/emulator/emulated-account";
import { unknownDifferences } from "../support/emulator/known-differences";
import type { ResourceChange, TerraformPlan } from "../support/emulator/terraform-plan";

const REGION = "eu-west-1";

/** A worker on Spot that empties a queue and calls a service, which scales by its load, and a schedule, in one cluster, and behind one balancer. */
class ServicesStack extends TerraformStack {
  constructor(scope: App, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: REGION });
    const queue = new SqsQueue(this, "queue", { name: "jobs" });
    const image = ContainerImage.ecr(`123456789012.dkr.ecr.${REGION}.amazonaws.com/shop`, { tag: "1.4.2" });
    const containers = { main: { image, ports: [8080] } };
    const worker = {
      family: "worker",
      containers,
      grants: [{ service: "sqs", access: "consume", on: queue.arn }],
    } satisfies FargateTask;
    const api = { family: "api", containers } satisfies FargateTask;
    const network = new PrivateNetwork(this, "network", { region: REGION });
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services: EndpointPlan.forTasks([worker, api]) });
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
      capacityProviders: { FARGATE: { base: 1 }, FARGATE_SPOT: { weight: 3 } },
      scaling: { min: 1, max: 8, backlogPerTask: { queueName: queue.name, target: 10 } },
    });
    new ScheduledFargateTask(this, "nightly", { task: service, schedule: "rate(1 day)" });
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

  it("give the worker the right to its queue, by the queue's ARN", async () => {
    const { iam } = account.clients(REGION);
    const role = planned("aws_iam_role").find(({ address }) => /worker_task-role/.test(address));
    const RoleName = String(role?.after["name"]);
    const { PolicyNames = [] } = await iam.send(new ListRolePoliciesCommand({ RoleName }));
    const [PolicyName] = PolicyNames;
    const { PolicyDocument = "" } = await iam.send(new GetRolePolicyCommand({ RoleName, PolicyName }));
    expect(JSON.parse(decodeURIComponent(PolicyDocument))).toMatchObject({
      Statement: [{ Sid: "SqsConsume", Resource: [`arn:aws:sqs:${REGION}:123456789012:jobs`] }],
    });
  });

  it("are known to Application Auto Scaling, each with its bounds, policies and schedules", () => {
    const targets = planned("aws_appautoscaling_target").map(({ after }) => [
      after["resource_id"],
      after["min_capacity"],
      after["max_capacity"],
    ]);
    expect(targets.sort()).toEqual([
      ["service/shop/api", 2, 6],
      ["service/shop/worker", 1, 8],
    ]);
    expect(
      planned("aws_appautoscaling_policy")
        .map(({ after }) => after["policy_type"])
        .sort(),
    ).toEqual(["StepScaling", "TargetTrackingScaling", "TargetTrackingScaling"]);
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

  it("have nothing to change in a second plan, but that the emulator forgets the capacity of a service", () => {
    const worker = planned("aws_ecs_service").find(({ address }) => address.includes(".worker_"));
    expect(worker?.after["capacity_provider_strategy"]).toEqual([
      { capacity_provider: "FARGATE", base: 1, weight: 0 },
      { capacity_provider: "FARGATE_SPOT", base: null, weight: 3 },
    ]);
    expect(worker?.before["capacity_provider_strategy"]).toEqual([]);
    const others = second.differences.filter(({ address }) => address !== worker?.address);
    expect(second.resourceChanges.length).toBeGreaterThan(40);
    expect(unknownDifferences(others)).toEqual([]);
  });

  /** What the account has of a type, as the second plan has read it back. */
  function planned(type: string): readonly ResourceChange[] {
    return second.resourceChanges.filter((change) => change.type === type);
  }
});
