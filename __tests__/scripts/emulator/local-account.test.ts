import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { findLocalAccount, standingStacks } from "../../../scripts/emulator/local-account";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";

const STATE = JSON.stringify({ version: 4, resources: [{ type: "aws_vpc" }] });

describe("findLocalAccount", () => {
  test("without anything there is no account, and nothing to tell", async () => {
    const directory = join(temporaryDirectory(), ".local");
    expect(await findLocalAccount(directory)).toEqual({ server: undefined, discarded: undefined });
    expect(existsSync(directory)).toBe(false);
  });

  test("state without its account is worth nothing; what is not ours stays", async () => {
    const directory = temporaryDirectory();
    writeFile(directory, "terraform.single-subnet.tfstate", STATE);
    writeFile(directory, "terraform.single-subnet.tfstate.backup", STATE);
    writeFile(directory, "cdktf.out/manifest.json", "{}");
    writeFile(directory, "notes.txt");
    const { server, discarded } = await findLocalAccount(directory);
    expect(server).toBeUndefined();
    expect(discarded).toContain("no record");
    expect(readdirSync(directory)).toEqual(["notes.txt"]);
  });

  test("a recorded process that has become another one is left alone", async () => {
    const stranger = spawn("sleep", ["60"]);
    onTestFinished(() => void stranger.kill());
    const directory = temporaryDirectory();
    writeFile(directory, "account.json", JSON.stringify({ pid: stranger.pid, port: 5000 }));
    writeFile(directory, "terraform.single-subnet.tfstate", STATE);
    const { server, discarded } = await findLocalAccount(directory);
    expect(server).toBeUndefined();
    expect(discarded).toContain("port 5000");
    expect(existsSync(join(directory, "terraform.single-subnet.tfstate"))).toBe(false);
    expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  });

  test.each(["{}", '{"pid":1,"port":5000}', '{"pid":"12","port":5000}', '{"pid":12.5,"port":5000}'])(
    "a record like %s is none",
    async (record) => {
      const directory = temporaryDirectory();
      writeFile(directory, "account.json", record);
      expect(await findLocalAccount(directory)).toEqual({ server: undefined, discarded: undefined });
    },
  );
});

test("a stack stands while its state has resources", () => {
  const directory = temporaryDirectory();
  writeFile(directory, "terraform.b.tfstate", STATE);
  writeFile(directory, "terraform.a.with.dots.tfstate", STATE);
  writeFile(directory, "terraform.destroyed.tfstate", JSON.stringify({ version: 4, resources: [] }));
  writeFile(directory, "terraform.destroyed.tfstate.backup", STATE);
  expect(standingStacks(directory)).toEqual(["a.with.dots", "b"]);
  expect(standingStacks(join(directory, "none"))).toEqual([]);
});
