import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import type { TerraformStack } from "cdktf";
import { describe, expect, it } from "vitest";
import {
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  LogDriver,
  type Network,
  Peer,
  PrivateNetwork,
  VpcEndpoints,
} from "../../../modules";
import { legacyNetwork, ordersTask } from "../../support/orders";
import { parsed, ref, synth } from "../../support/synth";

/** The shortest program: network, endpoints, service. */
const build = (scope: TerraformStack, props: Partial<FargateServiceProps> = {}) => {
  const network = new PrivateNetwork(scope, "network", { region: "eu-west-1" });
  const endpoints = new VpcEndpoints(scope, "endpoints", { network, services: EndpointPlan.forTasks([ordersTask]) });
  return new FargateService(scope, "service", { network, endpoints, task: ordersTask, ...props });
};
const synthService = (props: Partial<FargateServiceProps> = {}) => synth((scope) => build(scope, props));

describe("FargateService without further wishes", () => {
  const stack = synthService();

  it("runs one task of the smallest size in every task subnet, without a public address", () => {
    expect(stack.only("aws_ecs_service").attributes).toEqual({
      name: "orders",
      cluster: ref(stack.only("aws_ecs_cluster"), "arn"),
      task_definition: ref(stack.only("aws_ecs_task_definition"), "arn"),
      launch_type: "FARGATE",
      platform_version: "1.4.0",
      desired_count: 1,
      lifecycle: { ignore_changes: ["name"] },
      deployment_circuit_breaker: { enable: true, rollback: true },
      network_configuration: {
        assign_public_ip: false,
        subnets: ["private-a", "private-b"].map((name) => ref(stack.at(`network/subnet-${name}`), "id")),
        security_groups: [ref(stack.at("service/security-group/Resource"), "id")],
      },
    });
    expect(stack.only("aws_ecs_task_definition").attributes).toMatchObject({
      family: "orders",
      cpu: "256",
      memory: "512",
      network_mode: "awsvpc",
      requires_compatibilities: ["FARGATE"],
      execution_role_arn: ref(stack.at("service/execution-role/Resource"), "arn"),
      task_role_arn: ref(stack.at("service/task-role/Resource"), "arn"),
    });
  });

  it("lets its tasks out to the endpoints and the prefix list of s3, on port 443, and nothing in", () => {
    const security_group_id = ref(stack.at("service/security-group/Resource"), "id");
    const https = { security_group_id, ip_protocol: "tcp", from_port: 443, to_port: 443 };
    const rules = stack.resources.filter(({ type }) => type.startsWith("aws_vpc_security_group_"));
    const ofTasks = rules.filter(({ attributes }) => attributes["security_group_id"] === security_group_id);
    expect(ofTasks.map(({ attributes }) => attributes)).toEqual([
      {
        ...https,
        referenced_security_group_id: ref(stack.at("endpoints/security-group/Resource"), "id"),
        description: "to the interface endpoints",
      },
      {
        ...https,
        prefix_list_id: ref(stack.at("endpoints/s3/Resource"), "prefix_list_id"),
        description: "to the s3 gateway endpoint",
      },
    ]);
    expect(ofTasks.every(({ type }) => type === "aws_vpc_security_group_egress_rule")).toBe(true);
  });

  it("lets its tasks in at the endpoints, on port 443 only", () => {
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes).toEqual({
      security_group_id: ref(stack.at("endpoints/security-group/Resource"), "id"),
      referenced_security_group_id: ref(stack.at("service/security-group/Resource"), "id"),
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
    });
  });

  it("is open to the internet nowhere", () => {
    for (const type of ["aws_internet_gateway", "aws_nat_gateway", "aws_eip", "aws_route"]) {
      expect(stack.all(type)).toEqual([]);
    }
    for (const { attributes } of stack.all("aws_security_group")) {
      expect(attributes).not.toHaveProperty("ingress");
      expect(attributes).not.toHaveProperty("egress");
    }
    expect(stack.text).not.toContain("0.0.0.0/0");
    expect(stack.text).not.toContain("::/0");
    expect(stack.text).not.toContain('"assign_public_ip": true');
  });

  it("starts no task before every endpoint, rule, association and role policy is there", () => {
    const types = new Set([
      "aws_vpc_endpoint",
      "aws_vpc_security_group_ingress_rule",
      "aws_vpc_security_group_egress_rule",
      "aws_route_table_association",
      "aws_iam_role_policy",
    ]);
    const needed = stack.resources.filter(({ type }) => types.has(type)).map(({ address }) => address);
    expect(needed).toHaveLength(4 + 1 + 2 + 2 + 1);
    expect(stack.only("aws_ecs_task_definition").attributes["depends_on"]).toEqual(expect.arrayContaining(needed));
  });

  it("makes a cluster with the capacity provider FARGATE and a log group that is kept for 30 days", () => {
    const cluster = stack.only("aws_ecs_cluster");
    expect(cluster.attributes).toEqual({ name: "orders", lifecycle: { ignore_changes: ["name"] } });
    expect(stack.only("aws_ecs_cluster_capacity_providers").attributes).toEqual({
      cluster_name: ref(cluster, "name"),
      capacity_providers: ["FARGATE"],
    });
    expect(stack.only("aws_cloudwatch_log_group").attributes).toEqual({
      name: "/aws/ecs/orders",
      retention_in_days: 30,
      lifecycle: { ignore_changes: ["name"] },
    });
  });

  it("gives the containers' own role no right", () => {
    expect(stack.only("aws_iam_role_policy").attributes["role"]).toBe(
      ref(stack.at("service/execution-role/Resource"), "name"),
    );
    expect(stack.at("service/task-role/Resource").attributes).not.toHaveProperty("inline_policy");
    expect(stack.at("service/task-role/Resource").attributes).not.toHaveProperty("managed_policy_arns");
  });
});

