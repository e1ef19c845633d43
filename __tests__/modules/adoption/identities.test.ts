import { expect, it } from "vitest";
import { IDENTITIES } from "../../../modules/adoption/identities";

it("tells two things of a type apart by at least one attribute, each named once", () => {
  for (const [type, attributes] of IDENTITIES) {
    expect(type).toMatch(/^aws_[a-z_]+$/);
    expect(attributes.length).toBeGreaterThan(0);
    expect(new Set(attributes).size).toBe(attributes.length);
  }
});

it("takes no name for one outside of what it belongs to", () => {
  expect(IDENTITIES.get("aws_security_group")).toEqual(["vpc_id", "name"]);
  expect(IDENTITIES.get("aws_subnet")).toContain("vpc_id");
  expect(IDENTITIES.get("aws_iam_role_policy")).toContain("role");
});
