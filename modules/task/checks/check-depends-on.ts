import { inEachLanguage } from "../../issues/fix";
import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { shownName } from "../../text/words";
import { isPending } from "../../values/pending";
import { CONTAINER_CONDITIONS, type Container } from "../container";
import type { CheckContext } from "./check-context";

type Containers = Readonly<Record<string, Container>>;

/**
 * Everything that is wrong with the order in which the containers of a task start.
 *
 * Source: Amazon ECS API Reference, ContainerDependency.
 */
export function* checkDependsOn(containers: Containers, { incomplete }: CheckContext = {}): Generator<Issue> {
  const isOpen = incomplete?.has("containers") === true || Object.keys(containers).some(isPending);
  for (const [name, { dependsOn = {} }] of Object.entries(containers)) {
    for (const [other, condition] of Object.entries(dependsOn)) {
      if (isPending(other) || isPending(condition)) continue;
      if (isOpen && !Object.hasOwn(containers, other)) continue;
      if (condition === "HEALTHY" && incomplete?.has(`containers.${other}.healthCheck`) === true) continue;
      yield* checkDependency(other, condition, `containers.${name}.dependsOn.${other}`, containers);
    }
  }
  const cycle = findCycle(containers);
  if (cycle === undefined) return;
  yield issue("depends-on-cycle", {
    path: `containers.${cycle[0]}.dependsOn`,
    problem: `the containers wait for each other: ${[...cycle, cycle[0] ?? ""].map(shownName).join(" -> ")}`,
    fix: "remove one of these dependencies",
  });
}

function* checkDependency(name: string, condition: string, path: string, containers: Containers): Generator<Issue> {
  const other = Object.hasOwn(containers, name) ? containers[name] : undefined;
  if (other === undefined) {
    const names = Object.keys(containers);
    yield issue("depends-on-unknown", {
      path,
      problem: `the task has no container "${name}"`,
      fix: `write ${nearest(name, names) === undefined ? `one of ${names.join(", ")}` : `"${nearest(name, names)}"`}`,
    });
  } else if (!CONTAINER_CONDITIONS.some((known) => known === condition)) {
    yield issue("depends-on-condition-unknown", {
      path,
      problem: `"${condition}" is not a condition`,
      fix: `write "${nearest(condition, CONTAINER_CONDITIONS) ?? "START"}"; there are ${CONTAINER_CONDITIONS.join(", ")}`,
    });
  } else if (condition === "HEALTHY" && other.healthCheck === undefined) {
    yield issue("depends-on-health-check-missing", {
      path,
      problem: `"${name}" has no health check, so it never becomes HEALTHY`,
      fix: `give "${name}" a healthCheck, or write "START"`,
    });
  } else if ((condition === "COMPLETE" || condition === "SUCCESS") && other.essential !== false) {
    yield issue("depends-on-essential", {
      path,
      problem: `"${name}" is essential, so the task stops when it ends`,
      why: `ECS takes the condition ${condition} only for a container that is not essential`,
      fix: inEachLanguage(({ field }) => `write ${field("essential", "false")} for "${name}"`),
    });
  }
}

/** The names along a circle of containers, where there is one. */
function findCycle(containers: Containers): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(name)) return path.slice(path.indexOf(name));
    if (done.has(name)) return undefined;
    for (const other of Object.keys(containers[name]?.dependsOn ?? {})) {
      const cycle = visit(other, [...path, name]);
      if (cycle !== undefined) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(containers)) {
    const cycle = visit(name, []);
    if (cycle !== undefined) return cycle;
  }
  return undefined;
}
