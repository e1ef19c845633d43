import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, rule, taskDefinition, withNatGateway } from "../support/isolated-network";
import { type Block, issuesOf, onlyTask, type TerraformFixture } from "../support/terraform-fixture";

const HTTPS = "aws_vpc_security_group_egress_rule.https";
const EVERYWHERE = { cidr_ipv4: "0.0.0.0/0" };

/** A task with images, in subnets that leave by a NAT gateway. */
function pulling(...images: readonly string[]): TerraformFixture {
  return withNatGateway(isolatedNetwork()).add(
    "aws_ecs_task_definition.orders",
    taskDefinition(images.map((image, index) => container({ name: `c${index}`, image }))),
  );
}

const errorsOf = (fixture: TerraformFixture) =>
  issuesOf(fixture.prove()).filter(({ severity = "error" }) => severity === "error");

describe("an image that is pulled over a way out", () => {
  it("needs a rule that lets the task out to public addresses", () => {
    const fixture = pulling("nginx", "public.ecr.aws/nginx/nginx:1.29", "nginx");
    const proof = fixture.prove();
    expect(proof.verdict).toBe("broken");
    const [issue, other] = errorsOf(fixture);
    expect(other).toMatchObject({ code: "task-egress-missing", path: issue?.path, fix: issue?.fix });
    expect(issue).toMatchObject({
      code: "task-egress-missing",
      path: "aws_security_group.task",
      fix: "add an egress rule for TCP 443 with cidr_ipv4 = 0.0.0.0/0 to aws_security_group.task",
    });
    expect([issue?.problem, other?.problem]).toEqual([
      expect.stringContaining('the registry of "nginx"'),
      expect.stringContaining('the registry of "public.ecr.aws/nginx/nginx:1.29"'),
    ]);
    expect(issue?.why).toContain("the NAT gateway aws_nat_gateway.main");
    expect(fixture.add(HTTPS, rule("task", EVERYWHERE)).prove().verdict).toBe("proved");
  });

  it("is said once: where its way is followed, no note of the plan says that no endpoint leads there", () => {
    const codesOf = (fixture: TerraformFixture) => issuesOf(fixture.prove()).map(({ code }) => code);
    const proved = pulling("nginx").add(HTTPS, rule("task", EVERYWHERE));
    expect(codesOf(proved)).not.toContain("registry-unreachable");
    expect(codesOf(pulling("nginx"))).not.toContain("registry-unreachable");
    const isolated = isolatedNetwork().add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container({ image: "nginx" })]),
    );
    expect(codesOf(isolated)).toContain("registry-unreachable");
  });

  it("needs the port of its registry", () => {
    const fixture = pulling("registry.example.com:5000/orders:1").add(HTTPS, rule("task", EVERYWHERE));
    expect(errorsOf(fixture)).toMatchObject([{ code: "task-egress-missing" }]);
    fixture.set(HTTPS, { from_port: 5000, to_port: 5000 });
    expect(fixture.prove().verdict).toBe("proved");
  });

  it.each<[string, Block]>([
    ["a part of the addresses", { cidr_ipv4: "203.0.113.0/24" }],
    ["addresses of a variable", { cidr_ipv4: "${var.registry}" }],
  ])("is unknown with a rule for %s", (_, peer) => {
    const proof = pulling("nginx").add(HTTPS, rule("task", peer)).prove();
    expect(proof.verdict).toBe("unknown");
    const open = onlyTask(proof).dependencies.filter(({ verdict }) => verdict === "unknown");
    expect(open).toMatchObject([{ service: "docker.io", issue: { code: "task-egress-unknown" } }]);
  });

  it("needs the network ACLs of the task and of the NAT gateway", () => {
    const denied = {
      protocol: "tcp",
      rule_no: 1,
      action: "deny",
      cidr_block: "0.0.0.0/0",
      from_port: 443,
      to_port: 443,
    };
    const all = { ...denied, protocol: "-1", rule_no: 2, action: "allow", from_port: 0, to_port: 0 };
    const fixture = pulling("nginx")
      .add(HTTPS, rule("task", EVERYWHERE))
      .add("aws_network_acl.public", {
        vpc_id: "${aws_vpc.main.id}",
        subnet_ids: ["${aws_subnet.public.id}"],
        egress: [denied, all],
        ingress: [all],
      });
    expect(errorsOf(fixture)).toMatchObject([{ code: "network-acl-blocks", path: "aws_network_acl.public" }]);
    fixture.set("aws_network_acl.public", { egress: [all] });
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("is a call of its own, by the name of its host", () => {
    const fixture = pulling("nginx", "registry.example.com:5000/orders:1").add(
      HTTPS,
      rule("task", { ...EVERYWHERE, from_port: 1, to_port: 65535 }),
    );
    const calls = onlyTask(fixture.prove()).dependencies.map(({ service, verdict }) => `${service} ${verdict}`);
    expect(calls).toEqual(expect.arrayContaining(["docker.io proved", "registry.example.com:5000 proved"]));
  });
});

