import { describe, expect, it } from "vitest";
import { checkDependsOn } from "../../../../modules/task/checks/check-depends-on";
import type { Container } from "../../../../modules/task/container";
import { silent } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";

const check = (containers: Record<string, Partial<Container>>) => [
  ...checkDependsOn(Object.fromEntries(Object.entries(containers).map(([name, own]) => [name, { ...silent, ...own }]))),
];
const healthCheck = { command: ["CMD", "true"] };

describe("checkDependsOn", () => {
  it("takes each condition of a container that can meet it", () => {
    expect(
      check({
        api: { dependsOn: { database: "HEALTHY", migration: "SUCCESS", warmup: "COMPLETE", proxy: "START" } },
        database: { healthCheck },
        migration: { essential: false, dependsOn: { database: "HEALTHY" } },
        warmup: { essential: false },
        proxy: {},
      }),
    ).toEqual([]);
  });

  it("refuses a container that is not there, with the nearest", () => {
    expect(onlyIssue(check({ api: { dependsOn: { databse: "START" } }, database: {} }))).toMatchObject({
      code: "depends-on-unknown",
      path: "containers.api.dependsOn.databse",
      fix: 'write "database"',
    });
  });

  it("refuses a condition that there is not", () => {
    const containers = JSON.parse('{ "api": { "dependsOn": { "database": "healthy" } }, "database": {} }');
    expect(onlyIssue(check(containers))).toMatchObject({
      code: "depends-on-condition-unknown",
      fix: expect.stringContaining('"HEALTHY"'),
    });
  });

  it("refuses to wait for the health of a container without a health check", () => {
    expect(onlyIssue(check({ api: { dependsOn: { database: "HEALTHY" } }, database: {} })).code).toBe(
      "depends-on-health-check-missing",
    );
  });

  it.each(["COMPLETE", "SUCCESS"] as const)(
    "refuses to wait for the end of an essential container: %s",
    (condition) => {
      expect(onlyIssue(check({ api: { dependsOn: { migration: condition } }, migration: {} }))).toMatchObject({
        code: "depends-on-essential",
        fix: 'write essential: false for "migration"',
      });
    },
  );

  it("refuses a circle, and shows it", () => {
    const issue = onlyIssue(
      check({
        start: { dependsOn: { a: "START" } },
        a: { dependsOn: { b: "START" } },
        b: { dependsOn: { c: "START" } },
        c: { dependsOn: { a: "START" } },
      }),
    );
    expect(issue).toMatchObject({ code: "depends-on-cycle", path: "containers.a.dependsOn" });
    expect(issue.problem).toContain("a -> b -> c -> a");
    expect(onlyIssue(check({ a: { dependsOn: { a: "START" } } })).problem).toContain("a -> a");
  });

  it("is quick for containers that all wait for all before them", () => {
    const names = Array.from({ length: 200 }, (_, index) => `c${index}`);
    const containers = Object.fromEntries(
      names.map((name, index) => [
        name,
        { dependsOn: Object.fromEntries(names.slice(0, index).map((other) => [other, "START" as const])) },
      ]),
    );
    expect(check(containers)).toEqual([]);
  });
});
