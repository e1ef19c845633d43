import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency } from "../support/terraform-fixture";

describe("calls of tasks, which are made over IPv4", () => {
  const onlyIpv6 = { ipv6_native: true, cidr_block: undefined, ipv6_cidr_block: "2001:db8:0:1::/64" };

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