describe("FargateService as it was asked for", () => {
  it("takes name, count, subnets, log group and security group", () => {
    const stack = synthService({
      name: "web",
      desiredCount: 3,
      subnets: ["private-b"],
      logGroup: { name: "/orders", retentionInDays: 7 },
      securityGroup: {
        name: "orders-tasks",
        description: "of the orders",
        ingress: { proxy: { peer: Peer.securityGroup("sg-proxy"), port: 8080 } },
        egress: { database: { peer: Peer.cidr("10.0.200.0/24"), port: 5432 } },
      },
    });
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({
      name: "web",
      desired_count: 3,
      network_configuration: { subnets: [ref(stack.at("network/subnet-private-b"), "id")] },
    });
    expect(stack.only("aws_cloudwatch_log_group").attributes).toEqual({ name: "/orders", retention_in_days: 7 });
    expect(stack.at("service/security-group/Resource").attributes).toMatchObject({
      name: "orders-tasks",
      description: "of the orders",
    });
    expect(stack.at("service/security-group/ingress-proxy").attributes).toMatchObject({ from_port: 8080 });
    expect(stack.at("service/security-group/egress-database").attributes).toMatchObject({ from_port: 5432 });
    expect(stack.at("service/security-group/egress-endpoints").attributes).toMatchObject({ from_port: 443 });
  });

  it("encrypts the log group with a key of yours, to which its roles need no right", () => {
    const kmsKeyArn = "arn:aws:kms:eu-west-1:123456789012:key/0a1b";
    const stack = synthService({ logGroup: { kmsKeyArn } });
    expect(stack.only("aws_cloudwatch_log_group").attributes["kms_key_id"]).toBe(kmsKeyArn);
    expect(stack.only("aws_iam_role_policy").attributes["policy"]).not.toContain("kms:");
    expect(synthService().only("aws_cloudwatch_log_group").attributes).not.toHaveProperty("kms_key_id");
  });

  it("takes size, platform version, storage and architecture from the task", () => {
    const task: FargateTask = {
      ...ordersTask,
      cpu: 1024,
      memory: 2048,
      platformVersion: "LATEST",
      ephemeralStorage: 50,
      cpuArchitecture: "ARM64",
    };
    const stack = synthService({ task });
    expect(stack.only("aws_ecs_task_definition").attributes).toMatchObject({
      cpu: "1024",
      memory: "2048",
      ephemeral_storage: { size_in_gib: 50 },
      runtime_platform: { cpu_architecture: "ARM64", operating_system_family: "LINUX" },
    });
    expect(stack.only("aws_ecs_service").attributes["platform_version"]).toBe("LATEST");
  });

  it("runs in a cluster of yours", () => {
    const stack = synth((scope) => build(scope, { cluster: new EcsCluster(scope, "mine", { name: "mine" }) }));
    expect(stack.only("aws_ecs_cluster").path).toBe("mine");
    expect(stack.all("aws_ecs_cluster_capacity_providers")).toEqual([]);
    expect(stack.only("aws_ecs_service").attributes["cluster"]).toBe(ref(stack.at("mine"), "arn"));
  });

  it("names the cluster that it creates as you say", () => {
    expect(synthService({ cluster: { name: "main" } }).only("aws_ecs_cluster").attributes["name"]).toBe("main");
  });

  it("takes roles of yours, and creates neither roles nor policies then", () => {
    const arn = "arn:aws:iam::123456789012:role/starts-tasks";
    const stack = synth((scope) => {
      const taskRole = new IamRole(scope, "mine", { assumeRolePolicy: "{}" });
      build(scope, { executionRole: { arn }, taskRole });
    });
    expect(stack.only("aws_iam_role").path).toBe("mine");
    expect(stack.all("aws_iam_role_policy")).toEqual([]);
    expect(stack.only("aws_ecs_task_definition").attributes).toMatchObject({
      execution_role_arn: arn,
      task_role_arn: ref(stack.at("mine"), "arn"),
    });
  });

  it("makes no log group where no container uses it", () => {
    const { api } = ordersTask.containers;
    const named: FargateTask = {
      family: "orders",
      containers: {
        api: { ...api, logDriver: LogDriver.awslogs({ logGroupName: "/shared" }) },
        silent: { ...api, ports: [9090], logDriver: LogDriver.none() },
      },
    };
    expect(synthService({ task: named }).all("aws_cloudwatch_log_group")).toEqual([]);
  });

  it("waits for what else must be there first", () => {
    const stack = synth((scope) => {
      const parameter = new SsmParameter(scope, "parameter", { name: "/orders", type: "String", value: "1" });
      build(scope, { dependsOn: [parameter] });
    });
    expect(stack.only("aws_ecs_task_definition").attributes["depends_on"]).toContain(stack.at("parameter").address);
  });

  it("leaves every resource open to an override", () => {
    const stack = synth((scope) => {
      const { service, taskDefinition } = build(scope);
      service.addOverride("wait_for_steady_state", true);
      taskDefinition.addOverride("skip_destroy", true);
    });
    expect(stack.only("aws_ecs_service").attributes["wait_for_steady_state"]).toBe(true);
    expect(stack.only("aws_ecs_task_definition").attributes["skip_destroy"]).toBe(true);
  });

  it("says how to run the task once", () => {
    const stack = synth((scope) => {
      const service = build(scope);
      service.service.addOverride("tags", { command: service.runTaskCommand });
    });
    const group = ref(stack.at("service/security-group/Resource"), "id");
    const subnets = ["private-a", "private-b"].map((name) => ref(stack.at(`network/subnet-${name}`), "id"));
    expect(stack.only("aws_ecs_service").attributes["tags"]).toEqual({
      command: [
        "aws ecs run-task --region eu-west-1",
        `--cluster ${ref(stack.only("aws_ecs_cluster"), "arn")}`,
        `--task-definition ${ref(stack.only("aws_ecs_task_definition"), "arn")}`,
        "--launch-type FARGATE --platform-version 1.4.0",
        `--network-configuration 'awsvpcConfiguration={subnets=[${subnets.join(",")}],securityGroups=[${group}],assignPublicIp=DISABLED}'`,
      ].join(" "),
    });
  });
});

