import { describe, expect, it } from "vitest";
import { KNOWN_DIFFERENCES, overridesOf } from "../../../scripts/emulator/known-differences";

const ofService = KNOWN_DIFFERENCES.filter(({ type }) => type === "aws_ecs_service").map(({ attribute }) => attribute);

describe("overridesOf", () => {
  it("ignores the known attributes of the resources that a stack has, and of no others", () => {
    const configuration = { resource: { aws_ecs_service: { api: { name: "api" } }, aws_vpc: { main: {} } } };
    expect(overridesOf(configuration)).toEqual({
      aws_ecs_service: { api: { lifecycle: { ignore_changes: ofService } } },
    });
  });

  it("keeps what the stack itself ignores, because an override replaces the list", () => {
    const lifecycle = { ignore_changes: ["desired_count"] };
    expect(overridesOf({ resource: { aws_ecs_service: { api: { lifecycle } } } })).toEqual({
      aws_ecs_service: { api: { lifecycle: { ignore_changes: ["desired_count", ...ofService] } } },
    });
    const all = { lifecycle: { ignore_changes: "all" } };
    expect(overridesOf({ resource: { aws_ecs_service: { api: all } } })).toEqual({ aws_ecs_service: { api: all } });
  });

  it("has nothing to say of a stack without such resources", () => {
    expect(overridesOf({ resource: { aws_vpc: { main: {} } } })).toEqual({});
    expect(overridesOf({})).toEqual({});
  });
});

describe("the known differences", () => {
  it("each have a reason", () => {
    for (const { reason } of KNOWN_DIFFERENCES) expect(reason).not.toBe("");
  });
});
