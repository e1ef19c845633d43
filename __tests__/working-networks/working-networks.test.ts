import { describe, expect, it, vi } from "vitest";
import type { ProofJson } from "../../modules/reachability/report/proof-as-json";
import { record } from "../modules/cli/recorded-terminal";
import { temporaryDirectory } from "../support/temporary-directory";
import { PROVED, UNKNOWN } from "./networks-that-work";
import { namesOf, PARTS, writeNetwork } from "./write-network";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

/** What `check` says of a network, by severity: the codes. */
async function checkOf(words: string) {
  const folder = temporaryDirectory();
  writeNetwork(words, folder);
  const { exitCode, answer, error } = await record(["check", folder, "--format", "json"]);
  const { verdict, tasks, conflicts }: ProofJson = JSON.parse(error === "" ? answer : JSON.stringify({ error }));
  const issues = [
    ...conflicts,
    ...tasks.flatMap((task) => [...task.issues, ...task.dependencies.flatMap(({ issue }) => issue ?? [])]),
  ];
  const codes = (severity: string) => [
    ...new Set(issues.filter((issue) => issue.severity === severity).map(({ code }) => code)),
  ];
  return { exitCode, verdict, isEmpty: tasks.length === 0, errors: codes("error"), notes: codes("note") };
}

it("is eighty networks at least, and every file is part of one", () => {
  const all = [...PROVED, ...Object.values(UNKNOWN).flat()];
  expect(new Set(all).size).toBeGreaterThanOrEqual(80);
  for (const [index, part] of PARTS.entries()) {
    expect(new Set(all.map((words) => words.split(" ")[index]))).toEqual(new Set(namesOf(part)));
  }
});

describe("a network that works is proved", () => {
  it.each(PROVED)("%s", async (words) => {
    expect(await checkOf(words)).toMatchObject({ exitCode: 0, verdict: "proved", isEmpty: false, errors: [] });
  });
});

describe("a network that works, and of which a part is elsewhere, is unknown", () => {
  it.each(Object.entries(UNKNOWN).flatMap(([code, all]) => all.map((words) => [words, code] as const)))(
    "%s: %s",
    async (words, code) => {
      expect(await checkOf(words)).toMatchObject({ exitCode: 3, verdict: "unknown", errors: [], notes: [code] });
    },
  );
});
