import { FAILURES } from "../../asks/failures";
import type { LogDriver } from "../../task/log-drivers/log-driver";
import { callsToRegion } from "./calls-to-region";
import type { RequirementRule } from "./requirement-rule";

/** The awslogs driver creates its log stream before the container starts, so a missing endpoint stops the task. */
export const awslogs: RequirementRule = {
  id: "awslogs",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  *derive({ task, containers, surroundings }) {
    const drivers: [path: string, driver: LogDriver][] = containers.map(([name, { logDriver }]) => [
      `containers.${name}.logDriver`,
      logDriver ?? { kind: "awslogs" },
    ]);
    const ofProxy = task.serviceConnect?.logDriver;
    if (ofProxy !== undefined) drivers.push(["serviceConnect.logDriver", ofProxy]);
    for (const [path, driver] of drivers) {
      if (driver.kind !== "awslogs") continue;
      const requirement = {
        service: "logs",
        text: "the awslogs driver writes to CloudWatch Logs",
        failure: FAILURES.logStream,
        path,
      } as const;
      yield* callsToRegion([requirement], driver.region, surroundings, {
        name: driver.logGroupName === undefined ? "the log group" : `the log group "${driver.logGroupName}"`,
        fix: `leave region out, so that the logs stay in ${surroundings.region}`,
      });
    }
  },
};
