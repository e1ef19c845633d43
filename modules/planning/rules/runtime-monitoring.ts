import { FAILURES } from "../../asks/failures";
import { issue } from "../../issues/issue";
import type { Requirement, RequirementRule } from "./requirement-rule";

/** GuardDuty adds a container of its own, whose image is pulled like the task's. Its telemetry needs no endpoint of yours. */
export const runtimeMonitoring: RequirementRule = {
  id: "runtime-monitoring",
  source: "https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html",
  *derive({ task }) {
    if (task.runtimeMonitoring !== true) return;
    const common: Omit<Requirement, "service"> = {
      text: "the container of GuardDuty Runtime Monitoring is pulled from ECR",
      failure: FAILURES.runtimeMonitoring,
      path: "runtimeMonitoring",
    };
    yield { ...common, service: "s3" };
    yield { ...common, service: "ecr.dkr" };
    yield { ...common, service: "ecr.api" };
    yield {
      remark: issue("guardduty-repository", {
        path: "runtimeMonitoring",
        problem: "the image of GuardDuty's container is in a repository of AWS's",
        fix: "let such a policy admit AWS's repository as well",
      }),
    };
  },
};
