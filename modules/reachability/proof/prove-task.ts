import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { Fix } from "../../issues/fix";
import { issue } from "../../issues/issue";
import { issueKey } from "../../issues/issue-key";
import type { CodeThatMayBe } from "../../issues/table/issue-table";
import { EndpointPlan } from "../../planning/plan/endpoint-plan";
import type { AskedEndpoint } from "../../planning/plan/union";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import { apiRequests, keyRequests } from "../calls/api-requests";
import type { TaskSite } from "../calls/call";
import { placeOf } from "../calls/task-place";
import { taskSite } from "../calls/task-site";
import { breaks } from "../checks/finding";
import { type RegionFault, taskRegionFault } from "../checks/network-region";
import { checkRoleTrust, trustUnknown } from "../checks/role-trust";
import type { ApiRequest } from "../model/api-request";
import { knownValue, type Lack, type Unknown, unknown } from "../model/fact";
import type { RunningTask, Subnet, Vpc } from "../model/network-model";
import type { NetworkView } from "../model/network-view";
import type { AcceptedIssue, Judge, PlaceElsewhere, TaskProof } from "../model/proof";
import { SERVICE_CONNECT_BLOCK } from "../reading/read-service-connect";
import { proveCalls } from "../ways/prove-calls";
import { proveDependency } from "../ways/prove-dependency";
import { proveHosts } from "../ways/prove-hosts";
import { proveMounts } from "../ways/prove-mounts";
import { countingVerdict, type Walk, walk } from "../ways/walk";
import { type AskedRights, askedRights } from "./asked-rights";
import { giveLookedUp, giveNetwork } from "./give-network";
import { callsWithImages } from "./images-of-any-registry";
import { planIssues } from "./issues-of-plan";
import { readingIssues } from "./issues-of-reading";
import type { OpenPermissions } from "./permissions-note";
import { roleIssues } from "./role-issues";
import { callsWithSecrets } from "./secrets-of-either";
import { mayHaveMore, planSurroundings } from "./site-surroundings";
import type { AskedThrough } from "./wide-policies";

/** What was proved of a task. */
export interface ProvedTask {
  readonly proof: TaskProof;
  /** What of its permissions is not proved, which does not count. */
  readonly permissions: OpenPermissions;
  /** What it asks, each by the endpoint that takes it. */
  readonly asked: readonly AskedThrough[];
  /** What its roles ask, and whether that is all. */
  readonly rights: () => AskedRights;
}

/** Whether every service that a task calls can be reached from where it runs. The verdict follows with the others'. */
export function proveTask(view: NetworkView, task: RunningTask, acceptances: Judge): ProvedTask {
  const proved = prove(view, task, acceptances);
  const issues = proved.proof.issues.map((issue) => (issue.accepted === undefined ? acceptances.judge(issue) : issue));
  return { ...proved, proof: { ...proved.proof, issues } };
}

