import { type Issue, issue } from "../../issues/issue";
import { asWritten } from "../../text/words";
import { isPendingNumber } from "../../values/pending";
import { given } from "../json/given";
import type { ContainerOption } from "./container-option";
import { isPlainNumber, isPlainTruth, listOf, onlyMembers } from "./plain-values";

/** When ECS restarts a container that has ended, without a new task. Needs Linux and platform version 1.4.0. */
export interface RestartPolicy {
  /** Exit codes after which the container is not restarted, at most 50. @default - none */
  readonly ignoredExitCodes?: readonly number[];
  /** Seconds that the container must have run before it is restarted, 60 to 1800. @default 300 */
  readonly restartAttemptPeriod?: number;
}

/** Source: Amazon ECS API Reference, ContainerRestartPolicy, read 2026-11-28. */
const PERIOD = { least: 60, most: 1800 } as const;
const MOST_EXIT_CODES = 50;

export const restartPolicyOption: ContainerOption<boolean | RestartPolicy> = {
  read(field) {
    const { enabled, ...members } = onlyMembers(field, ["enabled", "ignoredExitCodes", "restartAttemptPeriod"]) ?? {};
    const ignoredExitCodes = listOf(members["ignoredExitCodes"], isPlainNumber);
    const { restartAttemptPeriod } = members;
    const isPeriod = restartAttemptPeriod === undefined || isPlainNumber(restartAttemptPeriod);
    const isList = members["ignoredExitCodes"] === undefined || ignoredExitCodes !== undefined;
    if (!isPlainTruth(enabled) || !isPeriod || !isList) return undefined;
    const policy = given({ ignoredExitCodes, restartAttemptPeriod });
    if (Object.keys(policy).length === 0) return enabled;
    return enabled ? policy : undefined;
  },
  write: (policy) => (typeof policy === "boolean" ? { enabled: policy } : { enabled: true, ...policy }),
  *check(policy, path) {
    if (typeof policy === "boolean") return;
    yield* checkPeriod(policy, `${path}.restartAttemptPeriod`);
    const { ignoredExitCodes = [] } = policy;
    if (ignoredExitCodes.length <= MOST_EXIT_CODES) return;
    yield issue("container-option-invalid", {
      path: `${path}.ignoredExitCodes`,
      problem: `the restart policy ignores ${ignoredExitCodes.length} exit codes`,
      why: `ECS takes ${MOST_EXIT_CODES} at most`,
      fix: "leave some of them out",
    });
  },
};

function* checkPeriod({ restartAttemptPeriod: period }: RestartPolicy, path: string): Generator<Issue> {
  const { least, most } = PERIOD;
  if (period === undefined || isPendingNumber(period)) return;
  if (Number.isInteger(period) && period >= least && period <= most) return;
  yield issue("container-option-invalid", {
    path,
    problem: `a container cannot be restarted after ${asWritten(period)} seconds`,
    why: `ECS takes whole numbers from ${least} to ${most}`,
    fix: `write ${Number.isFinite(period) ? Math.min(most, Math.max(least, Math.round(period))) : 300}`,
  });
}
