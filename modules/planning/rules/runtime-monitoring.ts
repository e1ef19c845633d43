import { ecrPullAsks } from "../../asks/ecr-pull";
import { FAILURES } from "../../asks/failures";
import { issue } from "../../issues/issue";
import type { AskRule } from "./ask-rule";

const REASON = {
  text: "the container of GuardDuty Runtime Monitoring is pulled from ECR",
  failure: FAILURES.runtimeMonitoring,
};

const PULL = {
  rule: "runtime-monitoring",
  path: "runtimeMonitoring",
  repository: { kind: "guardduty-repository" },
  token: REASON,
  image: REASON,
  layers: REASON,
} as const;

/** GuardDuty adds a container of its own, whose image is pulled like the task's. Its telemetry needs no endpoint of yours. */
export const runtimeMonitoring: AskRule = {
  source: "https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html",
  *asks({ task }) {
    if (task.runtimeMonitoring !== true) return;
    // It needs platform version 1.4.0.
    yield* ecrPullAsks(PULL, { platformVersion: "1.4.0" });
    yield {
      remark: issue("guardduty-repository", {
        path: "runtimeMonitoring",
        problem: "the image of GuardDuty's container is in a repository of AWS's",
        fix: "let such a policy admit AWS's repository as well",
      }),
    };
  },
};