describe("a host that the task declares reachable", () => {
  const declaring = (image = "registry.example.com/orders:1", ...hosts: readonly string[]) =>
    isolatedNetwork().set("aws_ecs_task_definition.orders", {
      ...taskDefinition([container({ image })]),
      "//": { privateFargate: { reachableHosts: ["registry.example.com", ...hosts] } },
    });
  const errors = (fixture: TerraformFixture) => errorsOf(fixture).map(({ code, path }) => `${code} ${path}`);

  it.each([
    ["in an isolated network", declaring()],
    ["in a network with a way out", withNatGateway(declaring())],
    ["at a private address", declaring("10.1.2.3/orders:1", "10.1.2.3")],
  ])("is not reached through a group that lets out to endpoints only, %s", (_, fixture) => {
    expect(fixture.prove().verdict).toBe("broken");
    expect(errors(fixture)).toEqual(["task-egress-missing aws_security_group.task"]);
  });

  it("says which rule is missing", () => {
    expect(errorsOf(declaring("registry.example.com:5000/orders:1"))).toMatchObject([
      {
        problem: 'no egress rule of aws_security_group.task lets TCP 5000 out to "registry.example.com"',
        fix: 'add an egress rule for TCP 5000 with the addresses of "registry.example.com" to aws_security_group.task',
      },
    ]);
  });

  it.each<[string, Block]>([
    ["everything", EVERYWHERE],
    ["a part of the addresses", { cidr_ipv4: "203.0.113.0/24" }],
    ["IPv6", { cidr_ipv6: "::/0" }],
    ["addresses of a variable", { cidr_ipv4: "${var.registry}" }],
    ["a prefix list of one's own", { prefix_list_id: "${aws_ec2_managed_prefix_list.office.id}" }],
    ["a group of which nobody knows what has it", { referenced_security_group_id: "sg-0123456789abcdef0" }],
  ])("may be reached through a rule for %s", (_, peer) => {
    const proof = declaring().add(HTTPS, rule("task", peer)).prove();
    expect(onlyTask(proof).dependencies).toContainEqual(
      expect.objectContaining({ service: "registry.example.com", verdict: "proved" }),
    );
    expect(proof.verdict).toBe("proved");
  });

  it("is not at another address than its own", () => {
    const at = (cidr_ipv4: string) =>
      declaring("10.1.2.3/orders:1").add(HTTPS, rule("task", { cidr_ipv4 })).prove().verdict;
    expect([at("10.1.0.0/16"), at("10.2.0.0/16")]).toEqual(["proved", "broken"]);
  });

  it("may be behind an endpoint of somebody else's, in the group of the others", () => {
    const vendor = declaring().add("aws_vpc_endpoint.vendor", {
      vpc_id: "${aws_vpc.main.id}",
      service_name: "com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0",
      vpc_endpoint_type: "Interface",
      subnet_ids: ["${aws_subnet.app_a.id}"],
      security_group_ids: ["${aws_security_group.endpoint.id}"],
    });
    expect(vendor.prove().verdict).toBe("proved");
  });

  it("may have rules that are not in sight", () => {
    const fixture = declaring().set("aws_ecs_service.orders", {
      network_configuration: { subnets: ["${aws_subnet.app_a.id}"], security_groups: ["sg-0aaaaaaaaaaaaaaa0"] },
    });
    expect(errors(fixture)).toEqual(["endpoint-ingress-missing aws_security_group.endpoint"]);
  });
});
