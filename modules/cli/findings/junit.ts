import type { AcceptedIssue, DependencyProof, Proof, TaskProof } from "../../reachability/model/proof";
import type { Verdict } from "../../reachability/model/verdict";
import { describeService } from "../../reachability/report/explain-proof";

/** A case of a suite, as test reports know them: one that fails is broken, one that is skipped not known. */
interface TestCase {
  readonly name: string;
  readonly verdict: Verdict;
  readonly issue?: AcceptedIssue;
}

/**
 * A proof as JUnit's XML, which has no norm; the elements are those that Jenkins, GitLab and GitHub's reporters read: a suite for
 * each task with a case for each service that it calls, and one for what is apart from the tasks.
 */
export function junit({ tasks, conflicts }: Proof): string {
  const suites = [
    ...tasks.map((task) => suite(task.task, task.address, casesOf(task))),
    ...(conflicts.length === 0 ? [] : [suite("conflicts", "conflicts", conflicts.map(caseOfIssue))]),
  ];
  return ['<?xml version="1.0" encoding="UTF-8"?>', "<testsuites>", ...suites, "</testsuites>"].join("\n");
}

function casesOf({ dependencies, issues }: TaskProof): readonly TestCase[] {
  return [...dependencies.map(caseOfCall), ...issues.map(caseOfIssue)];
}

function caseOfCall(call: DependencyProof): TestCase {
  const { verdict, issue } = call;
  return { name: describeService(call), verdict, ...(issue === undefined ? {} : { issue }) };
}

function caseOfIssue(issue: AcceptedIssue): TestCase {
  const { code, path } = issue;
  return { name: path === undefined ? code : `${code} ${path}`, verdict: verdictOf(issue), issue };
}

function verdictOf({ accepted, severity = "error", leavesOpen = false }: AcceptedIssue): Verdict {
  if (accepted !== undefined) return "proved";
  if (leavesOpen) return "unknown";
  return severity === "error" ? "broken" : "proved";
}

function suite(name: string, address: string, cases: readonly TestCase[]): string {
  const count = (verdict: Verdict) => cases.filter((each) => each.verdict === verdict).length;
  const counts = `tests="${cases.length}" failures="${count("broken")}" errors="0" skipped="${count("unknown")}"`;
  return [
    `  <testsuite name="${escaped(name)}" ${counts}>`,
    ...cases.map((each) => testCase(each, address)),
    "  </testsuite>",
  ].join("\n");
}

function testCase({ name, verdict, issue }: TestCase, address: string): string {
  const start = `    <testcase name="${escaped(name)}" classname="${escaped(address)}"`;
  if (issue === undefined) return `${start}/>`;
  const { code, problem, why, fix, accepted } = issue;
  const message = escaped(`${code}: ${problem}`);
  const remarks = escaped(`why: ${why}\nfix: ${fix}`);
  const content = {
    proved: `<system-out>${escaped(accepted === undefined ? `${code}: ${problem}` : `accepted: ${accepted}`)}</system-out>`,
    broken: `<failure message="${message}" type="${code}">${remarks}</failure>`,
    unknown: `<skipped message="${message}"/>`,
  }[verdict];
  return `${start}>${content}</testcase>`;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
]);

/** Characters that XML 1.0 has no way to write. Source: https://www.w3.org/TR/xml/#charsets */
const IMPOSSIBLE = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

function escaped(text: string): string {
  return text.replaceAll(IMPOSSIBLE, "\u{FFFD}").replaceAll(/[&<>"]/g, (character) => ENTITIES.get(character) ?? "");
}
