import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { REPLACING_MODULES } from "../vitest.config.mjs";

it("names every test that puts something else in a module's place", () => {
  const project = join(__dirname, "..");
  const replacing = readdirSync(join(project, "__tests__"), { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".test.ts"))
    .map((path) => join("__tests__", path))
    .filter((path) => /^\s*vi\.(mock|doMock)\(/m.test(readFileSync(join(project, path), "utf8")));
  expect(replacing.sort()).toEqual(REPLACING_MODULES);
});
