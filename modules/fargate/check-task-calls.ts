import { parseCidr } from "../addressing/cidr";
import { isPort, LAST_PORT } from "../aws/limits";
import { type Issue, issue } from "../issues/issue";
import { checkPeer } from "../network/check-security-group-rules";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";
import { portOfCall, type TaskCall, type TaskCalls } from "./task-calls";

/** What is wrong with what a task calls in its VPC, as far as literals show. */
export function* checkTaskCalls(calls: TaskCalls = {}): Generator<Issue> {
  for (const [name, call] of Object.entries(calls)) {
    const path = `calls.${name}`;
    // It becomes a part of the ids of constructs and of the descriptions of rules.
    if (!/^[\w-]+$/.test(name)) {
      yield issue("call-invalid", {
        path: "calls",
        problem: `"${name}" is not the name of a call`,
        fix: `write letters, digits, - and _, for example "${name.replaceAll(/[^\w-]+/g, "-")}"`,
      });
    }
    yield* checkPort(call, path);
    if ("peer" in call) yield* checkPeer(call.peer, `${path}.peer`);
    if ("host" in call) yield* checkHost(call.host, `${path}.host`);
  }
}

/**
 * What is wrong with a call that is said after its task was made.
 *
 * @param taken names of the calls that the task has
 */
export function* checkLaterCall(name: string, call: TaskCall, taken: ReadonlySet<string>): Generator<Issue> {
  yield* checkTaskCalls({ [name]: call });
  if (!taken.has(name)) return;
  yield issue("call-invalid", {
    path: `calls.${name}`,
    problem: `the task has a call "${name}" already`,
    fix: `give this one another name, for example "${name}-2"`,
  });
}

function* checkPort(call: TaskCall, path: string): Generator<Issue> {
  const port = portOfCall(call);
  if (port === undefined && "service" in call) {
    const { ports } = call.service;
    yield issue("call-invalid", {
      path,
      problem:
        ports.length === 0
          ? "the port of the call is not said, and the containers of the service have none"
          : `the port of the call is not said, and the service has several: ${ports.join(", ")}`,
      fix: `write { service, port: ${ports[0] ?? 8080} }`,
    });
  }
  if (port === undefined || isUnresolved(port) || isPort(port)) return;
  yield issue("port-out-of-range", {
    path: `${path}.port`,
    problem: `${asWritten(port)} is not a port of a call`,
    fix: `write a number from 1 to ${LAST_PORT}, for example 5432`,
  });
}

function* checkHost(host: string, path: string): Generator<Issue> {
  if (isUnresolved(host)) return;
  const isName = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/i.test(host) && !/^[\d.]+$/.test(host);
  if (isName || "cidr" in parseCidr(`${host}/32`)) return;
  yield issue("call-invalid", {
    path,
    problem: `"${host}" is neither the name of a host nor an IPv4 address`,
    fix: 'write a name such as "legacy.internal", or an address such as "10.0.12.7"; the port stands in port',
  });
}
