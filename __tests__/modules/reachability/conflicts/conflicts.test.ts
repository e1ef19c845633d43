import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  policy,
  subnet,
  taskDefinition,
} from "../support/isolated-network";
import { issuesOf, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("the network in which everything works", () => {
  it("has neither a conflict nor a warning", () => {
    expect(issuesOf(isolatedNetwork().prove())).toEqual([]);
  });
});

describe("I12: one endpoint with private DNS for a name", () => {
  it("is broken by a second one in the same VPC", () => {
    const proof = isolatedNetwork().add("aws_vpc_endpoint.again", interfaceEndpoint("logs")).prove();
    expect(issuesWith(proof, "private-dns-conflict")).toMatchObject([{ path: "aws_vpc_endpoint.again" }]);
    expect(proof.verdict).toBe("broken");
  });

  it("holds where the second has none, or is in another VPC", () => {
    const silent = isolatedNetwork().add("aws_vpc_endpoint.again", {
      ...interfaceEndpoint("logs"),
      private_dns_enabled: false,
    });
    expect(issuesWith(silent.prove(), "private-dns-conflict")).toEqual([]);
    const elsewhere = isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_vpc_endpoint.again", { ...interfaceEndpoint("logs"), vpc_id: "${aws_vpc.other.id}" });
    expect(issuesWith(elsewhere.prove(), "private-dns-conflict")).toEqual([]);
  });

  it("is found across stacks", () => {
    const stack = (name: string) => ({
      "//": { metadata: { stackName: name } },
      resource: { aws_vpc_endpoint: { logs: { ...interfaceEndpoint("logs"), vpc_id: "vpc-0123456789abcdef0" } } },
    });
    const proof = proveReachability([stack("one"), stack("two")]);
    expect(issuesWith(proof, "private-dns-conflict")).toMatchObject([{ path: "two/aws_vpc_endpoint.logs" }]);
  });
});

describe("I14 and G10: quotas", () => {
  function withEndpoints(count: number, type: "Interface" | "Gateway"): TerraformFixture {
    const fixture = isolatedNetwork();
    for (let index = 0; index < count; index++) {
      fixture.add(`aws_vpc_endpoint.more_${index}`, {
        ...interfaceEndpoint("sqs"),
        service_name: `com.amazonaws.vpce.eu-west-1.vpce-svc-${index}`,
        vpc_endpoint_type: type,
        private_dns_enabled: false,
      });
    }
    return fixture;
  }

  it("warns of more than 50 interface endpoints in a VPC", () => {
    expect(issuesWith(withEndpoints(47, "Interface").prove(), "endpoint-quota")).toEqual([]);
    expect(issuesWith(withEndpoints(48, "Interface").prove(), "endpoint-quota")).toMatchObject([
      { severity: "warning", path: "aws_vpc_endpoint.more_47" },
    ]);
  });

  it("warns of more than 20 gateway endpoints in a Region, and refuses more than 255 in a VPC", () => {
    expect(issuesWith(withEndpoints(19, "Gateway").prove(), "endpoint-quota")).toEqual([]);
    expect(issuesWith(withEndpoints(20, "Gateway").prove(), "endpoint-quota")).toMatchObject([{ severity: "warning" }]);
    const severities = issuesWith(withEndpoints(255, "Gateway").prove(), "endpoint-quota").map(
      ({ severity }) => severity,
    );
    expect(severities).toEqual(["error", "warning"]);
  });

  it("refuses a policy of more than 20,480 characters", () => {
    const statement = (resources: number) => ({
      Effect: "Allow",
      Principal: "*",
      Action: "*",
      Resource: ["*", ...Array.from({ length: resources }, (_, index) => `arn:aws:logs:::${index}`.padEnd(100, "x"))],
    });
    const long = isolatedNetwork().set(LOGS, { policy: policy(statement(200)) });
    expect(issuesWith(long.prove(), "endpoint-policy-too-long")).toMatchObject([{ path: LOGS }]);
    const short = isolatedNetwork().set(LOGS, { policy: policy(statement(100)) });
    expect(issuesWith(short.prove(), "endpoint-policy-too-long")).toEqual([]);
  });
});

describe("G7: the principal in the policy of a gateway endpoint", () => {
  it.each<[unknown, number]>([
    ["*", 0],
    [{ AWS: "*" }, 0],
    [{ AWS: "arn:aws:iam::123456789012:root" }, 1],
    [undefined, 1],
  ])("%j is refused %d times", (principal, times) => {
    const statement = { Effect: "Allow", Principal: principal, Action: "*", Resource: "*" };
    const proof = isolatedNetwork()
      .set("aws_vpc_endpoint.s3", { policy: policy(statement) })
      .prove();
    expect(issuesWith(proof, "gateway-policy-principal")).toHaveLength(times);
  });
});

describe("policies that admit nothing", () => {
  it("are found, whether a task calls the service or not", () => {
    const statement = { Effect: "Deny", Principal: "*", Action: "sqs:DeleteQueue", Resource: "*" };
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.sqs", {
      ...interfaceEndpoint("sqs"),
      policy: policy(statement),
    });
    expect(issuesWith(fixture.prove(), "endpoint-policy-allows-nothing")).toMatchObject([
      { path: "aws_vpc_endpoint.sqs" },
    ]);
  });
});

