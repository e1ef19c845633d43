import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { IssueRow } from "../../issues/table/issue-row";
import { ISSUE_TABLE, type IssueCode } from "../../issues/table/issue-table";
import type { AcceptedIssue } from "../../reachability/model/proof";
import type { Locate, Place } from "./place";

/**
 * Findings in SARIF 2.1.0. Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
 *
 * @param version that of this package
 */
export async function sarif(findings: readonly AcceptedIssue[], locate: Locate, version: string): Promise<object> {
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const fingerprints = await fingerprintsOf(findings);
  const driver = {
    name: "private-fargate",
    version,
    rules: codes.map(rule),
  };
  const results = findings.map((finding, index) => ({
    ruleId: finding.code,
    ruleIndex: codes.indexOf(finding.code),
    level: finding.severity ?? "error",
    message: { text: `${finding.problem}.\nWhy: ${finding.why}.\nFix: ${finding.fix}.` },
    locations: locationsOf(finding, locate),
    partialFingerprints: { "privateFargateFinding/v1": fingerprints[index] },
    ...(finding.accepted === undefined
      ? {}
      : { suppressions: [{ kind: "inSource", justification: finding.accepted }] }),
  }));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{ tool: { driver }, columnKind: "utf16CodeUnits", results }],
  };
}

function rule(code: IssueCode): object {
  const { why, source, severities }: IssueRow = ISSUE_TABLE[code];
  const page = `docs/errors.md#${code}`;
  return {
    id: code,
    shortDescription: { text: code.replaceAll("-", " ") },
    fullDescription: { text: why },
    ...(source === undefined ? {} : { helpUri: source }),
    help: { text: `${why}. What to do is in ${page} of cdktf-private-fargate.` },
    defaultConfiguration: { level: severities?.[0] ?? "error" },
  };
}

function locationsOf({ path }: AcceptedIssue, locate: Locate): readonly object[] {
  const place = locate(path);
  const location = {
    ...(place === undefined ? {} : { physicalLocation: physicalLocation(place) }),
    ...(path === undefined ? {} : { logicalLocations: [{ fullyQualifiedName: path }] }),
  };
  return Object.keys(location).length === 0 ? [] : [location];
}

function physicalLocation({ file, line = 1 }: Place): object {
  const uri = isAbsolute(file) ? pathToFileURL(file).href : file.split("/").map(encodeURIComponent).join("/");
  return { artifactLocation: { uri }, region: { startLine: line } };
}

/** What a finding is known by in the next run: its kind and place, not its line or words; alike ones are counted. */
async function fingerprintsOf(findings: readonly AcceptedIssue[]): Promise<readonly string[]> {
  // No other form needs a hash, and loading one takes longer than many a plan.
  const { createHash } = await import("node:crypto");
  const seen = new Map<string, number>();
  return findings.map(({ code, path }) => {
    const key = JSON.stringify([code, path]);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return createHash("sha256")
      .update(JSON.stringify([code, path, count]))
      .digest("hex");
  });
}
