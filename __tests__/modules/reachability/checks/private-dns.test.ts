import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { type Block, dependency, hop } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("I2: private DNS", () => {
  it("holds, and says which name leads where", () => {
    expect(hop(isolatedNetwork().prove(), "ecr.api", "name-resolution")).toContain(
      "api.ecr.eu-west-1.amazonaws.com leads to aws_vpc_endpoint.ecr_api",
    );
  });

  it.each([false, undefined])("breaks where private_dns_enabled is %s", (enabled) => {
    const { issue, hops } = dependency(isolatedNetwork().set(LOGS, { private_dns_enabled: enabled }).prove(), "logs");
    expect(issue).toMatchObject({ code: "private-dns-off", path: LOGS });
    expect(issue?.fix).toBe("set private_dns_enabled = true on aws_vpc_endpoint.logs");
    expect(hops.at(-1)?.hop).toBe("name-resolution");
  });

  it("is unknown where a private hosted zone may answer", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.ecr_api", { private_dns_enabled: false });
    fixture.add("aws_route53_zone.ecr", {
      name: "api.ecr.eu-west-1.amazonaws.com",
      vpc: { vpc_id: "${aws_vpc.main.id}" },
    });
    const { issue } = dependency(fixture.prove(), "ecr.api");
    expect(issue).toMatchObject({ code: "hosted-zone-unknown", path: "aws_route53_zone.ecr" });
  });

  it("is unknown where a variable decides", () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "private-dns-unknown", path: LOGS });
  });

  it("accepts an interface endpoint for S3 with private DNS in place of the gateway endpoint", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.s3", interfaceEndpoint("s3"));
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });
});

describe("a service without private DNS for interface endpoints", () => {
  const withDynamodb = (endpoint: Block) =>
    isolatedNetwork()
      .set("aws_ecs_task_definition.orders", { "//": { privateFargate: { uses: ["dynamodb"] } } })
      .add("aws_vpc_endpoint.dynamodb", { ...interfaceEndpoint("dynamodb"), ...endpoint });

  it.each([true, false])("breaks with an interface endpoint alone, private_dns_enabled = %s", (enabled) => {
    const { issue } = dependency(withDynamodb({ private_dns_enabled: enabled }).prove(), "dynamodb");
    expect(issue).toMatchObject({ code: "private-dns-off", path: "aws_vpc_endpoint.dynamodb" });
    expect(issue?.fix).toContain("use a gateway endpoint");
  });

  it("takes the gateway endpoint beside it", () => {
    const fixture = withDynamodb({}).add("aws_vpc_endpoint.gateway", {
      ...isolatedNetwork().at("aws_vpc_endpoint.s3"),
      service_name: "com.amazonaws.eu-west-1.dynamodb",
    });
    fixture.add("aws_vpc_security_group_egress_rule.dynamodb", {
      ...fixture.at("aws_vpc_security_group_egress_rule.s3"),
      prefix_list_id: "${aws_vpc_endpoint.gateway.prefix_list_id}",
    });
    expect(dependency(fixture.prove(), "dynamodb").verdict).toBe("proved");
  });
});
