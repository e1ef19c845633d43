import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { asWritten } from "../../text/words";
import { isPending, isPendingNumber } from "../../values/pending";
import type { ContainerOption } from "./container-option";
import { isPlainNumber, onlyMembers } from "./plain-values";

/** A limit of the operating system. */
export interface Ulimit {
  /** The limit that holds. */
  readonly softLimit: number;
  /** The most to which the container may raise it. */
  readonly hardLimit: number;
}

/** Name of a limit. Source: Amazon ECS API Reference, Ulimit. */
export type UlimitName = (typeof ULIMIT_NAMES)[number];

const ULIMIT_NAMES = [
  "core",
  "cpu",
  "data",
  "fsize",
  "locks",
  "memlock",
  "msgqueue",
  "nice",
  "nofile",
  "nproc",
  "rss",
  "rtprio",
  "rttime",
  "sigpending",
  "stack",
] as const;

/** Open files that a container on Fargate can have. Source: Amazon ECS Developer Guide, "Task definition differences for Fargate". */
const MOST_OPEN_FILES = 1_048_576;

type Ulimits = Readonly<Partial<Record<UlimitName, Ulimit>>>;

export const ulimitsOption: ContainerOption<Ulimits> = {
  read(field) {
    if (!Array.isArray(field) || isPending(field)) return undefined;
    const limits: Partial<Record<UlimitName, Ulimit>> = {};
    for (const element of field) {
      const { name, softLimit, hardLimit } = onlyMembers(element, ["name", "softLimit", "hardLimit"]) ?? {};
      const known = ULIMIT_NAMES.find((each) => each === name);
      if (known === undefined || limits[known] !== undefined) return undefined;
      if (!isPlainNumber(softLimit) || !isPlainNumber(hardLimit)) return undefined;
      limits[known] = { softLimit, hardLimit };
    }
    return limits;
  },
  write: (limits) => Object.entries(limits).map(([name, limit]) => ({ name, ...limit })),
  *check(limits, path) {
    for (const [name, limit] of Object.entries(limits)) yield* checkLimit(name, limit, `${path}.${name}`);
  },
};

function* checkLimit(name: string, { softLimit, hardLimit }: Ulimit, path: string): Generator<Issue> {
  if (!isPending(name) && !ULIMIT_NAMES.some((each) => each === name)) {
    yield issue("container-option-invalid", {
      path,
      problem: `"${name}" is not a limit of ECS`,
      why: `ECS takes ${ULIMIT_NAMES.join(", ")}`,
      fix: `write "${nearest(name, ULIMIT_NAMES) ?? "nofile"}"`,
    });
  }
  if (isPendingNumber(softLimit) || isPendingNumber(hardLimit)) return;
  if (softLimit > hardLimit && hardLimit !== -1) {
    yield issue("container-option-invalid", {
      path,
      problem: `the soft limit ${asWritten(softLimit)} is above the hard limit ${asWritten(hardLimit)}`,
      why: "a soft limit can be raised to the hard limit at most",
      fix: `write hardLimit: ${asWritten(softLimit)}, or softLimit: ${asWritten(hardLimit)}`,
    });
  }
  if (name !== "nofile" || Math.max(softLimit, hardLimit) <= MOST_OPEN_FILES) return;
  yield issue("container-option-invalid", {
    path,
    problem: `${asWritten(Math.max(softLimit, hardLimit))} open files cannot be had`,
    why: `a container on Fargate has ${MOST_OPEN_FILES} at most`,
    fix: `write at most ${MOST_OPEN_FILES}`,
  });
}
