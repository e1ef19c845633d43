import type { RunningTask } from "./network-model";

/** Addresses of all that starts a task. */
export function startersOf({
  address,
  alsoStartedBy = [],
}: Pick<RunningTask, "address" | "alsoStartedBy">): readonly string[] {
  return [address, ...alsoStartedBy];
}
