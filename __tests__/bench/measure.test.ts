import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { measure, median } from "../../bench/measure";

describe("measuring a command", () => {
  const directory = mkdtempSync(join(tmpdir(), "measure-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  it("counts the Node processes that it starts, and the memory of the largest", () => {
    const child = `require("node:child_process").spawnSync(process.execPath, ["-e", "Buffer.alloc(2e8, 1)"])`;
    const measured = measure(
      { alone: { line: "node -e 0" }, parent: { line: `node -e '${child}'` } },
      { repetitions: 1, directory },
    );
    expect(measured.get("alone")?.processes).toBe(1);
    expect(measured.get("parent")?.processes).toBe(2);
    expect(measured.get("alone")?.peakMb).toBeLessThan(150);
    expect(measured.get("parent")?.peakMb).toBeGreaterThan(150);
  });

  it("says which command failed, and how", () => {
    const failing = { line: `node -e 'console.error("no such stack"); process.exitCode = 3'` };
    expect(() => measure({ failing }, { repetitions: 1, directory })).toThrow(/ended with 3:\nno such stack/);
  });

  it.each([
    { values: [3, 1, 2], middle: 2 },
    { values: [4, 1, 3, 2], middle: 2.5 },
    { values: [7], middle: 7 },
  ])("takes the middle of $values", ({ values, middle }) => {
    expect(median(values)).toBe(middle);
  });
});
