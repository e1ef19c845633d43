import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { issuesWith } from "../support/terraform-fixture";

describe("limits of a service", () => {
  const withNetwork = (subnets: number, groups: number) => {
    const fixture = isolatedNetwork();
    const ids = (type: string, count: number) => Array.from({ length: count }, (_, index) => `${type}-${index}`);
    return fixture.set("aws_ecs_service.orders", {
      network_configuration: { subnets: ids("subnet", subnets), security_groups: ids("sg", groups) },
    });
  };

  it("are 16 subnets and 5 security groups", () => {
    expect(issuesWith(withNetwork(16, 5).prove(), "task-network-limit")).toEqual([]);
    expect(issuesWith(withNetwork(17, 6).prove(), "task-network-limit").map(({ problem }) => problem)).toEqual([
      "aws_ecs_service.orders has 17 subnets",
      "aws_ecs_service.orders has 6 security groups",
    ]);
  });
});
