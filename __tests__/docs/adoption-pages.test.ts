import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type InstalledCommand, installCommand } from "../modules/cli/installed-command";

const docs = resolve(__dirname, "../../docs");
const blocks = ["from-terraform.md", "recovery.md"].flatMap((page) =>
  Array.from(readFileSync(join(docs, page), "utf8").matchAll(/^( *)```sh\n(.*?)\n *```$/gms), ([, , text]) => ({
    page,
    script: String(text),
  })),
);

/** Terraform that has the sample for its plan, and whose first apply finds the repository there. */
const TERRAFORM = `#!/bin/sh
[ "$1" = show ] && cat "$SAMPLE"
[ "$1 $2" = "apply -no-color" ] && printf 'Error: creating: RepositoryAlreadyExistsException\\n\\n  with aws_ecr_repository.repository,\\n' >&2
exit 0
`;

describe("the pages about what stands", () => {
  let command: InstalledCommand;
  let home: string;

  beforeAll(() => {
    command = installCommand();
    home = mkdtempSync(join(tmpdir(), "adoption-"));
    mkdirSync(join(home, "cdktf.out/stacks/orders"), { recursive: true });
    copyFileSync(join(docs, "samples/takeover.json"), join(home, "plan.json"));
    mkdirSync(join(home, "bin"));
    writeFileSync(join(home, "bin/terraform"), TERRAFORM, { mode: 0o755 });
  });

  afterAll(() => {
    command.remove();
    rmSync(home, { recursive: true });
  });

  it("have commands", () => {
    expect(blocks.length).toBeGreaterThan(4);
  });

  it.each(blocks)("$page: $script", ({ script }) => {
    const PATH = [join(home, "bin"), command.path].join(delimiter);
    const { status, stderr } = spawnSync(
      "bash",
      ["--norc", "-e", "-c", `${script}\ncp adoption.tf "${home}/last.tf"`],
      {
        cwd: home,
        encoding: "utf8",
        env: { ...process.env, PATH, SAMPLE: join(docs, "samples/takeover.json") },
      },
    );
    expect([status, stderr]).toEqual([0, ""]);
    const file = readFileSync(join(home, "last.tf"), "utf8");
    expect(file).toContain("from = aws_vpc.main\n  to   = aws_vpc.network_vpc_4E8F0223\n");
    if (script.includes("--errors")) expect(file).toContain("to = aws_ecr_repository.repository\n");
  });
});
