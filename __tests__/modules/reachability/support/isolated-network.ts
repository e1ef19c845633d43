import { type Block, TerraformFixture } from "./terraform-fixture";

const VPC_ID = "${aws_vpc.main.id}";

/** Lets the tasks of ECS take a role. */
export const TRUST = policy({
  Effect: "Allow",
  Principal: { Service: "ecs-tasks.amazonaws.com" },
  Action: "sts:AssumeRole",
});
const EVERYTHING = policy({ Effect: "Allow", Action: "*", Resource: "*" });

/**
 * Plain Terraform in which a task starts: subnets in two zones without an internet route, subnets of their own for the
 * endpoints, and what a task with an ECR image and awslogs calls. Every test breaks one thing in it.
 */
export function isolatedNetwork(): TerraformFixture {
  return new TerraformFixture({
    provider: { aws: [{ region: "eu-west-1" }] },
    resource: {
      aws_vpc: { main: { cidr_block: "10.0.0.0/16", enable_dns_hostnames: true } },
      aws_subnet: {
        app_a: subnet("10.0.1.0/24", "a"),
        app_b: subnet("10.0.2.0/24", "b"),
        endpoint_a: subnet("10.0.11.0/24", "a"),
        endpoint_b: subnet("10.0.12.0/24", "b"),
      },
      aws_route_table: { app: { vpc_id: VPC_ID } },
      aws_route_table_association: { app_a: routed("app_a"), app_b: routed("app_b") },
      aws_vpc_endpoint: {
        s3: {
          vpc_id: VPC_ID,
          service_name: "com.amazonaws.eu-west-1.s3",
          route_table_ids: ["${aws_route_table.app.id}"],
        },
        ecr_api: interfaceEndpoint("ecr.api"),
        ecr_dkr: interfaceEndpoint("ecr.dkr"),
        logs: interfaceEndpoint("logs"),
      },
      aws_security_group: {
        endpoint: { vpc_id: VPC_ID },
        task: { vpc_id: VPC_ID },
      },
      aws_vpc_security_group_ingress_rule: {
        endpoint: rule("endpoint", { referenced_security_group_id: "${aws_security_group.task.id}" }),
      },
      aws_vpc_security_group_egress_rule: {
        endpoint: rule("task", { referenced_security_group_id: "${aws_security_group.endpoint.id}" }),
        s3: rule("task", { prefix_list_id: "${aws_vpc_endpoint.s3.prefix_list_id}" }),
      },
      aws_iam_role: { execution: { name: "orders-execution", assume_role_policy: TRUST } },
      aws_iam_role_policy: { execution: { role: "${aws_iam_role.execution.id}", policy: EVERYTHING } },
      aws_ecs_task_definition: { orders: taskDefinition() },
      aws_ecs_service: { orders: service() },
    },
  });
}

/** An interface endpoint in the endpoint subnets. */
export function interfaceEndpoint(service: string): Block {
  return {
    vpc_id: VPC_ID,
    service_name: `com.amazonaws.eu-west-1.${service}`,
    vpc_endpoint_type: "Interface",
    private_dns_enabled: true,
    subnet_ids: ["${aws_subnet.endpoint_a.id}", "${aws_subnet.endpoint_b.id}"],
    security_group_ids: ["${aws_security_group.endpoint.id}"],
  };
}

/** A rule for TCP 443 of a security group. */
export function rule(group: string, peer: Block): Block {
  return {
    security_group_id: `\${aws_security_group.${group}.id}`,
    ip_protocol: "tcp",
    from_port: 443,
    to_port: 443,
    ...peer,
  };
}

/** A container with an image in ECR. */
export function container(more: Block = {}): Block {
  return {
    name: "api",
    image: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1",
    essential: true,
    logConfiguration: {
      logDriver: "awslogs",
      options: { "awslogs-group": "/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "orders" },
    },
    ...more,
  };
}

/** A task definition with one container. */
export function taskDefinition(containers: readonly Block[] = [container()]): Block {
  return {
    family: "orders",
    cpu: "256",
    memory: "512",
    network_mode: "awsvpc",
    requires_compatibilities: ["FARGATE"],
    execution_role_arn: "${aws_iam_role.execution.arn}",
    container_definitions: JSON.stringify(containers),
  };
}

/** The network with a role of the containers. */
export function withTaskRole(network: TerraformFixture): TerraformFixture {
  return network
    .add("aws_iam_role.task", { name: "orders-task", assume_role_policy: TRUST })
    .add("aws_iam_role_policy.task", { role: "${aws_iam_role.task.id}", policy: EVERYTHING })
    .set("aws_ecs_task_definition.orders", { task_role_arn: "${aws_iam_role.task.arn}" });
}

/** A subnet of the VPC. */
export function subnet(cidrBlock: string, zone: string): Block {
  return { vpc_id: VPC_ID, cidr_block: cidrBlock, availability_zone: `eu-west-1${zone}` };
}

/** The association of a subnet with the route table of the tasks. */
export function routed(name: string): Block {
  return { subnet_id: `\${aws_subnet.${name}.id}`, route_table_id: "${aws_route_table.app.id}" };
}

/** A service in both subnets. */
export function service(): Block {
  return {
    name: "orders",
    launch_type: "FARGATE",
    task_definition: "${aws_ecs_task_definition.orders.arn}",
    network_configuration: {
      subnets: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"],
      security_groups: ["${aws_security_group.task.id}"],
    },
  };
}

/** A policy as JSON. */
export function policy(...statements: readonly Block[]): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: statements });
}

/** The network with a public subnet, and a NAT gateway in it by which the task's subnets leave. */
export function withNatGateway(network: TerraformFixture): TerraformFixture {
  return network
    .add("aws_internet_gateway.main", { vpc_id: "${aws_vpc.main.id}" })
    .add("aws_subnet.public", subnet("10.0.21.0/24", "a"))
    .add("aws_route_table.public", {
      vpc_id: "${aws_vpc.main.id}",
      route: [{ cidr_block: "0.0.0.0/0", gateway_id: "${aws_internet_gateway.main.id}" }],
    })
    .add("aws_route_table_association.public", {
      subnet_id: "${aws_subnet.public.id}",
      route_table_id: "${aws_route_table.public.id}",
    })
    .add("aws_nat_gateway.main", { subnet_id: "${aws_subnet.public.id}", allocation_id: "eipalloc-0" })
    .add("aws_route.nat", {
      route_table_id: "${aws_route_table.app.id}",
      destination_cidr_block: "0.0.0.0/0",
      nat_gateway_id: "${aws_nat_gateway.main.id}",
    });
}

/** The network with another rule of a security group in place of one. */
export function withRule(address: string, group: string, change: Block): TerraformFixture {
  return isolatedNetwork().add(address, { ...rule(group, {}), ...change });
}
