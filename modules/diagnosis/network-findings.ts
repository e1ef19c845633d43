import { endpointServiceFacts, isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { isError } from "../issues/issue";
import { issueKey } from "../issues/issue-key";
import type { AcceptedIssue, DependencyProof, HopName, Proof, TaskProof } from "../reachability/model/proof";
import { CAUSE_TABLE, isCauseName } from "./causes/cause-table";
import type { FailedCall } from "./causes/failed-call";
import type { Diagnosis, NetworkFinding } from "./diagnosis";
import type { Evidence, Manner } from "./input/evidence";
import { exclusion } from "./ordered-causes";

/** A call of a task in a proof. */
export interface ProvedCall {
  readonly task: TaskProof;
  readonly call: DependencyProof;
}

/** The tasks of a proof that a message is about: those with a name of it, else all. */
export function tasksOf(proof: Proof, { tasks: names }: Pick<Diagnosis, "tasks">): readonly TaskProof[] {
  const named = proof.tasks.filter(({ task }) => names.includes(task));
  return named.length > 0 ? named : proof.tasks;
}

/** The calls of tasks that a failed call may have been. */
export function callsOf(tasks: readonly TaskProof[], failed: FailedCall): readonly ProvedCall[] {
  return tasks.flatMap((task) =>
    task.dependencies.filter((call) => isSame(call, failed)).map((call) => ({ task, call })),
  );
}

/** Names of endpoints for FIPS stand for the services; the port of a host is not told by a message. */
function isSame({ service, region }: DependencyProof, failed: FailedCall): boolean {
  const name = service.replace(/-fips(?=\.|$)/, "").replace(/:\d+$/, "");
  const isThere = region === undefined || failed.region === undefined || region === failed.region;
  return isThere && failed.services.some((each) => each.replace(/-fips(?=\.|$)/, "") === name);
}

/** What a proof finds about a failed call: on its way, and of the kinds that may be its cause apart from it. */
export function networkFindings(
  { call: failed, evidence, causes, excluded }: Diagnosis,
  proof: Proof,
  tasks: readonly TaskProof[],
  calls: readonly ProvedCall[],
): readonly NetworkFinding[] {
  const endpoints = new Set(calls.flatMap(({ call }) => call.hops[0]?.resources ?? []));
  const names = new Set<string>([...causes, ...excluded].map(({ cause }) => cause));
  const isAbout = ({ code, path }: AcceptedIssue) => names.has(code) || (path !== undefined && endpoints.has(path));
  const onWay = calls.flatMap(({ task, call: { issue, verdict, hops } }) =>
    verdict === "proved" || !counts(issue)
      ? []
      : [finding(issue, verdict, { task, hop: hops.find((hop) => hop.verdict === verdict)?.hop, evidence })],
  );
  const ofTasks = tasks.flatMap((task) =>
    task.issues.flatMap((issue) => {
      if (!counts(issue)) return [];
      if (issue.leavesOpen === true) return calls.length === 0 ? [finding(issue, "unknown", { task, evidence })] : [];
      return isError(issue) && isAbout(issue) && mentions(issue, failed)
        ? [finding(issue, "broken", { task, evidence })]
        : [];
    }),
  );
  const apart = proof.conflicts.filter((issue) => counts(issue) && isError(issue) && isAbout(issue));
  const elsewhere = proof.conflicts.filter(
    (issue) => issue.code === "snapshot-of-other-vpc" && tasks.some(({ address }) => address === issue.path),
  );
  const all = [
    ...onWay,
    ...ofTasks,
    ...apart.map((issue) => finding(issue, "broken", { evidence })),
    ...elsewhere.map((issue) => finding(issue, "unknown", { evidence })),
  ];
  return [...new Map(all.map((each) => [issueKey(each), each])).values()].toSorted((a, b) => order(a) - order(b));
}

/** Whether an issue of a task says that it is about what was called. Docker Hub is where an image names no registry. */
function mentions({ problem, why, fix }: AcceptedIssue, { services, host }: FailedCall): boolean {
  const titles = services.filter(isEndpointServiceName).map((service) => endpointServiceFacts(service).title);
  const said = [problem, why, fix].join(" ");
  if (services.length === 0) return true;
  return (
    services.includes("docker.io") ||
    [...services, ...titles, ...(host === undefined ? [] : [host])].some((name) => said.includes(name))
  );
}

function counts(issue: AcceptedIssue | undefined): issue is AcceptedIssue {
  return issue !== undefined && issue.accepted === undefined;
}

function order({ explains, verdict }: NetworkFinding): number {
  return (explains ? 0 : 2) + (verdict === "broken" ? 0 : 1);
}

interface Found {
  readonly task?: TaskProof;
  readonly hop?: HopName | undefined;
  readonly evidence: Evidence;
}

function finding(
  { code, problem, why, fix, path }: AcceptedIssue,
  verdict: NetworkFinding["verdict"],
  { task, hop, evidence }: Found,
): NetworkFinding {
  return {
    ...(task === undefined ? {} : { task: task.task }),
    verdict,
    code,
    problem,
    why,
    fix,
    ...(path === undefined ? {} : { path }),
    explains: explains(code, hop, evidence),
  };
}

/** Whether what is wrong at a step shows itself as a message does. */
function explains(code: string, hop: HopName | undefined, evidence: Evidence): boolean {
  if (isCauseName(code)) return exclusion(CAUSE_TABLE[code], evidence) === undefined;
  const { manner } = evidence;
  return manner === undefined || hop === undefined || mannersOf(hop).includes(manner);
}

function mannersOf(hop: HopName): readonly Manner[] {
  switch (hop) {
    case "endpoint-policy":
    case "permissions":
      return ["refused"];
    case "name-resolution":
    case "mount-target":
      return ["no-name", "no-answer"];
    case "endpoint":
    case "called":
    case "task-security-group":
    case "network-acl":
    case "route":
    case "endpoint-security-group":
    case "mount-target-security-group":
    case "called-security-group":
    case "zones":
      return ["no-answer"];
  }
}
