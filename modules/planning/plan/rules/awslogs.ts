import type { RequirementRule } from "../requirement-rule";

/** The awslogs driver creates its log stream before the container starts, so a missing endpoint stops the task. */
export const awslogs: RequirementRule = {
  id: "awslogs",
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  *derive({ containers }) {
    for (const [name, { logDriver }] of containers) {
      if (logDriver !== undefined && logDriver.kind !== "awslogs") continue;
      yield {
        service: "logs",
        type: "Interface",
        text: "the awslogs driver writes to CloudWatch Logs",
        failure: 'the task stops with "ResourceInitializationError: failed to validate logger args …"',
        path: `containers.${name}.logDriver`,
      };
    }
  },
};
