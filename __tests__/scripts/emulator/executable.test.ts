import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { findExecutable } from "../../../scripts/emulator/executable";
import { temporaryDirectory, writeFile, writeScript } from "../../support/temporary-directory";

test("takes the first executable file on the search path", () => {
  const directory = temporaryDirectory();
  mkdirSync(join(directory, "a/tool"), { recursive: true });
  writeFile(directory, "b/tool", "not executable");
  const third = writeScript(directory, "c/tool");
  writeScript(directory, "d/tool");
  const searchPath = ["a", "b", "c", "d"].map((it) => join(directory, it)).join(":");
  expect(findExecutable("tool", searchPath)).toBe(third);
});

test("a name with a slash is a path, whatever the search path", () => {
  const directory = temporaryDirectory();
  const tool = writeScript(directory, "bin/tool");
  expect(findExecutable(tool, undefined)).toBe(tool);
  expect(findExecutable(join(directory, "bin/other"), join(directory, "bin"))).toBeUndefined();
});

test("finds nothing where there is nothing", () => {
  expect(findExecutable("tool", undefined)).toBeUndefined();
  expect(findExecutable("tool", `:${temporaryDirectory()}`)).toBeUndefined();
});
