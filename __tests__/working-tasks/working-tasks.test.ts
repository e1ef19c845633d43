import { describe, expect, it } from "vitest";
import { planned } from "../modules/cli/recorded-terminal";
import { COMPANIONS, LOGS } from "./companions";
import { IMAGES_AND_SECRETS, VOLUMES } from "./contents";
import { PLATFORMS, SHAPES } from "./shapes";

const TABLES = {
  "a document": SHAPES,
  "a platform": PLATFORMS,
  "an image or a secret": IMAGES_AND_SECRETS,
  "a volume": VOLUMES,
  "a destination of logs": LOGS,
  "a companion, or what a pipeline fills in": COMPANIONS,
};

it("is sixty task definitions at least, each with a name of its own", () => {
  const names = Object.values(TABLES).flatMap((table) => table.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  expect(names.length).toBeGreaterThanOrEqual(60);
});

describe.each(Object.entries(TABLES))("a task that works has its endpoints and no error: %s", (_, table) => {
  it.each(table)("$name", async ({ document, options = [], errors = [], services }) => {
    const plan = await planned(document, ...options);
    const codes = plan.issues.filter(({ severity }) => severity === "error").map(({ code }) => code);
    expect({ errors: codes, services: [...plan.services].sort().join(" ") }).toEqual({
      errors,
      services: services.split(" ").filter(Boolean).sort().join(" "),
    });
    expect(plan.exitCode).toBe(errors.length > 0 ? 1 : 0);
  });
});
