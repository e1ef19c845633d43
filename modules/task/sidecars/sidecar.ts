import type { PolicyStatement } from "../../aws/policy-document";
import { ConfigurationError } from "../../issues/configuration-error";
import { issue } from "../../issues/issue";
import type { Container } from "../container";
import type { FargateTaskDescription } from "../fargate-task";
import type { Grant } from "../grants/grant";
import { ContainerImage } from "../images/container-image";
import { given } from "../json/given";

/** A container beside those of the application, with what it calls. */
export interface Sidecar {
  readonly container: Container;
  /** What it calls, with the rights to it. @default - nothing */
  readonly grants?: readonly Grant[];
  /** Rights that it needs besides. @default - none */
  readonly taskRoleStatements?: readonly PolicyStatement[];
  /** Hosts to which it sends, and which the task has to reach by itself. @default - none */
  readonly reachableHosts?: readonly string[];
}

/** What a sidecar is made with. */
export interface SidecarOptions {
  /**
   * The image, for example a copy in a repository of yours, or in one that a pull-through cache fills.
   *
   * @default - AWS's image in ECR Public, which a task without an internet route cannot pull
   */
  readonly image?: ContainerImage;
  /** Settings of the container, for example `{ cpu: 64, memory: 128 }`. @default - those of the sidecar */
  readonly container?: Partial<Omit<Container, "image">>;
}

/** The container of a sidecar. */
export function sidecarContainer(
  published: string,
  { image = ContainerImage.registry(published), container }: SidecarOptions,
  own: Omit<Container, "image">,
): Container {
  return { image, ...own, ...container };
}

/**
 * A task with containers beside its own: their rights and hosts are added to the task's, so that the plan, the task role and
 * the proof have them.
 *
 * @param sidecars by the names of their containers
 * @example withSidecars(task, { xray: Sidecars.xrayDaemon({ image }) })
 * @throws {ConfigurationError} where the task has a container of that name
 */
export function withSidecars<Task extends FargateTaskDescription>(
  task: Task,
  sidecars: Readonly<Record<string, Sidecar>>,
): Task {
  const taken = Object.keys(sidecars).filter((name) => Object.hasOwn(task.containers, name));
  if (taken.length > 0) {
    throw new ConfigurationError(
      `the task "${task.family}"`,
      taken.map((name) =>
        issue("container-name-duplicate", {
          path: `containers.${name}`,
          problem: `there is another container "${name}"`,
          fix: "give the sidecar another name",
        }),
      ),
    );
  }
  const all = Object.entries(sidecars);
  const containers = Object.fromEntries(all.map(([name, { container }]) => [name, container]));
  const each = all.map(([, sidecar]) => sidecar);
  return {
    ...task,
    containers: { ...task.containers, ...containers },
    ...given({
      grants: joined(task.grants, each, ({ grants }) => grants),
      taskRoleStatements: joined(task.taskRoleStatements, each, ({ taskRoleStatements }) => taskRoleStatements),
      reachableHosts: joined(task.reachableHosts, each, ({ reachableHosts }) => reachableHosts),
    }),
  };
}

function joined<Element>(
  own: readonly Element[] | undefined,
  sidecars: readonly Sidecar[],
  of: (sidecar: Sidecar) => readonly Element[] | undefined,
): readonly Element[] | undefined {
  const all = [...(own ?? []), ...sidecars.flatMap((sidecar) => of(sidecar) ?? [])];
  return all.length === 0 ? undefined : all;
}
