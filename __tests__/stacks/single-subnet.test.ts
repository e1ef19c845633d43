import { describe, expect, it } from "vitest";
import { type SingleSubnetProps, SingleSubnetStack } from "../../stacks/single-subnet";
import { parsed, ref, type SynthesizedStack, synthApp } from "../support/synth";

const synthStack = (props: SingleSubnetProps = {}): SynthesizedStack => {
  const stack = synthApp((app) => new SingleSubnetStack(app, "single-subnet", props)).get("single-subnet");
  if (stack === undefined) throw new Error("the stack was not synthesized");
  return stack;
};

const name = "ecs-fargate-vpc-endpoint-default";

describe("the single-subnet stack", () => {
  const stack = synthStack();
  const vpcId = ref(stack.only("aws_vpc"), "id");
  const tags = (text: string) => ({ Name: text });

  it("is in ap-northeast-1 and tags every resource with Infra", () => {
    expect(stack.json.provider["aws"]).toEqual([
      { region: "ap-northeast-1", default_tags: [{ tags: { Infra: name } }] },
    ]);
  });

  it("VPC: 10.0.0.0/16, DNS support on, DNS hostnames on, tagged Name", () => {
    expect(stack.only("aws_vpc").attributes).toEqual({
      cidr_block: "10.0.0.0/16",
      enable_dns_support: true,
      enable_dns_hostnames: true,
      tags: tags(name),
    });
  });

  it("subnet: one, private-a, 10.0.10.0/24 in ap-northeast-1a", () => {
    expect(stack.only("aws_subnet").attributes).toEqual({
      vpc_id: vpcId,
      cidr_block: "10.0.10.0/24",
      availability_zone: "ap-northeast-1a",
      tags: tags(`${name}-private-a`),
    });
  });

  it("no internet gateway, no NAT, no route of its own, no public address", () => {
    for (const type of [
      "aws_internet_gateway",
      "aws_egress_only_internet_gateway",
      "aws_nat_gateway",
      "aws_eip",
      "aws_route",
    ]) {
      expect(stack.all(type)).toEqual([]);
    }
    expect(stack.only("aws_route_table").attributes).not.toHaveProperty("route");
    expect(stack.only("aws_subnet").attributes).not.toHaveProperty("map_public_ip_on_launch");
  });

  it("route table: one, for the subnet, with the gateway endpoint's route", () => {
    const table = stack.only("aws_route_table");
    expect(table.attributes).toEqual({ vpc_id: vpcId, tags: tags(`${name}-private-a`) });
    expect(stack.only("aws_route_table_association").attributes).toEqual({
      subnet_id: ref(stack.only("aws_subnet"), "id"),
      route_table_id: ref(table, "id"),
    });
  });

  it("security group of the endpoints: vpc-endpoint, 443 in from the subnet, everything out", () => {
    const group = stack.at("endpoints/security-group/Resource");
    expect(group.attributes).toEqual({
      vpc_id: vpcId,
      name: "vpc-endpoint",
      description: "vpc-endpoint security group",
      tags: tags(`${name}-vpc-endpoint`),
    });
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes).toEqual({
      security_group_id: ref(group, "id"),
      cidr_ipv4: "10.0.10.0/24",
      ip_protocol: "tcp",
      from_port: 443,
      to_port: 443,
      description: "from private subnet",
    });
    expect(stack.at("endpoints/security-group/egress-all").attributes).toEqual({
      security_group_id: ref(group, "id"),
      cidr_ipv4: "0.0.0.0/0",
      ip_protocol: "-1",
    });
  });

  it("gateway endpoint: s3, attached to the route table", () => {
    expect(stack.at("endpoints/s3/Resource").attributes).toEqual({
      vpc_id: vpcId,
      service_name: "com.amazonaws.ap-northeast-1.s3",
      vpc_endpoint_type: "Gateway",
      route_table_ids: [ref(stack.only("aws_route_table"), "id")],
      tags: tags(`${name}-s3`),
    });
  });

  it("interface endpoints: ecr.dkr, ecr.api, secretsmanager, ssm and logs, private DNS on, in the subnet", () => {
    const interfaces = stack
      .all("aws_vpc_endpoint")
      .filter(({ attributes }) => attributes["vpc_endpoint_type"] === "Interface");
    expect(interfaces.map(({ attributes }) => attributes["service_name"])).toEqual(
      ["ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"].map(
        (service) => `com.amazonaws.ap-northeast-1.${service}`,
      ),
    );
    for (const { attributes } of interfaces) {
      expect(attributes).toMatchObject({
        vpc_id: vpcId,
        private_dns_enabled: true,
        subnet_ids: [ref(stack.only("aws_subnet"), "id")],
        security_group_ids: [ref(stack.at("endpoints/security-group/Resource"), "id")],
      });
    }
  });

  it("cluster: under the name, with the capacity provider FARGATE", () => {
    expect(stack.only("aws_ecs_cluster").attributes).toEqual({ name, lifecycle: { ignore_changes: ["name"] } });
    expect(stack.only("aws_ecs_cluster_capacity_providers").attributes).toEqual({
      cluster_name: ref(stack.only("aws_ecs_cluster"), "name"),
      capacity_providers: ["FARGATE"],
    });
  });

  it("task definition: under the name, 256 CPU units, 512 MiB, awsvpc, FARGATE, both roles", () => {
    expect(stack.only("aws_ecs_task_definition").attributes).toMatchObject({
      family: name,
      cpu: "256",
      memory: "512",
      network_mode: "awsvpc",
      requires_compatibilities: ["FARGATE"],
      task_role_arn: ref(stack.at("service/task-role/Resource"), "arn"),
      execution_role_arn: ref(stack.at("service/execution-role/Resource"), "arn"),
    });
  });

  it("task definition: waits for the endpoints and their rules, the parameter and the secret version", () => {
    const needed = [
      ...stack.all("aws_vpc_endpoint"),
      ...stack.all("aws_vpc_security_group_ingress_rule"),
      ...stack.all("aws_vpc_security_group_egress_rule"),
      ...stack.all("aws_route_table_association"),
      ...stack.all("aws_iam_role_policy"),
      stack.only("aws_ssm_parameter"),
      stack.only("aws_secretsmanager_secret_version"),
    ].map(({ address }) => address);
    expect(needed).toHaveLength(6 + 1 + 3 + 1 + 1 + 2);
    expect(stack.only("aws_ecs_task_definition").attributes["depends_on"]).toEqual(expect.arrayContaining(needed));
  });

  it("container: batch, image alpine, command ls, both secrets, awslogs", () => {
    const repository = stack.only("aws_ecr_repository");
    expect(repository.attributes["name"]).toBe("alpine");
    expect(parsed(stack.only("aws_ecs_task_definition").attributes["container_definitions"])).toEqual([
      {
        name: "batch",
        image: ref(repository, "repository_url"),
        essential: true,
        command: ["ls"],
        secrets: [
          { name: "parameter_store_secret", valueFrom: ref(stack.only("aws_ssm_parameter"), "name") },
          { name: "environment_variable_name", valueFrom: ref(stack.only("aws_secretsmanager_secret"), "arn") },
        ],
        logConfiguration: {
          logDriver: "awslogs",
          options: {
            "awslogs-group": ref(stack.only("aws_cloudwatch_log_group"), "name"),
            "awslogs-region": "ap-northeast-1",
            "awslogs-stream-prefix": "default",
          },
        },
      },
    ]);
  });

  it("roles: task role and execution role by name, both trusted by ECS tasks", () => {
    for (const role of ["task-role", "task-execution-role"]) {
      const found = stack.all("aws_iam_role").find(({ attributes }) => attributes["name"] === `${name}-${role}`);
      expect(parsed(found?.attributes["assume_role_policy"])).toEqual({
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Principal: { Service: "ecs-tasks.amazonaws.com" }, Action: ["sts:AssumeRole"] }],
      });
    }
    expect(stack.all("aws_iam_role")).toHaveLength(2);
  });

  it("execution role: may pull through the VPC only, read the parameter and the secret, and write the logs", () => {
    const { role, policy } = stack.only("aws_iam_role_policy").attributes;
    const executionRole = stack.at("service/execution-role/Resource");
    expect(executionRole.attributes["name"]).toBe(`${name}-task-execution-role`);
    expect(role).toBe(ref(executionRole, "name"));
    expect(parsed(policy)).toEqual({
      Version: "2012-10-17",
      Statement: [
        { Sid: "EcrToken", Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
        {
          Sid: "EcrPull",
          Effect: "Allow",
          Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
          Resource: [ref(stack.only("aws_ecr_repository"), "arn")],
          Condition: { StringEquals: { "aws:SourceVpc": vpcId } },
        },
        {
          Sid: "ParameterStore",
          Effect: "Allow",
          Action: ["ssm:GetParameters"],
          Resource: [ref(stack.only("aws_ssm_parameter"), "arn")],
        },
        {
          Sid: "SecretsManager",
          Effect: "Allow",
          Action: ["secretsmanager:GetSecretValue"],
          Resource: [ref(stack.only("aws_secretsmanager_secret"), "arn")],
        },
        {
          Sid: "Logs",
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
          Resource: [`${ref(stack.only("aws_cloudwatch_log_group"), "arn")}:*`],
        },
      ],
    });
  });

  it("log group: /aws/ecs and the name, kept for ever", () => {
    expect(stack.only("aws_cloudwatch_log_group").attributes).toEqual({
      name: `/aws/ecs/${name}`,
      retention_in_days: 0,
      lifecycle: { ignore_changes: ["name"] },
    });
  });

  it("parameter and secret: a SecureString, and a secret with a version, whose real values Terraform leaves alone", () => {
    expect(stack.only("aws_ssm_parameter").attributes).toMatchObject({
      name: "/parameter_store_secret",
      type: "SecureString",
      lifecycle: { ignore_changes: ["value"] },
    });
    expect(stack.only("aws_secretsmanager_secret").attributes["name"]).toBe("secrets_manager_secret");
    expect(stack.only("aws_secretsmanager_secret_version").attributes).toMatchObject({
      secret_id: ref(stack.only("aws_secretsmanager_secret"), "arn"),
      lifecycle: { ignore_changes: ["secret_string"] },
    });
  });

  it("service: Fargate 1.4.0 in the subnet, no public address, no task until somebody asks for one", () => {
    expect(stack.only("aws_ecs_service").attributes).toMatchObject({
      launch_type: "FARGATE",
      platform_version: "1.4.0",
      desired_count: 0,
      network_configuration: {
        assign_public_ip: false,
        subnets: [ref(stack.only("aws_subnet"), "id")],
        security_groups: [ref(stack.at("service/security-group/Resource"), "id")],
      },
    });
  });

  it("tasks reach the endpoints and s3 only; the sample's rule of the endpoints is the only one to everywhere", () => {
    const toEverywhere = stack.resources.filter(({ attributes }) => JSON.stringify(attributes).includes("0.0.0.0/0"));
    expect(toEverywhere.map(({ path }) => path)).toEqual(["endpoints/security-group/egress-all"]);
    const tasks = ref(stack.at("service/security-group/Resource"), "id");
    const fromTasks = stack
      .all("aws_vpc_security_group_egress_rule")
      .filter(({ attributes }) => attributes["security_group_id"] === tasks)
      .map(({ attributes }) => attributes["prefix_list_id"] ?? attributes["referenced_security_group_id"]);
    expect(fromTasks).toEqual([
      ref(stack.at("endpoints/security-group/Resource"), "id"),
      ref(stack.at("endpoints/s3/Resource"), "prefix_list_id"),
    ]);
  });

  it("says what a person needs next", () => {
    expect(Object.keys(stack.json.output ?? {}).sort()).toEqual([
      "cluster_arn",
      "push_image",
      "repository_url",
      "run_task",
      "set_parameter",
      "set_secret",
      "subnet_ids",
      "vpc_id",
    ]);
    expect(stack.output("vpc_id")).toBe(vpcId);
    expect(stack.output("subnet_ids")).toEqual([ref(stack.only("aws_subnet"), "id")]);
    const url = ref(stack.only("aws_ecr_repository"), "repository_url");
    expect(stack.output("push_image")).toBe(
      [
        `aws ecr get-login-password --region ap-northeast-1 | docker login --username AWS --password-stdin ${url}`,
        "docker pull --platform linux/amd64 public.ecr.aws/docker/library/alpine:latest",
        `docker tag public.ecr.aws/docker/library/alpine:latest ${url}:latest`,
        `docker push ${url}:latest`,
      ].join(" && "),
    );
    expect(stack.output("run_task")).toMatch(
      /^aws ecs run-task --region ap-northeast-1 .* --launch-type FARGATE --platform-version 1\.4\.0 .*assignPublicIp=DISABLED/,
    );
    expect(stack.output("set_parameter")).toMatch(/^aws ssm put-parameter .* --type SecureString --overwrite/);
    expect(stack.output("set_secret")).toMatch(/^aws secretsmanager put-secret-value /);
  });
});

