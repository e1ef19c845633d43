import { describe, expect, it } from "vitest";
import { shortAddress, zoneName } from "../../../modules/topology/names";

describe("shortAddress", () => {
  it.each([
    ["aws_subnet.private", "private"],
    ["module.vpc.aws_subnet.private[0]", "private[0]"],
    ['module.vpc["a"].aws_subnet.each["eu-west-1a"]', 'each["eu-west-1a"]'],
    ["data.aws_vpc.shared", "shared"],
    ["aws_subnet.network_subnet-private-a_96443FC2", "network_subnet-private-a"],
    ["subnet-0123456789abcdef0", "subnet-0123456789abcdef0"],
  ])("of %s is %s", (address, short) => {
    expect(shortAddress(address)).toBe(short);
  });
});

describe("zoneName", () => {
  it("is the name of a zone, or what tells an expression from others", () => {
    expect(zoneName({ kind: "id", text: "eu-west-1a" })).toBe("eu-west-1a");
    expect(zoneName({ kind: "symbol", text: "${data.aws_availability_zones.here.names[0]}" })).toBe("names[0]");
    expect(zoneName({ kind: "symbol", text: "${var.zone}" })).toBe("var.zone");
  });
});
