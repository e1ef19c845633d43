import type { CauseName } from "../causes/cause-table";
import type { FailedCall } from "../causes/failed-call";

/** A message that ECS, an agent or an API writes, and what it tells. */
export interface KnownText {
  /** Stable name, in kebab-case. */
  readonly name: string;
  /** What recognizes it, on one line; its start rather than its end, since ECS cuts long reasons. */
  readonly pattern: RegExp;
  /** What does not work, for a sentence: `the task cannot fetch …`. */
  readonly what: string;
  /** The call that failed, for a text. */
  call(text: string): FailedCall;
  /** Why, the likeliest first. @default - what is usual for calls of the kind */
  readonly causes?: readonly CauseName[];
  /** Address of the page, or the repository, in which it stands. */
  readonly source: string;
  /** Whether AWS's pages have it, or messages of failed tasks, or it follows from both. */
  readonly confidence: "documented" | "seen" | "derived";
}

/** Calls of the execution role to services. */
export function byExecutionRole(services: readonly string[], ...actions: readonly string[]): () => FailedCall {
  return () => ({ services, actions, by: "execution-role" });
}

/** Calls of the task role to services. */
export function byTaskRole(services: readonly string[], ...actions: readonly string[]): () => FailedCall {
  return () => ({ services, actions, by: "task-role" });
}

/** Nothing was called, or what was called has answered. */
export const NO_CALL = byExecutionRole([]);

const ECS_GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";

/** AWS's pages about tasks that do not start. */
export const PAGES = {
  initialization: `${ECS_GUIDE}/resource-initialization-error.html`,
  pull: `${ECS_GUIDE}/task_cannot_pull_image.html`,
  failedToStart: `${ECS_GUIDE}/failed-to-start-error.html`,
  exec: `${ECS_GUIDE}/ecs-exec-troubleshooting.html`,
  stopCodes: `${ECS_GUIDE}/stopped-task-error-codes.html`,
  agent: "https://github.com/aws/amazon-ecs-agent",
  interfaceEndpoint: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  denied: "https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html",
} as const;
