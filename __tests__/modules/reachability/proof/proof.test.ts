import { describe, expect, it } from "vitest";
import { explainProof } from "../../../../modules/reachability/proof/explain-proof";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { issuesWith, onlyTask } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("a proof", () => {
  it("is data that JSON holds: tasks with dependencies, hops and the issue, and conflicts", () => {
    const proof = isolatedNetwork().set(LOGS, { private_dns_enabled: false }).prove();
    expect(JSON.parse(JSON.stringify(proof))).toEqual(proof);
    expect(Object.keys(proof)).toEqual(["verdict", "tasks", "conflicts"]);
    const task = onlyTask(proof);
    expect(task).toMatchObject({ task: "orders", address: "aws_ecs_service.orders", verdict: "broken" });
    expect(task.dependencies.find(({ service }) => service === "logs")).toEqual({
      service: "logs",
      verdict: "broken",
      hops: [
        expect.objectContaining({ hop: "endpoint", verdict: "proved", resources: [LOGS] }),
        { hop: "name-resolution", verdict: "broken", text: `private DNS is off for ${LOGS}`, resources: [LOGS] },
      ],
      issue: expect.objectContaining({ code: "private-dns-off", path: LOGS }),
    });
    expect(task.dependencies.filter(({ verdict }) => verdict === "proved")).toHaveLength(3);
  });

  it("walks on where something is not known, since a later hop may be broken", () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" });
    expect(fixture.prove().verdict).toBe("unknown");
    fixture.set(LOGS, { policy: '{"Statement":[]}' });
    const { dependencies } = onlyTask(fixture.prove());
    const logs = dependencies.find(({ service }) => service === "logs");
    expect(logs?.verdict).toBe("broken");
    expect(logs?.hops.map(({ verdict }) => verdict)).toContain("unknown");
    expect(logs?.issue?.code).toBe("endpoint-policy-refuses");
  });

  it("counts a broken task before an unknown one", () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" });
    fixture.set("aws_vpc_endpoint.ecr_api", { private_dns_enabled: false });
    expect(fixture.prove().verdict).toBe("broken");
  });

  it("is broken by a conflict, and not by a warning", () => {
    const conflict = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" }).prove();
    expect([conflict.verdict, onlyTask(conflict).verdict]).toEqual(["broken", "proved"]);
    const warning = isolatedNetwork().add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs")).prove();
    expect([warning.verdict, warning.conflicts.length]).toEqual(["proved", 1]);
  });

  it("of nothing is proved, and says that there is no task", () => {
    const proof = proveReachability([{}]);
    expect(proof).toEqual({ verdict: "proved", tasks: [], conflicts: [] });
    expect(explainProof(proof)).toBe("There is no Fargate task.");
  });
});

describe("findings that are accepted", () => {
  const broken = isolatedNetwork().set(LOGS, { private_dns_enabled: false });
  const accepted = { code: "private-dns-off", resource: LOGS, reason: "names come from a resolver on premises" };

  it("stay in the proof with the reason, and do not count", () => {
    const proof = proveReachability([broken.json], { accepted: [accepted] });
    expect(proof.verdict).toBe("proved");
    expect(onlyTask(proof).verdict).toBe("proved");
    expect(issuesWith(proof, "private-dns-off")).toMatchObject([{ accepted: accepted.reason }]);
    expect(explainProof(proof)).toContain("accepted: names come from a resolver on premises");
  });

  it("are of one code and one resource", () => {
    for (const other of [
      { ...accepted, code: "vpc-dns-support-off" },
      { ...accepted, resource: "aws_vpc_endpoint.ecr_api" },
    ]) {
      const proof = proveReachability([broken.json], { accepted: [other] });
      expect(proof.verdict).toBe("broken");
      expect(issuesWith(proof, "acceptance-unused")).toMatchObject([{ severity: "warning", path: other.resource }]);
    }
  });

  it("may be said by the resource itself, in a comment that Terraform ignores", () => {
    const fixture = broken.clone();
    fixture.set(LOGS, { "//": { privateFargate: { accepted: [{ code: "private-dns-off", reason: "a resolver" }] } } });
    expect(fixture.prove().verdict).toBe("proved");
    expect(issuesWith(fixture.prove(), "private-dns-off")).toMatchObject([{ accepted: "a resolver" }]);
  });

  it("need a code and a reason", () => {
    for (const accepted of [[{ code: "private-dns-off" }], [{ reason: "a resolver" }], true, ["private-dns-off"]]) {
      const fixture = broken.clone().set(LOGS, { "//": { privateFargate: { accepted } } });
      expect(fixture.prove().verdict).toBe("broken");
    }
  });

  it("may be conflicts", () => {
    const { json } = isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" });
    const acceptance = { code: "subnets-overlap", resource: "aws_subnet.app_b", reason: "moved next week" };
    expect(proveReachability([json]).verdict).toBe("broken");
    expect(proveReachability([json], { accepted: [acceptance] }).verdict).toBe("proved");
  });
});

describe("explainProof", () => {
  it("shows each service with the way of its calls", () => {
    expect(explainProof(isolatedNetwork().prove())).toBe(
      [
        "orders (aws_ecs_service.orders): proved, 4 of 4 services proved",
        "  s3       proved   task → endpoint → DNS → task's security group → network ACL → route → endpoint policy",
        ...["ecr.api", "ecr.dkr", "logs   "].map(
          (service) =>
            `  ${service}  proved   task → endpoint → DNS → task's security group → network ACL → route → endpoint's security group → endpoint policy → zones`,
        ),
      ].join("\n"),
    );
  });

  it("shows the first broken hop, why it breaks and what to type", () => {
    const text = explainProof(isolatedNetwork().set(LOGS, { private_dns_enabled: false }).prove());
    expect(text).toContain("orders (aws_ecs_service.orders): broken, 3 of 4 services proved");
    expect(text).toContain(
      "  logs     broken   task → endpoint → DNS (broken)\n    private-dns-off: private DNS is off for",
    );
    expect(text).toContain("      fix: set private_dns_enabled = true on aws_vpc_endpoint.logs");
  });

  it("shows what is not known and what to assure, then conflicts, then warnings", () => {
    const fixture = isolatedNetwork()
      .set(LOGS, { private_dns_enabled: "${var.dns}" })
      .set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" })
      .add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs"));
    const text = explainProof(fixture.prove());
    expect(text).toContain("fix: assure that private_dns_enabled of aws_vpc_endpoint.logs is true");
    expect(text.indexOf("Conflicts\n  subnets-overlap")).toBeGreaterThan(0);
    expect(text.indexOf("Warnings\n  endpoint-unused")).toBeGreaterThan(text.indexOf("Conflicts"));
  });
});
