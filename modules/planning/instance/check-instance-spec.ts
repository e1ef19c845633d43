import { isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";
import { type Issue, issue } from "../../issues/issue";
import { unknownServiceIssue } from "../../issues/unknown-service-issue";
import { isUnresolved } from "../../values/unresolved";
import type { InstanceSpec } from "./instance-spec";

/** Everything that is wrong with an instance as its literals show it. */
export function* checkInstanceSpec({ name, packages = [], uses = [] }: InstanceSpec): Generator<Issue> {
  yield* checkName(name);
  for (const [index, value] of packages.entries()) yield* checkPackage(value, `packages[${index}]`);
  for (const [index, service] of uses.entries()) {
    if (!isEndpointServiceName(service)) yield unknownServiceIssue(service, `uses[${index}]`);
  }
}

function* checkName(name: string): Generator<Issue> {
  if (isUnresolved(name) || /^[A-Za-z0-9._-]{1,64}$/.test(name)) return;
  yield issue("instance-name-invalid", {
    path: "name",
    problem: `"${name}" is not a name for an instance`,
    fix: `write "${name.replace(/[^A-Za-z0-9._-]+/g, "-").slice(0, 64) || "host"}"`,
  });
}

/** Names of packages go into a shell command. */
function* checkPackage(value: string, path: string): Generator<Issue> {
  if (isUnresolved(value) || /^[A-Za-z0-9][A-Za-z0-9+._-]*$/.test(value)) return;
  yield issue("package-name-invalid", {
    path,
    problem: `"${value}" is not the name of a package`,
    fix: 'write one name in each element, for example packages: ["docker"], and shell commands into commands',
  });
}
