import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
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

  it("says so itself where the network ACLs of those subnets are accepted as they may be", () => {
    const network = isolatedNetwork().set(LOGS, { subnet_ids: "${var.subnets}" });
    const acls = { code: "network-acl-unknown", resource: `the subnets of ${LOGS}`, reason: "a test" } as const;
    const proof = proveReachability([network.json], { accepted: [acls] });
    expect(dependency(proof, "logs").issue).toMatchObject({ code: "endpoint-subnets-unknown", path: LOGS });
  });
});
