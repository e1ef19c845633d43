import { Construct } from "constructs";
import { describe, expect, it } from "vitest";
import { throwIssues } from "../../../modules/internal/throw-issues";
import { configurationErrorOf } from "../../support/configuration-error-of";
import { newStack } from "../../support/synth";

class Orders extends Construct {}

const issue = { code: "port-duplicate", problem: "it is odd", why: "it has to be even", fix: "add one" } as const;

describe("throwIssues", () => {
  const orders = new Orders(newStack(), "orders");

  it("throws all errors in one, under the path and the class of the construct", () => {
    const error = configurationErrorOf(() =>
      throwIssues(orders, [issue, { ...issue, code: "family-invalid", severity: "error" }]),
    );
    expect(error.message).toMatch(/^test\/orders \(Orders\) has 2 problems\n/);
    expect(error.issues.map(({ code }) => code)).toEqual(["port-duplicate", "family-invalid"]);
  });

  it("leaves warnings and notes out", () => {
    const others = [
      { ...issue, severity: "warning" as const },
      { ...issue, severity: "note" as const },
    ];
    expect(() => throwIssues(orders, others)).not.toThrow();
    expect(configurationErrorOf(() => throwIssues(orders, [...others, issue])).issues).toEqual([issue]);
  });

  it("throws nothing where nothing is wrong", () => {
    expect(() => throwIssues(orders, [])).not.toThrow();
  });
});
