import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import type { Listener } from "./listener";
import { portIssues } from "./port-issues";

/** What is wrong with the ports of listeners, each by its name. */
export function checkListenerPorts(ports: Readonly<Record<string, number>>): Issue[] {
  const entries = Object.entries(ports);
  if (entries.length === 0) {
    return [
      issue("listener-missing", {
        path: "listeners",
        problem: "the load balancer has no listener",
        fix: "add one, or leave listeners out to get the default",
      }),
    ];
  }
  const takenBy = new Map<number, string>();
  return entries.flatMap(([name, port]): Issue[] => {
    const path = `listeners.${name}`;
    const other = takenBy.get(port);
    if (!isUnresolved(port)) takenBy.set(port, name);
    const issues = portIssues(port, `${path}.port`, `the listener "${name}"`);
    if (other === undefined || issues.length > 0) return issues;
    return [
      issue("listener-port-taken", {
        path: `${path}.port`,
        problem: `the listeners "${other}" and "${name}" both take port ${port}`,
        fix: `give "${name}" another port, or remove it`,
      }),
    ];
  });
}

/** Everything that is wrong with the listeners of an application load balancer. */
export function checkListeners(listeners: Readonly<Record<string, Listener>>): Issue[] {
  const entries = Object.entries(listeners);
  const ports = Object.fromEntries(entries.map(([name, { port }]) => [name, port]));
  const https = entries.flatMap(([, { kind, port }]) => (kind === "https" ? port : []));
  return [
    ...checkListenerPorts(ports),
    ...entries.flatMap(([name, listener]) => certificateIssues(name, listener)),
    ...entries.flatMap(([name, listener]) => redirectIssues(name, listener, https)),
  ];
}

function certificateIssues(name: string, listener: Listener): Issue[] {
  // Settings from outside TypeScript may lack it altogether.
  if (listener.kind !== "https" || listener.certificateArn) return [];
  return [
    issue("https-without-certificate", {
      path: `listeners.${name}.certificateArn`,
      problem: `the HTTPS listener "${name}" has no certificate`,
      fix: 'write Listener.https("arn:aws:acm:<region>:<account>:certificate/<id>"), or use Listener.http()',
    }),
  ];
}

function redirectIssues(name: string, listener: Listener, https: readonly number[]): Issue[] {
  if (listener.kind !== "redirect" || https.includes(listener.httpsPort)) return [];
  if (isUnresolved(listener.httpsPort) || https.some(isUnresolved)) return [];
  return [
    issue("redirect-without-https", {
      path: `listeners.${name}.httpsPort`,
      problem: `the listener "${name}" redirects to port ${listener.httpsPort}, where there is no HTTPS listener`,
      fix: `add Listener.https(certificateArn, { port: ${listener.httpsPort} })`,
    }),
  ];
}
