import { expect, it } from "vitest";
import { inlineRules } from "../../../modules/adoption/inline-rules";

it("has a rule for each other side of each block, as AWS has them", () => {
  const https = { protocol: "tcp", from_port: 443, to_port: 443 };
  const group = {
    address: "aws_security_group.web",
    type: "aws_security_group",
    values: {
      id: "sg-1",
      ingress: [{ ...https, cidr_blocks: ["10.0.0.0/16"], security_groups: ["sg-2"], self: true }],
      egress: [{ protocol: "-1", from_port: 0, to_port: 0, ipv6_cidr_blocks: ["::/0"], prefix_list_ids: ["pl-1"] }],
    },
    unknown: new Set<string>(),
    references: new Map(),
  };
  expect(
    inlineRules(group).map(({ direction, protocol, attribute, peer }) => [direction, protocol, attribute, peer]),
  ).toEqual([
    ["ingress", "tcp", "cidr_ipv4", "10.0.0.0/16"],
    ["ingress", "tcp", "referenced_security_group_id", "sg-2"],
    ["ingress", "tcp", "referenced_security_group_id", "sg-1"],
    ["egress", "-1", "cidr_ipv6", "::/0"],
    ["egress", "-1", "prefix_list_id", "pl-1"],
  ]);
  expect(inlineRules({ ...group, values: { id: "sg-1" } })).toEqual([]);
});