function prove(view: NetworkView, task: RunningTask, acceptances: Judge): ProvedTask {
  const reading = knownValue(task.reading);
  const definition = reading?.task;
  if (reading === undefined || definition === undefined) {
    const why = task.reading.known ? unknown("it cannot be read") : task.reading;
    return withoutDependencies(task, "task-unknown", "what the task calls is not known", why);
  }
  const found = taskSite(view, task, acceptances);
  if (!found.known) {
    const fix = { library: fixOfApply(task), ecs: fixOfPlace(task) };
    return withoutDependencies(task, "task-network-unknown", "where the task runs is not known", found, fix);
  }
  const fault = taskRegionFault(view, found.value.vpc.id, task);
  const site = fault === undefined ? found.value : inNoRegion(found.value, fault);
  const plan = EndpointPlan.forTasksAsRead([definition], planSurroundings(site));
  const proveAsked = (asked: AskedEndpoint) => proveCall(site, asked, fault);
  const secrets = callsWithSecrets(plan.asked, reading, proveAsked);
  const mayPull = plan.surroundings.wayOut !== undefined || mayHaveMore(site) !== undefined;
  const images = mayPull ? callsWithImages(secrets.calls, reading, proveAsked) : undefined;
  const { calls } = images ?? secrets;
  const because = new Map([...secrets.because, ...(images?.because ?? [])]);
  const walks = calls.filter((each) => !mayDoWithout(each)).map(({ walk }) => walk);
  const doubtful = new Set(calls.filter(mayDoWithout).flatMap(({ asked }) => asked.asks.map(({ path }) => path)));
  const mounts = proveMounts(site, definition);
  const hosts = proveHosts(site, plan.outside);
  const walked = new Set([...mounts.map(({ path }) => path), ...hosts.flatMap(({ paths }) => paths)]);
  const all = [...walks, ...[...mounts, ...hosts].map(({ walk }) => walk), ...proveCalls(site)];
  const issues = [
    ...Array.from(readingIssues(reading, { ...secrets, because }), (issue) => atDefinition(task, issue)),
    ...Array.from(planIssues(plan, site, walked), (issue) => {
      const isOpen = issue.severity === "note" && doubtful.has(issue.path ?? "");
      return atDefinition(task, inDocument(reading, isOpen ? { ...issue, leavesOpen: true } : issue));
    }),
    ...Array.from(roleIssues(reading), (issue) => atDefinition(task, inDocument(reading, issue))),
    ...checkRoleTrust(site.task),
    ...unique(all.flatMap(({ accepted }) => accepted)),
  ];
  const { address } = task;
  return {
    proof: {
      ...titleOf(task),
      ...placesElsewhere(site),
      verdict: "unknown",
      dependencies: all.map(({ dependency }) => dependency),
      issues,
    },
    permissions: { address, because: [...trustUnknown(site.task), ...all.flatMap(({ leftOpen }) => leftOpen)] },
    asked: calls.map(({ asked, walk }) => ({
      met: walk.dependency.hops.flatMap(({ resources }) => resources),
      service: asked.endpoint.service,
      requests: requestsOf(site, asked.asks),
      task,
    })),
    rights: () => askedRights(site, reading),
  };
}

/** The VPC, or else the subnets, that this Terraform neither creates nor describes. */
function placesElsewhere({ view, vpc, subnets }: TaskSite): Pick<TaskProof, "elsewhere"> {
  if (view.model.describedVpcs.has(vpc.id.text)) return {};
  const place = (kind: PlaceElsewhere["kind"], { id, address }: Vpc | Subnet): PlaceElsewhere => ({
    kind,
    address,
    ...(id.kind === "id" ? { id: id.text } : {}),
  });
  const elsewhere = vpc.complete
    ? subnets.filter(({ complete }) => !complete).map((subnet) => place("subnet", subnet))
    : [place("vpc", vpc)];
  return elsewhere.length === 0 ? {} : { elsewhere };
}

/** A place of which two Regions are told: which of them is meant, nobody knows. */
function inNoRegion(site: TaskSite, { problem }: RegionFault): TaskSite {
  return { ...site, task: { ...site.task, region: unknown(problem) } };
}

function proveCall(site: TaskSite, { endpoint, asks }: AskedEndpoint, fault: RegionFault | undefined): Walk {
  const { service, type, region, reasons } = endpoint;
  const misplaced = fault && walk({ ...site, service }, [["endpoint", () => breaks("network-region", fault)]]);
  if (misplaced !== undefined && countingVerdict(misplaced) === "broken") return misplaced;
  const where = placeOf(site);
  return proveDependency({
    ...site,
    service,
    ports: site.task.ports?.[service] ?? endpointServiceFacts(service).ports,
    type,
    ...(region === undefined ? {} : { region }),
    reasons,
    requests: requestsOf(site, asks),
    keyRequests: asks.flatMap((ask) => keyRequests(ask, where)),
  });
}

function requestsOf(site: TaskSite, asks: AskedEndpoint["asks"]): readonly ApiRequest[] {
  const where = placeOf(site);
  return asks.flatMap((ask) => apiRequests(ask, where));
}