describe("the single-subnet stack with settings", () => {
  const stack = synthStack({
    name: "batch",
    region: "eu-west-1",
    cidrBlock: "172.16.0.0/16",
    subnetCidrBlock: "172.16.1.0/24",
    availabilityZone: "eu-west-1c",
    repositoryName: "tools/alpine",
    command: ["echo", "hello"],
    parameterName: "/batch/key",
    secretName: "batch-key",
    desiredCount: 2,
  });

  it("takes the name for everything that is named by it", () => {
    expect(stack.text).not.toContain(name);
    expect(stack.json.provider["aws"]).toMatchObject([{ default_tags: [{ tags: { Infra: "batch" } }] }]);
    expect(stack.only("aws_ecs_cluster").attributes["name"]).toBe("batch");
    expect(stack.only("aws_cloudwatch_log_group").attributes["name"]).toBe("/aws/ecs/batch");
    expect(stack.all("aws_iam_role").map(({ attributes }) => attributes["name"])).toEqual([
      "batch-task-execution-role",
      "batch-task-role",
    ]);
  });

  it("takes the Region everywhere", () => {
    expect(stack.text).not.toContain("ap-northeast-1");
    expect(stack.json.provider["aws"]).toMatchObject([{ region: "eu-west-1" }]);
    expect(stack.at("endpoints/logs/Resource").attributes["service_name"]).toBe("com.amazonaws.eu-west-1.logs");
  });

  it("takes addresses and zone, and lets the new subnet in at the endpoints", () => {
    expect(stack.only("aws_vpc").attributes["cidr_block"]).toBe("172.16.0.0/16");
    expect(stack.only("aws_subnet").attributes).toMatchObject({
      cidr_block: "172.16.1.0/24",
      availability_zone: "eu-west-1c",
    });
    expect(stack.only("aws_vpc_security_group_ingress_rule").attributes["cidr_ipv4"]).toBe("172.16.1.0/24");
  });

  it("takes repository, command, parameter, secret and count", () => {
    expect(stack.only("aws_ecr_repository").attributes["name"]).toBe("tools/alpine");
    expect(parsed(stack.only("aws_ecs_task_definition").attributes["container_definitions"])).toMatchObject([
      { command: ["echo", "hello"] },
    ]);
    expect(stack.only("aws_ssm_parameter").attributes["name"]).toBe("/batch/key");
    expect(stack.only("aws_secretsmanager_secret").attributes["name"]).toBe("batch-key");
    expect(stack.only("aws_ecs_service").attributes["desired_count"]).toBe(2);
  });

  it("puts the subnet into zone a of another Region by itself", () => {
    const elsewhere = synthStack({ region: "us-east-1" });
    expect(elsewhere.only("aws_subnet").attributes["availability_zone"]).toBe("us-east-1a");
  });
});