describe("FargateService in a network that has the endpoints", () => {
  const network: Network = {
    ...legacyNetwork,
    endpoints: [
      { type: "Gateway", service: "s3", prefixListId: "pl-s3" },
      { type: "Interface", service: "ecr.api", securityGroupIds: ["sg-endpoints"] },
      { type: "Interface", service: "ecr.dkr", securityGroupIds: ["sg-endpoints"] },
      { type: "Interface", service: "logs", securityGroupIds: ["sg-logs", "sg-endpoints"] },
    ],
  };
  const stack = synth((scope) => new FargateService(scope, "service", { network, task: ordersTask }));

  it("needs no VpcEndpoints", () => {
    expect(stack.all("aws_vpc_endpoint")).toEqual([]);
    expect(stack.all("aws_ecs_service")).toHaveLength(1);
  });

  it("lets its tasks out to each of their security groups and prefix lists once", () => {
    const peers = stack
      .all("aws_vpc_security_group_egress_rule")
      .map(({ attributes }) => attributes["prefix_list_id"] ?? attributes["referenced_security_group_id"]);
    expect(peers.sort()).toEqual(["pl-s3", "sg-endpoints", "sg-logs"]);
    expect(stack.all("aws_vpc_security_group_ingress_rule")).toEqual([]);
  });

  it("limits pulling to no VPC, since it does not know how the endpoints are used", () => {
    expect(JSON.stringify(parsed(stack.only("aws_iam_role_policy").attributes["policy"]))).not.toContain("SourceVpc");
  });
});
