import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { fieldPage } from "../../../scripts/pages/field-page";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

it("docs/check-in-the-field.md is what the command says (run npm run docs after a change)", async () => {
  const page = readFileSync(join(__dirname, "../../../docs/check-in-the-field.md"), "utf8");
  expect(page).toBe(await fieldPage());
});
