import { describe, expect, it } from "vitest";
import type { Locate } from "../../../../modules/cli/findings/place";
import { sarif } from "../../../../modules/cli/findings/sarif";
import { issue } from "../../../../modules/issues/issue";
import type { AcceptedIssue } from "../../../../modules/reachability/model/proof";

const FINDING = issue("private-dns-off", { path: "aws_vpc_endpoint.logs", problem: "DNS is off", fix: "turn it on" });
const here: Locate = () => ({ file: "infra/main file.tf", line: 7 });

interface Log {
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly rules: readonly { readonly id: string; readonly helpUri?: string }[] };
    };
    readonly results: readonly {
      readonly ruleId: string;
      readonly ruleIndex: number;
      readonly level: string;
      readonly locations: readonly object[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly suppressions?: readonly object[];
    }[];
  }[];
}

async function run(findings: readonly AcceptedIssue[], locate = here) {
  const log: Log = JSON.parse(JSON.stringify(await sarif(findings, locate, "1.2.3")));
  const [first] = log.runs;
  if (first === undefined) throw new Error("there is no run");
  return first;
}

const fingerprints = async (findings: readonly AcceptedIssue[], locate?: Locate) =>
  (await run(findings, locate)).results.map(
    ({ partialFingerprints }) => partialFingerprints["privateFargateFinding/v1"],
  );

describe("SARIF", () => {
  it("names file, line and address of each finding, the file as a URI", async () => {
    expect((await run([FINDING])).results[0]?.locations).toEqual([
      {
        physicalLocation: { artifactLocation: { uri: "infra/main%20file.tf" }, region: { startLine: 7 } },
        logicalLocations: [{ fullyQualifiedName: "aws_vpc_endpoint.logs" }],
      },
    ]);
  });

  it("has a file outside of the repository as a full URI, and the address alone where no file is known", async () => {
    const [outside] = (await run([FINDING], () => ({ file: "/etc/main.tf" }))).results;
    expect(JSON.stringify(outside?.locations)).toContain('"uri":"file:///etc/main.tf"');
    expect((await run([FINDING], () => undefined)).results[0]?.locations).toEqual([
      { logicalLocations: [{ fullyQualifiedName: "aws_vpc_endpoint.logs" }] },
    ]);
  });

  it("has a rule for each kind that is found, to which its results lead", async () => {
    const other = issue("task-missing", { problem: "there is none", fix: "add one" });
    const { tool, results } = await run([other, FINDING, other]);
    expect(tool.driver.rules.map(({ id }) => id)).toEqual(["private-dns-off", "task-missing"]);
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
    expect(results.map(({ level }) => level)).toEqual(["note", "error", "note"]);
  });

  it("suppresses what is accepted, with its reason", async () => {
    const [result] = (await run([{ ...FINDING, accepted: "it is meant" }])).results;
    expect(result?.suppressions).toEqual([{ kind: "inSource", justification: "it is meant" }]);
  });

  it("knows a finding again on another line and in other words, and tells two of a kind apart", async () => {
    const moved = await fingerprints([{ ...FINDING, problem: "it is off" }], () => ({ file: "other.tf", line: 1 }));
    expect(moved).toEqual(await fingerprints([FINDING]));
    const several = await fingerprints([FINDING, FINDING, { ...FINDING, path: "aws_vpc_endpoint.s3" }]);
    expect(new Set(several).size).toBe(3);
  });
});
