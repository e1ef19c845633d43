import { describe, expect, it } from "vitest";
import { isolatedNetwork } from "../support/isolated-network";
import { dependency, hop } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

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