describe("the type of an endpoint", () => {
  it.each([
    ["logs", undefined, 1],
    ["logs", "Gateway", 1],
    ["s3express", "Interface", 1],
    ["s3", "Interface", 0],
    ["dynamodb", "Gateway", 0],
  ])("%s as %s is refused %d times", (service, type, times) => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.more", {
      ...interfaceEndpoint(service),
      private_dns_enabled: false,
      vpc_endpoint_type: type,
    });
    expect(issuesWith(fixture.prove(), "endpoint-type-wrong")).toHaveLength(times);
  });

  it("warns of a service outside the catalog, with the nearest name", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.more", interfaceEndpoint("secretmanager"));
    const [issue] = issuesWith(fixture.prove(), "service-unknown");
    expect(issue).toMatchObject({ severity: "warning", path: "aws_vpc_endpoint.more" });
    expect(issue?.fix).toContain('"secretsmanager"');
  });
});

describe("private DNS for inbound Resolver endpoints only", () => {
  const s3 = {
    ...interfaceEndpoint("s3"),
    dns_options: { private_dns_only_for_inbound_resolver_endpoint: true },
  };

  it("needs the gateway endpoint, through which calls from the VPC go", () => {
    const beside = isolatedNetwork().add("aws_vpc_endpoint.s3_interface", s3);
    expect(issuesWith(beside.prove(), "inbound-resolver-without-gateway")).toEqual([]);
    expect(beside.prove().verdict).toBe("proved");
    const alone = isolatedNetwork().add("aws_vpc_endpoint.s3", s3);
    expect(issuesWith(alone.prove(), "inbound-resolver-without-gateway")).toMatchObject([
      { path: "aws_vpc_endpoint.s3" },
    ]);
    expect(issuesWith(alone.prove(), "private-dns-off")).toHaveLength(1);
  });
});

describe("parts of another VPC", () => {
  const withOther = () =>
    isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_security_group.other", { vpc_id: "${aws_vpc.other.id}" })
      .add("aws_subnet.other", { ...subnet("10.9.1.0/24", "a"), vpc_id: "${aws_vpc.other.id}" })
      .add("aws_route_table.other", { vpc_id: "${aws_vpc.other.id}" });

  it("are refused in an endpoint, a service and an association", () => {
    expect(issuesWith(withOther().prove(), "other-vpc")).toEqual([]);
    const group = withOther().set(LOGS, { security_group_ids: ["${aws_security_group.other.id}"] });
    expect(issuesWith(group.prove(), "other-vpc")).toMatchObject([{ path: LOGS }]);
    const table = withOther().set("aws_vpc_endpoint.s3", { route_table_ids: ["${aws_route_table.other.id}"] });
    expect(issuesWith(table.prove(), "other-vpc")).toMatchObject([{ path: "aws_vpc_endpoint.s3" }]);
    const task = withOther().set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.other.id}"],
      },
    });
    expect(issuesWith(task.prove(), "other-vpc")).toMatchObject([{ path: "aws_ecs_service.orders" }]);
    const routed = withOther().set("aws_route_table_association.app_a", {
      route_table_id: "${aws_route_table.other.id}",
    });
    expect(issuesWith(routed.prove(), "other-vpc")).toMatchObject([{ path: "aws_route_table_association.app_a" }]);
  });
});

