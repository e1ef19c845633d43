import { join } from "node:path";
import { expect, test } from "vitest";
import { cliConfigForMirror, userCliConfig } from "../../../scripts/emulator/terraform-cli-config";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";

test("TF_CLI_CONFIG_FILE counts only where it points to a file", () => {
  const directory = temporaryDirectory();
  const file = writeFile(directory, "terraform.rc");
  expect(userCliConfig({ TF_CLI_CONFIG_FILE: file })).toBe(file);
  expect(userCliConfig({ TF_CLI_CONFIG_FILE: join(directory, "none.rc") })).toBeUndefined();
  expect(userCliConfig({ TF_CLI_CONFIG_FILE: "" })).toBeUndefined();
  expect(userCliConfig({})).toBeUndefined();
});

test("installs from the mirror and from nowhere else", () => {
  const config = cliConfigForMirror("/mirror");
  expect(config).toMatch(/provider_installation \{\s+filesystem_mirror \{\s+path = "\/mirror"\s+\}\s+\}/);
  expect(config).not.toContain("direct");
});

test("a path with quotes stays one string", () => {
  expect(cliConfigForMirror('/a "b"')).toContain('path = "/a \\"b\\""');
});
