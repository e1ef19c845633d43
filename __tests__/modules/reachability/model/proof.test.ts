import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { onlyTask } from "../support/terraform-fixture";

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

  it("of nothing is proved", () => {
    const proof = proveReachability([{}]);
    expect(proof).toEqual({ verdict: "proved", tasks: [], conflicts: [] });
  });
});