describe("limits of a service", () => {
  const withNetwork = (subnets: number, groups: number) => {
    const fixture = isolatedNetwork();
    const ids = (type: string, count: number) => Array.from({ length: count }, (_, index) => `${type}-${index}`);
    return fixture.set("aws_ecs_service.orders", {
      network_configuration: { subnets: ids("subnet", subnets), security_groups: ids("sg", groups) },
    });
  };

  it("are 16 subnets and 5 security groups", () => {
    expect(issuesWith(withNetwork(16, 5).prove(), "task-network-limit")).toEqual([]);
    expect(issuesWith(withNetwork(17, 6).prove(), "task-network-limit").map(({ problem }) => problem)).toEqual([
      "aws_ecs_service.orders has 17 subnets",
      "aws_ecs_service.orders has 6 security groups",
    ]);
  });
});

describe("address blocks", () => {
  it("of subnets may not overlap, nor lie outside of the VPC", () => {
    const overlap = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" });
    expect(issuesWith(overlap.prove(), "subnets-overlap")).toMatchObject([{ path: "aws_subnet.app_b" }]);
    const outside = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.9.1.0/24" });
    expect(issuesWith(outside.prove(), "subnet-outside-vpc")).toMatchObject([{ path: "aws_subnet.app_b" }]);
    outside.add("aws_vpc_ipv4_cidr_block_association.more", {
      vpc_id: "${aws_vpc.main.id}",
      cidr_block: "10.9.0.0/16",
    });
    expect(issuesWith(outside.prove(), "subnet-outside-vpc")).toEqual([]);
  });
});

describe("connections to an endpoint service", () => {
  const withService = (zone: string, acceptanceRequired: boolean) =>
    isolatedNetwork()
      .add("aws_vpc.provider", { cidr_block: "10.9.0.0/16" })
      .add("aws_subnet.provider", { ...subnet("10.9.1.0/24", zone), vpc_id: "${aws_vpc.provider.id}" })
      .add("aws_lb.provider", { load_balancer_type: "network", subnets: ["${aws_subnet.provider.id}"] })
      .add("aws_vpc_endpoint_service.provider", {
        acceptance_required: acceptanceRequired,
        network_load_balancer_arns: ["${aws_lb.provider.arn}"],
      })
      .add("aws_vpc_endpoint.consumer", {
        ...interfaceEndpoint("x"),
        service_name: "${aws_vpc_endpoint_service.provider.service_name}",
        private_dns_enabled: false,
        subnet_ids: ["${aws_subnet.endpoint_a.id}"],
      });

  it("need a zone in common", () => {
    expect(issuesWith(withService("a", false).prove(), "endpoint-zone-not-offered")).toEqual([]);
    expect(issuesWith(withService("c", false).prove(), "endpoint-zone-not-offered")).toMatchObject([
      { path: "aws_vpc_endpoint.consumer" },
    ]);
  });

  it("need somebody who accepts them, where that is required", () => {
    const fixture = withService("a", true);
    expect(issuesWith(fixture.prove(), "connection-not-accepted")).toMatchObject([
      { severity: "warning", path: "aws_vpc_endpoint.consumer" },
    ]);
    fixture.add("aws_vpc_endpoint_connection_accepter.consumer", {
      vpc_endpoint_service_id: "${aws_vpc_endpoint_service.provider.id}",
      vpc_endpoint_id: "${aws_vpc_endpoint.consumer.id}",
    });
    expect(issuesWith(fixture.prove(), "connection-not-accepted")).toEqual([]);
    expect(issuesWith(withService("a", false).prove(), "connection-not-accepted")).toEqual([]);
  });
});

