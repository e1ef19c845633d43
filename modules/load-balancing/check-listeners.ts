import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { type Listener, listenerPorts } from "./listener";
import { portIssues } from "./port-issues";

/** Everything that is wrong with the listeners of an application load balancer. */
export function* checkListeners(listeners: Readonly<Record<string, Listener>>): Generator<Issue> {
  const entries = Object.entries(listeners);
  const https = entries.flatMap(([, { kind, port }]) => (kind === "https" ? port : []));
  yield* checkListenerPorts(listenerPorts(listeners));
  for (const [name, listener] of entries) yield* checkCertificate(name, listener);
  for (const [name, listener] of entries) yield* checkRedirect(name, listener, https);
}

/** What is wrong with the ports of listeners, each by its name. */
export function* checkListenerPorts(ports: Readonly<Record<string, number>>): Generator<Issue> {
  const entries = Object.entries(ports);
  if (entries.length === 0) {
    yield issue("listener-missing", {
      path: "listeners",
      problem: "the load balancer has no listener",
      fix: "add one, or leave listeners out to get the default",
    });
  }
  const takenBy = new Map<number, string>();
  for (const [name, port] of entries) {
    const path = `listeners.${name}.port`;
    const wrong = [...portIssues(port, path, `the listener "${name}"`)];
    yield* wrong;
    const other = takenBy.get(port);
    if (!isUnresolved(port)) takenBy.set(port, name);
    if (other === undefined || wrong.length > 0) continue;
    yield issue("listener-port-taken", {
      path,
      problem: `the listeners "${other}" and "${name}" both take port ${port}`,
      fix: `give "${name}" another port, or remove it`,
    });
  }
}

/** Of AWS Certificate Manager, or a server certificate of IAM. */
const CERTIFICATE = /^arn:[\w-]+:(?:acm:[\w-]+:\d{12}:certificate|iam::\d{12}:server-certificate)\/.+$/;

function* checkCertificate(name: string, listener: Listener): Generator<Issue> {
  if (listener.kind !== "https") return;
  // Settings from outside TypeScript may lack it altogether.
  if (listener.certificateArn) {
    if (isUnresolved(listener.certificateArn) || CERTIFICATE.test(listener.certificateArn)) return;
    yield issue("load-balancer-setting-invalid", {
      path: `listeners.${name}.certificateArn`,
      problem: `"${listener.certificateArn}" is not the ARN of a certificate`,
      fix: 'write it as "arn:aws:acm:eu-west-1:123456789012:certificate/<id>"',
    });
    return;
  }
  yield issue("https-without-certificate", {
    path: `listeners.${name}.certificateArn`,
    problem: `the HTTPS listener "${name}" has no certificate`,
    fix: 'write Listener.https("arn:aws:acm:<region>:<account>:certificate/<id>"), or use Listener.http()',
  });
}

function* checkRedirect(name: string, listener: Listener, https: readonly number[]): Generator<Issue> {
  if (listener.kind !== "redirect" || https.includes(listener.httpsPort)) return;
  if (isUnresolved(listener.httpsPort) || https.some(isUnresolved)) return;
  yield issue("redirect-without-https", {
    path: `listeners.${name}.httpsPort`,
    problem: `the listener "${name}" redirects to port ${listener.httpsPort}, where there is no HTTPS listener`,
    fix: `add Listener.https(certificateArn, { port: ${listener.httpsPort} })`,
  });
}
