import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { explainProof } from "../../../../modules/reachability/report/explain-proof";
import { isolatedNetwork, rule } from "../support/isolated-network";
import { dependency, issuesWith, onlyTask, type TerraformFixture } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";
const REASON = "names come from a resolver on premises";
const acceptance = { code: "private-dns-off", resource: LOGS, reason: REASON };

const broken = () => isolatedNetwork().set(LOGS, { private_dns_enabled: false });

/** The JSON with a comment at its top level, as cdktf writes its metadata. */
function withComment({ json }: TerraformFixture, accepted: unknown, stackName = "shop") {
  return { ...json, "//": { metadata: { stackName }, privateFargate: { accepted } } };
}

describe("findings that are accepted", () => {
  it("stay in the proof with the reason, and do not count", () => {
    const proof = proveReachability([broken().json], { accepted: [acceptance] });
    expect(proof.verdict).toBe("proved");
    expect(onlyTask(proof).verdict).toBe("proved");
    expect(dependency(proof, "logs")).toMatchObject({ verdict: "broken", issue: { accepted: REASON } });
    expect(explainProof(proof)).toContain(REASON);
  });

  it("are of one code and one resource", () => {
    for (const other of [
      { ...acceptance, code: "vpc-dns-support-off" },
      { ...acceptance, resource: "aws_vpc_endpoint.ecr_api" },
    ]) {
      const proof = proveReachability([broken().json], { accepted: [other] });
      expect(proof.verdict).toBe("broken");
      expect(issuesWith(proof, "acceptance-unused")).toMatchObject([{ severity: "warning", path: other.resource }]);
    }
  });

  it("are said by a configuration, in a comment at its top level", () => {
    const proof = proveReachability([withComment(broken(), [acceptance])]);
    expect(proof.verdict).toBe("proved");
    expect(issuesWith(proof, "private-dns-off")).toMatchObject([{ accepted: REASON }]);
    expect(issuesWith(proof, "acceptance-unused")).toEqual([]);
  });

  it("are those of the configuration itself, where several are proved together", () => {
    const one = withComment(broken(), [acceptance], "one");
    const two = withComment(broken(), [], "two");
    const proof = proveReachability([one, two]);
    expect(proof.tasks.map(({ verdict }) => verdict)).toEqual(["proved", "broken"]);
  });

  it("need a code, a resource and a reason", () => {
    const { code, resource, reason } = acceptance;
    for (const accepted of [
      [{ code, resource }],
      [{ code, reason }],
      [{ resource, reason }],
      [{ code, resource, reason: " " }],
      true,
      [code],
    ]) {
      expect(proveReachability([withComment(broken(), accepted)]).verdict).toBe("broken");
    }
  });

  it("cannot be said by the resource, where an override could put them unnoticed", () => {
    const fixture = broken().set(LOGS, { "//": { privateFargate: { accepted: [acceptance] } } });
    expect(fixture.prove().verdict).toBe("broken");
  });

  it("may be conflicts", () => {
    const { json } = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" });
    const overlap = { code: "subnets-overlap", resource: "aws_subnet.app_b", reason: "moved next week" };
    expect(proveReachability([json]).verdict).toBe("broken");
    const proof = proveReachability([json], { accepted: [overlap] });
    expect(proof.verdict).toBe("proved");
    expect(proof.conflicts).toMatchObject([{ code: "subnets-overlap", accepted: "moved next week" }]);
  });
});