describe("warnings", () => {
  it("tell of a task in one zone only", () => {
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}"],
      },
    });
    expect(issuesWith(fixture.prove(), "one-zone-only")).toMatchObject([{ path: "aws_ecs_service.orders" }]);
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("tell of platform version 1.3.0, where ECR's API needs no endpoint", () => {
    const fixture = isolatedNetwork().set("aws_ecs_service.orders", { platform_version: "1.3.0" });
    fixture.remove("aws_vpc_endpoint.ecr_api");
    expect(fixture.prove().verdict).toBe("proved");
    expect(issuesWith(fixture.prove(), "platform-version-old")).toMatchObject([{ path: "aws_ecs_service.orders" }]);
  });

  it("tell of endpoints that nobody calls, unless something else may call them", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs"));
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toMatchObject([{ path: "aws_vpc_endpoint.sqs" }]);
    fixture.add("aws_instance.other", { subnet_id: "${aws_subnet.app_a.id}" });
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toEqual([]);
  });

  it("tell of API Gateway's private DNS, which hides public APIs", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.apis", interfaceEndpoint("execute-api"));
    expect(issuesWith(fixture.prove(), "execute-api-private-dns")).toMatchObject([{ path: "aws_vpc_endpoint.apis" }]);
    fixture.set("aws_vpc_endpoint.apis", { private_dns_enabled: false });
    expect(issuesWith(fixture.prove(), "execute-api-private-dns")).toEqual([]);
  });

  it("leave tasks on other platforms and unread definitions alone", () => {
    const fixture = isolatedNetwork().add("aws_ecs_task_definition.orders", {
      ...taskDefinition(),
      container_definitions: "${var.containers}",
    });
    expect(fixture.prove().verdict).toBe("unknown");
    expect(issuesWith(fixture.prove(), "endpoint-unused")).toEqual([]);
  });
});

describe("parts of another VPC that resources of their own attach", () => {
  it.each([
    ["aws_vpc_endpoint_subnet_association.other", { subnet_id: "${aws_subnet.other.id}" }],
    ["aws_vpc_endpoint_security_group_association.other", { security_group_id: "${aws_security_group.other.id}" }],
  ])("are refused, as by %s", (address, target) => {
    const fixture = isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_security_group.other", { vpc_id: "${aws_vpc.other.id}" })
      .add("aws_subnet.other", { ...subnet("10.9.1.0/24", "c"), vpc_id: "${aws_vpc.other.id}" })
      .add(address, { vpc_endpoint_id: "${aws_vpc_endpoint.logs.id}", ...target });
    expect(issuesWith(fixture.prove(), "other-vpc")).toMatchObject([{ path: LOGS }]);
  });
});

describe("several subnets in the block of one", () => {
  it("are all found", () => {
    const fixture = isolatedNetwork().add("aws_subnet.wide", subnet("10.0.0.0/20", "a"));
    const found = issuesWith(fixture.prove(), "subnets-overlap").map(({ path }) => path);
    expect(found).toEqual(["aws_subnet.app_a", "aws_subnet.app_b", "aws_subnet.endpoint_a", "aws_subnet.endpoint_b"]);
  });
});

