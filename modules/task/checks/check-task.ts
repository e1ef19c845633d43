import { EPHEMERAL_STORAGE } from "../../aws/limits";
import { inEachLanguage } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { isPending, isPendingNumber } from "../../values/pending";
import type { Container } from "../container";
import type { UncheckedFargateTask } from "../fargate-task";
import { portMapping } from "../port-mapping";
import { checkContainer } from "./check-container";
import { checkContainerSizes } from "./check-container-sizes";
import type { CheckContext } from "./check-context";
import { checkDependsOn } from "./check-depends-on";
import { checkExecuteCommand } from "./check-execute-command";
import { checkFargateSize } from "./check-fargate-size";
import { checkGrants } from "./check-grants";
import { checkPlaceholders } from "./check-placeholders";
import { checkPlatform } from "./check-platform";
import { checkReachableHosts } from "./check-reachable-hosts";
import { checkRefusedFields } from "./check-refused-fields";
import { checkRoles } from "./check-roles";
import { checkServiceConnect } from "./check-service-connect";
import { checkTaskFields } from "./check-task-fields";
import { checkVolumes } from "./check-volumes";

/** Everything that is wrong with a task, as far as its literals show. */
export function* checkTask(task: UncheckedFargateTask, context: CheckContext = {}): Generator<Issue> {
  yield* checkFamily(task.family);
  yield* checkPlatform(task);
  yield* checkFargateSize(task);
  yield* checkContainerSizes(task);
  yield* checkEphemeralStorage(task.ephemeralStorage);
  const containers = Object.entries(task.containers);
  const isIncomplete = (path: string): boolean => context.incomplete?.has(path) === true;
  if (containers.length === 0) {
    yield issue("containers-empty", {
      path: "containers",
      problem: `the task "${task.family}" has no container`,
      fix: {
        library: "add one, for example containers: { app: { image: ContainerImage.ecr(repository) } }",
        ecs: 'add one, for example { "name": "app", "image": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2" }',
      },
    });
  } else if (!isIncomplete("containers") && containers.every(([, container]) => container.essential === false)) {
    yield issue("essential-container-missing", {
      path: "containers",
      problem: `no container of the task "${task.family}" is essential`,
      fix: inEachLanguage(({ field }) => `leave out ${field("essential", "false")} on at least one of them`),
    });
  }
  const logs = {
    hasRouter:
      isIncomplete("containers") ||
      containers.some(([name, { firelens }]) => firelens !== undefined || isIncomplete(`containers.${name}.firelens`)),
    verbatim: task.verbatim !== undefined,
  };
  for (const [name, container] of containers) yield* checkContainer(name, container, logs);
  yield* checkPortsOfTask(containers);
  yield* checkDependsOn(task.containers, context);
  yield* checkVolumes(task, context);
  yield* checkExecuteCommand(task);
  yield* checkServiceConnect(task, logs);
  yield* checkReachableHosts(task.reachableHosts);
  yield* checkGrants(task.grants);
  yield* checkTaskFields(task.additionalFields);
  yield* checkRefusedFields(task);
  yield* checkRoles(task, context);
  yield* checkPlaceholders(task);
}

function* checkFamily(family: string): Generator<Issue> {
  if (isPending(family) || /^[A-Za-z0-9_-]{1,255}$/.test(family)) return;
  yield issue("family-invalid", {
    path: "family",
    problem: `"${family}" is not a family name`,
    fix: `write "${family.replace(/[^A-Za-z0-9_-]+/g, "-").slice(0, 255) || "app"}"`,
  });
}

function* checkEphemeralStorage(size: number | undefined): Generator<Issue> {
  if (size === undefined || isPendingNumber(size)) return;
  if (Number.isInteger(size) && size >= EPHEMERAL_STORAGE.least && size <= EPHEMERAL_STORAGE.most) return;
  yield issue("ephemeral-storage-invalid", {
    path: "ephemeralStorage",
    problem: `${size} GiB of ephemeral storage cannot be had`,
    fix:
      size <= 20
        ? "leave ephemeralStorage out to get the 20 GiB"
        : `write a whole number from ${EPHEMERAL_STORAGE.least} to ${EPHEMERAL_STORAGE.most}`,
  });
}

/** In awsvpc mode all containers share one network interface, so a port can be taken only once in the task. */
function* checkPortsOfTask(containers: readonly (readonly [string, Container])[]): Generator<Issue> {
  const takenBy = new Map<string, string>();
  for (const [name, container] of containers) {
    for (const [index, port] of (container.ports ?? []).entries()) {
      const { containerPort, protocol } = portMapping(port);
      if (isPendingNumber(containerPort)) continue;
      const key = `${containerPort}/${protocol}`;
      const owner = takenBy.get(key);
      if (owner === undefined) {
        takenBy.set(key, name);
        continue;
      }
      yield issue("port-duplicate", {
        path: `containers.${name}.ports[${index}]`,
        problem: `port ${key} is taken by the container "${owner}" already`,
        fix: owner === name ? "remove one of the two" : `let "${name}" listen on another port`,
      });
    }
  }
}
