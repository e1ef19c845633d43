import { expect, it } from "vitest";
import { roleNamePrefix } from "../../../modules/internal/role-name-prefix";

it("leaves what is short enough", () => {
  expect(roleNamePrefix("orders-task-")).toBe("orders-task-");
});

it("is as long as AWS allows, and no longer", () => {
  expect(roleNamePrefix("a".repeat(38))).toHaveLength(38);
  expect(roleNamePrefix(`${"a".repeat(38)}b`)).toBe("a".repeat(38));
});
