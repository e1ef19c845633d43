import { type Issue, issue } from "../../issues/issue";
import { isPending } from "../../values/pending";

/** What is wrong with the hosts that a task declares reachable. */
export function* checkReachableHosts(hosts: readonly string[] | undefined): Generator<Issue> {
  for (const [index, host] of (hosts ?? []).entries()) {
    if (isPending(host) || /^[a-z0-9-]+(?:\.[a-z0-9-]+)*$/i.test(host)) continue;
    const name = host.replace(/^[a-z]+:\/\/|^\*\.|[:/].*$/gi, "");
    yield issue("reachable-host-malformed", {
      path: `reachableHosts[${index}]`,
      problem: `"${host}" is not the name of a host`,
      fix: `write "${/^[a-z0-9.-]+$/i.test(name) ? name : "registry.example.com"}"`,
    });
  }
}
