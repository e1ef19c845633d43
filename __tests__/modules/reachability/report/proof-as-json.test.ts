import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { proofAsJson } from "../../../../modules/reachability/report/proof-as-json";
import { isolatedNetwork } from "../support/isolated-network";

const LOGS = "aws_vpc_endpoint.logs";
const broken = isolatedNetwork().set(LOGS, { private_dns_enabled: false });

describe("proofAsJson", () => {
  it("has the tasks with their dependencies, hops and issue, and the conflicts", () => {
    const json = proofAsJson(broken.prove());
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(Object.keys(json)).toEqual(["version", "verdict", "tasks", "conflicts"]);
    const [task] = json.tasks;
    expect(task).toMatchObject({ task: "orders", address: "aws_ecs_service.orders", verdict: "broken", issues: [] });
    const [s3, , , logs] = task?.dependencies ?? [];
    expect(s3).toMatchObject({ service: "s3", verdict: "proved" });
    expect(s3).not.toHaveProperty("issue");
    expect(s3?.hops[0]).toEqual({
      hop: "endpoint",
      verdict: "proved",
      text: 'aws_vpc_endpoint.s3 serves "s3" in aws_vpc.main',
      resources: ["aws_vpc_endpoint.s3"],
    });
    expect(logs).toMatchObject({ service: "logs", verdict: "broken" });
    expect(logs?.issue).toEqual({
      code: "private-dns-off",
      severity: "error",
      problem: "private DNS is off for aws_vpc_endpoint.logs",
      why: expect.any(String),
      fix: "set private_dns_enabled = true on aws_vpc_endpoint.logs",
      path: LOGS,
    });
  });

  it("says the severity of every issue, and what is accepted with the reason", () => {
    const accepted = [
      { code: "private-dns-off", resource: LOGS, reason: "a resolver answers" },
      { code: "other-vpc", resource: LOGS, reason: "it never comes" },
    ];
    const json = proofAsJson(proveReachability([broken.json], { accepted }));
    expect(json.verdict).toBe("proved");
    expect(json.tasks[0]?.dependencies[3]?.issue).toMatchObject({ severity: "error", accepted: "a resolver answers" });
    expect(json.conflicts).toMatchObject([{ code: "acceptance-unused", severity: "warning" }]);
    expect(json.conflicts[0]).not.toHaveProperty("accepted");
  });
});
