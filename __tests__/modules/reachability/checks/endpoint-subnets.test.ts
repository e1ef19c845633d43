import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, hop, issuesWith } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("I8: the endpoint is in a zone", () => {
  it("holds in one zone as well, with a warning for the task's other zone", () => {
    const proof = isolatedNetwork()
      .set(LOGS, { subnet_ids: ["${aws_subnet.endpoint_a.id}"] })
      .prove();
    expect(dependency(proof, "logs").verdict).toBe("proved");
    expect(issuesWith(proof, "endpoint-outside-task-zone")).toMatchObject([{ severity: "warning", path: LOGS }]);
    expect(issuesWith(isolatedNetwork().prove(), "endpoint-outside-task-zone")).toEqual([]);
  });

  it("breaks without a subnet", () => {
    const { issue } = dependency(isolatedNetwork().set(LOGS, { subnet_ids: [] }).prove(), "logs");
    expect(issue).toMatchObject({ code: "endpoint-subnet-missing", path: LOGS });
  });

  it("counts a subnet that a resource of its own adds", () => {
    const fixture = isolatedNetwork().set(LOGS, { subnet_ids: undefined });
    fixture.add("aws_vpc_endpoint_subnet_association.logs", {
      vpc_endpoint_id: "${aws_vpc_endpoint.logs.id}",
      subnet_id: "${aws_subnet.endpoint_a.id}",
    });
    expect(hop(fixture.prove(), "logs", "zones")).toContain("aws_subnet.endpoint_a");
  });

  it("is unknown where a variable decides", () => {
    const { verdict, issue } = dependency(
      isolatedNetwork().set(LOGS, { subnet_ids: "${var.subnets}" }).prove(),
      "logs",
    );
    expect(verdict).toBe("unknown");
    expect(issue?.path).toBeDefined();
  });
});

describe("I9: one subnet for each zone", () => {
  it("holds with two zones", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "zones")).toMatch(/^proved/);
  });

  it("breaks with two subnets of one zone", () => {
    const fixture = isolatedNetwork().set("aws_subnet.endpoint_b", { availability_zone: "eu-west-1a" });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-subnets-share-zone",
      path: LOGS,
    });
  });

  it("knows that the elements of a list of zones differ", () => {
    const fixture = isolatedNetwork().add("data.aws_availability_zones.all", {});
    for (const [index, name] of ["app_a", "app_b"].entries()) {
      const zone = `\${data.aws_availability_zones.all.names[${index}]}`;
      fixture.set(`aws_subnet.${name}`, { availability_zone: zone });
      fixture.set(`aws_subnet.${name.replace("app", "endpoint")}`, { availability_zone: zone });
    }
    expect(fixture.prove().verdict).toBe("proved");
    fixture.set("aws_subnet.endpoint_b", { availability_zone: "${data.aws_availability_zones.all.names[0]}" });
    expect(dependency(fixture.prove(), "logs").issue?.code).toBe("endpoint-subnets-share-zone");
  });
});

describe("I10: the service is offered in each zone of the endpoint", () => {
  const withLookup = (zones: readonly string[]) =>
    isolatedNetwork().add("data.aws_vpc_endpoint_service.logs", { service: "logs", availability_zones: zones });

  it("holds, and is not asked where nothing has looked it up", () => {
    expect(dependency(withLookup(["eu-west-1a", "eu-west-1b"]).prove(), "logs").verdict).toBe("proved");
    const open = isolatedNetwork().add("data.aws_vpc_endpoint_service.logs", { service: "logs" });
    expect(dependency(open.prove(), "logs").verdict).toBe("proved");
  });

  it("breaks in a zone where it is not offered", () => {
    const { issue } = dependency(withLookup(["eu-west-1a", "eu-west-1c"]).prove(), "logs");
    expect(issue).toMatchObject({ code: "endpoint-zone-not-offered", path: LOGS });
    expect(issue?.problem).toContain("eu-west-1b");
  });
});

describe("I13: the subnets are the account's own", () => {
  const inSharedSubnet = (owner: string) =>
    isolatedNetwork()
      .add("data.aws_caller_identity.self", { account_id: "123456789012" })
      .add("data.aws_subnet.shared", {
        id: "subnet-0123456789abcdef0",
        vpc_id: "${aws_vpc.main.id}",
        cidr_block: "10.0.31.0/24",
        availability_zone: "eu-west-1c",
        owner_id: owner,
      })
      .set(LOGS, { subnet_ids: ["${data.aws_subnet.shared.id}"] });

  it("holds in a subnet of the account", () => {
    expect(hop(inSharedSubnet("123456789012").prove(), "logs", "zones")).toMatch(/^proved/);
  });

  it("breaks in a subnet that another account shares", () => {
    expect(dependency(inSharedSubnet("999999999999").prove(), "logs").issue).toMatchObject({
      code: "endpoint-subnet-shared",
      path: LOGS,
    });
  });
});

describe("I15: the address type fits the subnets", () => {
  it("holds with IPv4, and dual-stack where the subnets have both", () => {
    const fixture = isolatedNetwork().set(LOGS, { ip_address_type: "dualstack" });
    for (const name of ["endpoint_a", "endpoint_b"]) {
      fixture.set(`aws_subnet.${name}`, { ipv6_cidr_block: "2001:db8:0:1::/64" });
    }
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
  });

  it.each<[string, Record<string, unknown>]>([
    ["dualstack", {}],
    ["ipv6", {}],
    ["ipv4", { ipv6_native: true, ipv6_cidr_block: "2001:db8:0:1::/64" }],
  ])("breaks with %s where a subnet has other addresses", (type, attributes) => {
    const fixture = isolatedNetwork().set(LOGS, { ip_address_type: type }).set("aws_subnet.endpoint_b", attributes);
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-address-type", path: LOGS });
  });
});

describe("tasks and endpoints over IPv4", () => {
  const onlyIpv6 = { ipv6_native: true, cidr_block: undefined, ipv6_cidr_block: "2001:db8:0:1::/64" };

  it("break where the endpoint answers over IPv6 only", () => {
    const fixture = isolatedNetwork().set(LOGS, { ip_address_type: "ipv6" });
    for (const name of ["endpoint_a", "endpoint_b"]) {
      fixture.set(`aws_subnet.${name}`, { ipv6_cidr_block: "2001:db8:0:1::/64" });
    }
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-address-type", path: LOGS });
  });

  it("break for ECR, and are unknown for others, where the task has IPv6 only", () => {
    const fixture = isolatedNetwork().set("aws_subnet.app_a", onlyIpv6);
    for (const service of ["ecr.api", "ecr.dkr"]) {
      expect(dependency(fixture.prove(), service).issue).toMatchObject({
        code: "task-without-ipv4",
        path: "aws_subnet.app_a",
      });
    }
    for (const service of ["s3", "logs"]) {
      expect(dependency(fixture.prove(), service).issue).toMatchObject({ code: "task-ipv6-unknown" });
    }
  });

  it("hold where the task has both", () => {
    const fixture = isolatedNetwork().set("aws_subnet.app_a", { ipv6_cidr_block: "2001:db8:0:1::/64" });
    expect(fixture.prove().verdict).toBe("proved");
  });
});