/** Whether a call for which there is no endpoint may not be made at all: the note that says so leaves it open. */
function mayDoWithout({ asked, walk }: { readonly asked: AskedEndpoint; readonly walk: Walk }): boolean {
  const { issue } = walk.dependency;
  if (issue?.code !== "endpoint-missing" || issue.accepted !== undefined) return false;
  return asked.asks.every(({ unverified }) => unverified === true);
}

/** Each issue once: what is accepted on the way of one call is often on the way of others. */
function unique(issues: readonly AcceptedIssue[]): readonly AcceptedIssue[] {
  return [...new Map(issues.map((issue) => [issueKey(issue), issue])).values()];
}

/** An issue of the plan, whose path is one of the task, with the path of the document. */
function inDocument({ paths }: TaskDefinitionReading, issue: AcceptedIssue): AcceptedIssue {
  return issue.path === undefined ? issue : { ...issue, path: paths.of(issue.path) };
}

/** The address of the task definition comes before the path in it; Service Connect is an argument of the service. */
function atDefinition({ definition, address }: RunningTask, issue: AcceptedIssue): AcceptedIssue {
  const owner = issue.path?.startsWith(SERVICE_CONNECT_BLOCK) === true ? address : definition;
  return { ...issue, path: issue.path === undefined ? owner : `${owner}.${issue.path}` };
}

function titleOf({ name, address, alsoStartedBy }: RunningTask): Pick<TaskProof, "task" | "address" | "alsoStartedBy"> {
  return { task: name, address, ...(alsoStartedBy === undefined ? {} : { alsoStartedBy }) };
}

const CHECK_PLAN = "check a plan: terraform show -json PLAN > plan.json";

/** How what a folder does not have gets there. */
const FIXES: Readonly<Record<Lack, string>> = {
  variable: `write its value into terraform.tfvars in the folder that is checked, or ${CHECK_PLAN}`,
  module: `fetch the modules of the folder with terraform init, and check it again; or ${CHECK_PLAN}`,
  state: `check it together with the configuration that has the output: private-fargate check PATH OTHER_PATH; or ${CHECK_PLAN}`,
  workspace: `choose one with terraform workspace select in the folder, and check it again; or ${CHECK_PLAN}`,
};

/** Only a plan says what it creates; it keeps no expressions. */
function fixOfApply({ created }: RunningTask): string {
  return created === undefined
    ? "give the task definition and the network in the same Terraform, or check the plan of an applied configuration"
    : "check the plan with the folder of its configuration, which is --source of private-fargate check, or the plan of an applied configuration";
}

/** How the proof gets to know where a task runs: the VPC of its subnets, or what a folder does not tell and data sources find. */
function fixOfPlace(task: RunningTask): string {
  const { subnets, securityGroups, created } = task;
  const [subnet] = knownValue(subnets) ?? [];
  if (subnet !== undefined && securityGroups.known) return giveNetwork(subnet.text);
  const open = subnets.known ? securityGroups : subnets;
  const isLookedUp = !open.known && /\$\{(?:module\.[^}]*\.)?data\./.test(open.because);
  return isLookedUp && created === undefined ? giveLookedUp() : fixOfApply(task);
}

function withoutDependencies(
  task: RunningTask,
  code: CodeThatMayBe<"note">,
  problem: string,
  { because, lack }: Unknown,
  fix: Fix = fixOfApply(task),
): ProvedTask {
  const open = issue(code, {
    severity: "note",
    path: task.address,
    problem: `${problem} before Terraform runs`,
    why: because,
    fix: lack === undefined ? fix : FIXES[lack],
  });
  const { address } = task;
  return {
    proof: { ...titleOf(task), verdict: "unknown", dependencies: [], issues: [{ ...open, leavesOpen: true }] },
    permissions: { address, because: [] },
    asked: [],
    rights: () => ({ task, requests: [], isWhole: false, saysCalls: false }),
  };
}
