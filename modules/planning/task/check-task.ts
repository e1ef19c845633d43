import type { Issue } from "../issue";
import { nearest } from "../nearest";
import { isUnresolved } from "../unresolved";
import { checkContainer } from "./check-container";
import { checkFargateSize } from "./check-fargate-size";
import type { Container, FargateTask, PortMapping } from "./fargate-task";
import { PLATFORM_VERSIONS } from "./platform-version";

/** GiB of ephemeral storage. Source: Amazon ECS API Reference, EphemeralStorage, read 2026-11-20. */
const EPHEMERAL_STORAGE = { least: 21, most: 200 } as const;

/** Everything that is wrong with a task, as far as its literals show. */
export function checkTask(task: FargateTask): Issue[] {
  const issues: Issue[] = [];
  const report = (issue: Issue) => issues.push(issue);
  checkFamily(task.family, report);
  checkPlatformVersion(task.platformVersion, report);
  checkFargateSize(task.cpu, task.memory, report);
  checkEphemeralStorage(task.ephemeralStorage, report);
  const containers = Object.entries(task.containers);
  if (containers.length === 0) {
    report({
      code: "containers-empty",
      path: "containers",
      problem: `the task "${task.family}" has no container`,
      why: "a task is its containers; ECS refuses a task definition without one",
      fix: "add one, for example containers: { app: { image: ContainerImage.ecr(repository) } }",
    });
  } else if (containers.every(([, container]) => container.essential === false)) {
    report({
      code: "essential-container-missing",
      path: "containers",
      problem: `no container of the task "${task.family}" is essential`,
      why: "ECS refuses a task definition in which no container decides whether the task runs",
      fix: "leave out essential: false on at least one of them",
    });
  }
  for (const [name, container] of containers) checkContainer(name, container, report);
  checkPortsOfTask(containers, report);
  return issues;
}

type Report = (issue: Issue) => void;

function checkFamily(family: string, report: Report): void {
  if (isUnresolved(family) || /^[A-Za-z0-9_-]{1,255}$/.test(family)) return;
  report({
    code: "family-invalid",
    path: "family",
    problem: `"${family}" is not a family name`,
    why: "ECS takes 1 to 255 letters, digits, hyphens and underscores",
    fix: `write "${family.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 255) || "app"}"`,
  });
}

function checkPlatformVersion(version: string | undefined, report: Report): void {
  if (version === undefined || isUnresolved(version) || PLATFORM_VERSIONS.some((known) => known === version)) return;
  report({
    code: "platform-version-unknown",
    path: "platformVersion",
    problem: `"${version}" is not a platform version that can be run`,
    why: "which calls leave through the task's network interface depends on it, and with them the endpoints",
    fix: `write "${nearest(version, PLATFORM_VERSIONS) ?? "1.4.0"}"; there are ${PLATFORM_VERSIONS.join(", ")}`,
  });
}

function checkEphemeralStorage(size: number | undefined, report: Report): void {
  if (size === undefined || isUnresolved(size)) return;
  if (Number.isInteger(size) && size >= EPHEMERAL_STORAGE.least && size <= EPHEMERAL_STORAGE.most) return;
  report({
    code: "ephemeral-storage-invalid",
    path: "ephemeralStorage",
    problem: `${size} GiB of ephemeral storage cannot be had`,
    why: `every task has 20 GiB; ECS takes whole numbers from ${EPHEMERAL_STORAGE.least} to ${EPHEMERAL_STORAGE.most}`,
    fix:
      size <= 20
        ? "leave ephemeralStorage out to get the 20 GiB"
        : `write a whole number up to ${EPHEMERAL_STORAGE.most}`,
  });
}

/** In awsvpc mode all containers share one network interface, so a port can be taken only once in the task. */
function checkPortsOfTask(containers: readonly (readonly [string, Container])[], report: Report): void {
  const takenBy = new Map<string, string>();
  for (const [name, container] of containers) {
    for (const [index, port] of (container.ports ?? []).entries()) {
      const { containerPort, protocol } = portMapping(port);
      if (isUnresolved(containerPort)) continue;
      const key = `${containerPort}/${protocol}`;
      const owner = takenBy.get(key);
      if (owner === undefined) {
        takenBy.set(key, name);
        continue;
      }
      report({
        code: "port-duplicate",
        path: `containers.${name}.ports[${index}]`,
        problem: `port ${key} is taken by the container "${owner}" already`,
        why: "the containers of a Fargate task share one network interface, so each port can be taken once",
        fix: owner === name ? "remove one of the two" : `let "${name}" listen on another port`,
      });
    }
  }
}

/** A port with its defaults filled in. */
export function portMapping(port: number | PortMapping): PortMapping & { readonly protocol: "tcp" | "udp" } {
  return typeof port === "number" ? { containerPort: port, protocol: "tcp" } : { protocol: "tcp", ...port };
}
