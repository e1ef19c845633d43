import { describe, test } from "vitest";
import { renderIssue } from "../../../modules/issues/configuration-error";
import { type EmulatorTools, findTools, type ToolSearch } from "../../../scripts/emulator/tools";

let search: ToolSearch | undefined;

/** The tools that the end-to-end tests need, or what is missing. Looked for once per test file. */
export function e2eTools(): ToolSearch {
  search ??= findTools(process.env);
  return search;
}

/**
 * A suite that needs Terraform, the AWS provider and moto.
 *
 * Where a tool is missing the suite is skipped and says why, and what to install. With `E2E=required` in the
 * environment that is a failure instead.
 */
export function describeE2e(name: string, suite: (tools: EmulatorTools) => void): void {
  const { tools, missing } = e2eTools();
  if (tools !== undefined) {
    describe(name, () => suite(tools));
    return;
  }
  const reasons = missing.map(renderIssue).join("\n\n");
  if (process.env["E2E"] === "required") {
    test(`${name}: the tools are there`, () => {
      throw new Error(`E2E=required, but tools are missing:\n\n${reasons}`);
    });
    return;
  }
  console.warn(`Skipped: ${name}. E2E=required makes this a failure.\n\n${reasons}\n`);
  describe.skip(name, () => {
    test("needs tools that are missing on this machine", () => {});
  });
}
