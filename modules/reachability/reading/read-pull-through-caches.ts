import type { UncheckedFargateTask } from "../../task/fargate-task";
import { ownMember } from "../../values/own-member";
import { knownValue } from "../model/fact";
import { textFact } from "./facts";
import type { ResourceIndex } from "./resource-index";

/** A rule with this prefix is for every repository. Source: Amazon ECR User Guide, "Creating a pull through cache rule". */
const EVERY_REPOSITORY = "ROOT";

/**
 * A task whose images in ECR are marked where a pull-through cache rule of the same Terraform fills their repository, and where
 * the task itself says whether one does.
 *
 * @param said by container, whether a cache fills the repository of its image
 */
export function withPullThroughCaches(
  task: UncheckedFargateTask,
  index: ResourceIndex,
  said: Readonly<Record<string, boolean>> = {},
): UncheckedFargateTask {
  const prefixes = index
    .managed("aws_ecr_pull_through_cache_rule")
    .flatMap((rule) => knownValue(textFact(rule.argument("ecr_repository_prefix"))) ?? []);
  if (prefixes.length === 0 && Object.keys(said).length === 0) return task;
  const containers = Object.entries(task.containers).map(([name, container]) => {
    const { image } = container;
    if (image.kind !== "ecr") return [name, container] as const;
    const pullThroughCache = isFilled(image.repositoryUrl, prefixes) ? true : ownMember(said, name);
    if (pullThroughCache === undefined) return [name, container] as const;
    return [name, { ...container, image: { ...image, pullThroughCache } }] as const;
  });
  return { ...task, containers: Object.fromEntries(containers) };
}

function isFilled(repositoryUrl: string, prefixes: readonly string[]): boolean {
  const repository = repositoryUrl.slice(repositoryUrl.indexOf("/") + 1);
  return prefixes.some((prefix) => prefix === EVERY_REPOSITORY || repository.startsWith(`${prefix}/`));
}
