import type { Ask, OutsideCall } from "../../asks/ask";
import type { PlanSurroundings } from "../../asks/plan-surroundings";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import { checkInstanceSpec } from "../instance/check-instance-spec";
import { instanceAsks } from "../instance/instance-asks";
import type { InstanceSpec } from "../instance/instance-spec";
import { type AskingSubject, reasonOf } from "./admitted-statements";
import { deriveAsks } from "./derive-asks";
import type { PlanIssue } from "./planned-endpoint";
import { byFamily, type PlacedAsk } from "./union";

/** Everything that tasks and instances ask, and what there is to say of it. */
export interface AskedOfPlan {
  readonly placed: readonly PlacedAsk[];
  /** Who asks, each with its asks. */
  readonly subjects: readonly AskingSubject[];
  readonly issues: readonly PlanIssue[];
  /** Those of the issues that a way out of the network would help. */
  readonly unreachable: ReadonlySet<PlanIssue>;
  /** Those of the issues that leave open whether the calls arrive. */
  readonly open: ReadonlySet<PlanIssue>;
  readonly outside: readonly OutsideCall[];
}

/** Gathers what tasks and instances ask, in the order in which the reasons will stand, which makes sorting them quick. */
export function askedBy(
  tasks: readonly UncheckedFargateTask[],
  instances: readonly InstanceSpec[],
  surroundings: PlanSurroundings,
): AskedOfPlan {
  const subjects: AskingSubject[] = [];
  const issues: PlanIssue[] = [];
  const unreachable = new Set<PlanIssue>();
  const open = new Set<PlanIssue>();
  const outside: OutsideCall[] = [];
  for (const host of instances) {
    subjects.push({ name: host.name, asks: [...instanceAsks(host)], taskRoleStatements: [] });
    for (const issue of checkInstanceSpec(host)) issues.push({ ...issue, task: host.name });
  }
  for (const task of tasks.toSorted(byFamily)) {
    const derived = deriveAsks(task, surroundings);
    const { family, taskRoleStatements = [] } = task;
    subjects.push({ name: family, asks: derived.asks, taskRoleStatements });
    for (const issue of derived.issues) {
      const ofTask = { ...issue, task: family };
      issues.push(ofTask);
      if (derived.unreachable.has(issue)) unreachable.add(ofTask);
      if (derived.open.has(issue)) open.add(ofTask);
    }
    outside.push(...derived.outside);
  }
  const placed = subjects.flatMap(({ name, asks }) => asks.map((ask) => placeAsk(ask, name)));
  return { placed, subjects, issues, unreachable, open, outside };
}

function placeAsk(ask: Ask, task: string): PlacedAsk {
  return { ask, reason: reasonOf(ask, task) };
}
