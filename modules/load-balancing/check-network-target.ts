import { type Issue, issue } from "../issues/issue";
import { nearest } from "../text/nearest";
import { checkHealthCheck, type HttpHealthCheck } from "./health-check";
import { portIssues } from "./port-issues";

/** What every target of a network load balancer has. */
export interface NetworkTargetOptions {
  /** Name of the listener. @default - the only one */
  readonly listener?: string;
  /** TCP port of the target. */
  readonly port: number;
  /** With a `path` the check is an HTTP request, else a TCP connection. @default - a TCP connection every 30 seconds */
  readonly healthCheck?: HttpHealthCheck;
  /** Seconds that a target that leaves is given to end its connections, 0 to 3600. @default - AWS's: 300 */
  readonly deregistrationDelay?: number;
  /** Name of the target group, unique in the account and Region. @default - made by Terraform */
  readonly targetGroupName?: string;
}

/**
 * Everything that is wrong with a target.
 *
 * @param listeners names of the load balancer's listeners
 * @param taken the listeners that have a target, by name
 */
export function checkTarget(
  { listener, port, healthCheck }: NetworkTargetOptions,
  listeners: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): Issue[] {
  return [
    ...portIssues(port, "port", "the target"),
    ...checkHealthCheck(healthCheck ?? {}, "healthCheck"),
    ...listenerIssues(listener, listeners, taken),
  ];
}

/** A listener that nothing was done with. */
export function listenerWithoutTarget(name: string): Issue {
  return issue("load-balancer-without-target", {
    path: `listeners.${name}`,
    problem: `the listener "${name}" forwards to nothing`,
    why: "a listener is made with the target that it forwards to",
    fix: `call target, instances or addresses of the load balancer with listener: "${name}", or remove the listener`,
  });
}

function listenerIssues(
  listener: string | undefined,
  listeners: readonly string[],
  taken: ReadonlyMap<string, unknown>,
): Issue[] {
  const all = listeners.join(", ");
  if (listener === undefined && listeners.length > 1) {
    return [
      issue("listener-unnamed", {
        path: "listener",
        problem: "it is not said which listener forwards to the target",
        why: `the load balancer has several: ${all}`,
        fix: `write listener: "${listeners[0]}"`,
      }),
    ];
  }
  const name = listener ?? listeners[0] ?? "";
  if (!listeners.includes(name)) {
    return [
      issue("listener-unknown", {
        path: "listener",
        problem: `there is no listener "${name}"`,
        fix: `write "${nearest(name, listeners) ?? listeners[0]}"; there are ${all}`,
      }),
    ];
  }
  if (!taken.has(name)) return [];
  return [
    issue("load-balancer-target-taken", {
      path: "listener",
      problem: `the listener "${name}" has a target already`,
      why: "a TCP listener forwards to one target group",
      fix: "add a listener with another port, or put all targets into one call",
    }),
  ];
}
