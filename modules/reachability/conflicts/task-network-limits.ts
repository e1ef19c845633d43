import { knownValue } from "../model/fact";
import { startersOf } from "../model/starters";
import { type ConflictRule, conflict } from "./conflict-rule";

/** Limits of `awsvpcConfiguration`. Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html */
const LIMITS = [
  { argument: "subnets", most: 16, what: "subnets" },
  { argument: "securityGroups", most: 5, what: "security groups" },
] as const;

/** A service or task with more subnets or security groups than ECS takes. */
export const taskNetworkLimits: ConflictRule = function* (view) {
  for (const task of view.model.tasks) {
    for (const { argument, most, what } of LIMITS) {
      const count = knownValue(task[argument])?.length ?? 0;
      if (count <= most) continue;
      for (const path of startersOf(task)) {
        yield conflict("task-network-limit", {
          path,
          problem: `${path} has ${count} ${what}`,
          why: `the network configuration of a task takes at most ${most} ${what}`,
          fix: `name at most ${most} ${what} in network_configuration of ${path}`,
        });
      }
    }
  }
};
