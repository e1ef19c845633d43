import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork } from "../support/isolated-network";
import { dependency, issuesOf } from "../support/terraform-fixture";

describe("the conflicts of a network", () => {
  it("are none in which everything works, nor warnings", () => {
    expect(issuesOf(isolatedNetwork().prove())).toEqual([]);
  });

  it("leave out what the proof of a task names already", () => {
    const subnets = { subnet_ids: ["${aws_subnet.endpoint_a.id}", "${aws_subnet.app_a.id}"] };
    const called = isolatedNetwork().set("aws_vpc_endpoint.logs", subnets).prove();
    expect(dependency(called, "logs").issue?.code).toBe("endpoint-subnets-share-zone");
    expect(called.conflicts.map(({ code }) => code)).not.toContain("endpoint-subnets-share-zone");
    const uncalled = isolatedNetwork().add("aws_vpc_endpoint.sqs", { ...interfaceEndpoint("sqs"), ...subnets });
    expect(uncalled.prove().conflicts.map(({ code }) => code)).toContain("endpoint-subnets-share-zone");
  });
});