describe("the Region of an endpoint's service", () => {
  const withApi = (change: Record<string, unknown>) =>
    isolatedNetwork().add("aws_vpc_endpoint.far", {
      ...interfaceEndpoint("kms"),
      service_name: "com.amazonaws.us-east-1.kms",
      ...change,
    });

  it("is said where it is another than the VPC's", () => {
    expect(issuesWith(withApi({}).prove(), "endpoint-service-region")).toMatchObject([
      { path: "aws_vpc_endpoint.far" },
    ]);
    expect(issuesWith(withApi({ service_region: "us-east-1" }).prove(), "endpoint-service-region")).toEqual([]);
    const own = withApi({ service_name: "com.amazonaws.eu-west-1.kms" });
    expect(issuesWith(own.prove(), "endpoint-service-region")).toEqual([]);
  });

  it("is the VPC's own for a gateway endpoint", () => {
    const gateway = withApi({
      ...{ service_name: "com.amazonaws.us-east-1.dynamodb", service_region: "us-east-1" },
      ...{ vpc_endpoint_type: "Gateway", subnet_ids: undefined, security_group_ids: undefined },
    });
    expect(issuesWith(gateway.prove(), "endpoint-service-region")).toHaveLength(1);
  });

  it("keeps a task from an image of another Region as long as it is not said", () => {
    const image = "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1";
    const fixture = isolatedNetwork().add("aws_ecs_task_definition.orders", taskDefinition([container({ image })]));
    for (const service of ["ecr.api", "ecr.dkr", "s3"]) {
      fixture.add(`aws_vpc_endpoint.far_${service.replace(".", "_")}`, {
        ...interfaceEndpoint(service),
        ...{ service_name: `com.amazonaws.us-east-1.${service}`, service_region: "us-east-1" },
      });
    }
    expect(fixture.prove().verdict).toBe("proved");
    fixture.set("aws_vpc_endpoint.far_ecr_dkr", { service_region: undefined });
    expect(fixture.prove().verdict).toBe("broken");
    expect(issuesWith(fixture.prove(), "endpoint-service-region")).toMatchObject([
      { path: "aws_vpc_endpoint.far_ecr_dkr" },
    ]);
  });
});

describe("rules in two places", () => {
  const inline = { protocol: "tcp", from_port: 22, to_port: 22, cidr_blocks: ["10.0.0.0/16"] };
  const found = (fixture: TerraformFixture) =>
    issuesWith(fixture.prove(), "rules-in-two-places").map(({ path, severity }) => [path, severity]);

  it("are a warning for a security group, in each direction", () => {
    const egress = isolatedNetwork().set("aws_security_group.task", { egress: [inline] });
    expect(found(egress)).toEqual([["aws_security_group.task", "warning"]]);
    const ingress = isolatedNetwork().set("aws_security_group.task", { ingress: [inline] });
    expect(found(ingress)).toEqual([]);
  });

  it("are a warning for a route table and a network ACL", () => {
    const route = { cidr_block: "192.168.0.0/16", transit_gateway_id: "tgw-0123456789abcdef0" };
    const table = isolatedNetwork().set("aws_route_table.app", { route: [route] });
    expect(found(table)).toEqual([]);
    table.add("aws_route.more", {
      ...{ route_table_id: "${aws_route_table.app.id}", destination_cidr_block: "172.16.0.0/12" },
      transit_gateway_id: "tgw-0123456789abcdef0",
    });
    expect(found(table)).toEqual([["aws_route_table.app", "warning"]]);
    const entry = { rule_no: 100, action: "allow", protocol: "-1", from_port: 0, to_port: 0, cidr_block: "0.0.0.0/0" };
    const acl = isolatedNetwork().add("aws_network_acl.own", { vpc_id: "${aws_vpc.main.id}", egress: [entry] });
    expect(found(acl)).toEqual([]);
    acl.add("aws_network_acl_rule.more", {
      ...{ network_acl_id: "${aws_network_acl.own.id}", rule_number: 110, rule_action: "deny", egress: true },
      ...{ protocol: "tcp", from_port: 22, to_port: 22, cidr_block: "0.0.0.0/0" },
    });
    expect(found(acl)).toEqual([["aws_network_acl.own", "warning"]]);
  });

  it("are none where a state repeats in the group what rules of their own say", () => {
    const rule = "aws_vpc_security_group_egress_rule.more";
    const own = { ip_protocol: "-1", cidr_ipv4: "10.0.0.0/16", security_group_id: "${aws_security_group.task.id}" };
    const repeated = { protocol: "-1", from_port: 0, to_port: 0, cidr_blocks: ["10.0.0.0/16"] };
    const fixture = isolatedNetwork()
      .add(rule, own)
      .set("aws_security_group.task", { egress: [repeated] });
    expect(found(fixture)).toEqual([]);
    fixture.set("aws_security_group.task", { egress: [repeated, inline] });
    expect(found(fixture)).toEqual([["aws_security_group.task", "warning"]]);
  });
});