describe("the resource of an acceptance", () => {
  const container = () => {
    const fixture = isolatedNetwork();
    const definition = fixture.at("aws_ecs_task_definition.orders");
    const text = String(definition["container_definitions"]).replace(/"image":"[^"]+"/, '"image":"nginx:1.29"');
    return fixture.set("aws_ecs_task_definition.orders", { container_definitions: text });
  };
  const accept = (resource: string) =>
    proveReachability([container().json], {
      accepted: [{ code: "registry-unreachable", resource, reason: "a mirror of our own" }],
    });

  it("covers what is inside of it", () => {
    const [issue] = issuesWith(container().prove(), "registry-unreachable");
    expect(issue?.path).toMatch(/^aws_ecs_task_definition\.orders\./);
    expect(accept("aws_ecs_task_definition.orders").verdict).toBe("proved");
    expect(accept(issue?.path ?? "").verdict).toBe("proved");
  });

  it.each([
    "aws_ecs_task_definition.order",
    "aws_ecs_task_definition.orders2",
    "aws_ecs_task_definition",
    "orders",
    "",
  ])("is not %j", (resource) => {
    expect(accept(resource).verdict).toBe("broken");
  });

  it("covers every instance of it, and one by its key", () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: false, count: 1 });
    const of = (resource: string) => proveReachability([fixture.json], { accepted: [{ ...acceptance, resource }] });
    expect([LOGS, `${LOGS}[0]`, `${LOGS}[1]`].map((resource) => of(resource).verdict)).toEqual([
      "proved",
      "proved",
      "broken",
    ]);
  });

  it("is one of several to which an issue refers", () => {
    const fixture = isolatedNetwork().add("aws_security_group.more", { vpc_id: "${aws_vpc.main.id}" });
    fixture.set("aws_ecs_service.orders", {
      network_configuration: {
        subnets: ["${aws_subnet.app_a.id}"],
        security_groups: ["${aws_security_group.task.id}", "${aws_security_group.more.id}"],
      },
    });
    fixture.remove("aws_vpc_security_group_egress_rule.s3");
    const missing = { code: "task-egress-prefix-list-missing", resource: "aws_security_group.task", reason: REASON };
    expect(fixture.prove().verdict).toBe("broken");
    expect(proveReachability([fixture.json], { accepted: [missing] }).verdict).toBe("proved");
  });
});

describe("an acceptance accepts nothing else", () => {
  it("further on the way of the same call", () => {
    const fixture = broken().set(LOGS, { policy: '{"Statement":[]}' });
    const proof = proveReachability([fixture.json], { accepted: [acceptance] });
    expect(dependency(proof, "logs").issue).toMatchObject({ code: "endpoint-policy-refuses" });
    expect(proof.verdict).toBe("broken");
    expect(issuesWith(proof, "private-dns-off")).toMatchObject([{ accepted: REASON }]);
    expect(dependency(proof, "logs").hops.map(({ verdict }) => verdict)).toEqual([
      "proved",
      "broken",
      ...["proved", "proved", "proved", "proved"],
      "broken",
    ]);
  });

  it("at the same hop", () => {
    const fixture = broken().set("aws_vpc.main", { enable_dns_hostnames: false });
    const accepted = ["logs", "ecr_api", "ecr_dkr"].map((name) => ({
      ...acceptance,
      resource: `aws_vpc_endpoint.${name}`,
    }));
    const proof = proveReachability([fixture.json], { accepted });
    expect(dependency(proof, "logs").issue).toMatchObject({ code: "vpc-dns-hostnames-off" });
    const other = { code: "vpc-dns-hostnames-off", resource: "aws_vpc.main", reason: REASON };
    const proofOfOther = proveReachability([fixture.json], { accepted: [other] });
    expect(dependency(proofOfOther, "logs").issue).toMatchObject({ code: "private-dns-off" });
    expect(dependency(proofOfOther, "logs").issue?.accepted).toBeUndefined();
    expect(proveReachability([fixture.json], { accepted: [other, acceptance] }).verdict).toBe("proved");
  });

  it("that is not known", () => {
    const fixture = broken().set(
      "aws_vpc_security_group_ingress_rule.endpoint",
      rule("endpoint", { cidr_ipv4: "${var.x}" }),
    );
    const proof = proveReachability([fixture.json], { accepted: [acceptance] });
    expect(dependency(proof, "logs")).toMatchObject({
      verdict: "unknown",
      issue: { code: "endpoint-ingress-unknown" },
    });
    expect(proof.verdict).toBe("unknown");
  });
});
