import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
import { record } from "../modules/cli/recorded-terminal";
import { temporaryDirectory } from "../support/temporary-directory";
import { MODULE_CALLS } from "./field-table";

vi.setConfig({ testTimeout: 60_000 });

/** A folder with the repositories `vpc`, `ecs` and `security-group` of terraform-aws-modules at the versions of the table. */
const MODULES = process.env["TERRAFORM_AWS_MODULES"];

/** Where `terraform init` puts the modules, by the names of the calls. */
const DIRECTORIES = {
  vpc: "vpc",
  endpoints: "vpc/modules/vpc-endpoints",
  sg: "security-group",
  ecs: "ecs",
  "ecs.cluster": "ecs/modules/cluster",
  "ecs.service": "ecs/modules/service",
  "ecs.service.container_definition": "ecs/modules/container-definition",
};

it.skipIf(MODULES === undefined).each(MODULE_CALLS)("modules at released versions: $what", async (calls) => {
  const folder = temporaryDirectory();
  cpSync(join(__dirname, calls.folder), folder, { recursive: true });
  mkdirSync(join(folder, ".terraform"));
  symlinkSync(`${MODULES}`, join(folder, ".terraform/modules"));
  const list = Object.entries(DIRECTORIES).map(([Key, directory]) => ({ Key, Dir: `.terraform/modules/${directory}` }));
  writeFileSync(join(folder, ".terraform/modules/modules.json"), JSON.stringify({ Modules: list }));
  const { answer } = await record(["check", folder, "--format", "json"]);
  expect(JSON.parse(answer)).toMatchObject({ verdict: calls.verdict });
});
