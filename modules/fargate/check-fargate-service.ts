import { type Issue, issue } from "../issues/issue";
import { checkTask } from "../task/checks/check-task";
import { checkCalls } from "./check-calls";
import { checkLoadBalancers } from "./check-load-balancers";
import { checkPlacement } from "./check-placement";
import { checkEbsVolumes } from "./ebs-volumes";
import type { FargateServiceProps } from "./fargate-service-props";
import { checkLostFields } from "./task-definition-settings";

/** Everything that is wrong with a service, its task and its network, as far as literals show. */
export function* checkFargateService(props: FargateServiceProps): Generator<Issue> {
  const { task } = props;
  const issues = [
    ...checkTask(task),
    ...checkLostFields(task),
    ...checkEbsVolumes(task),
    ...checkTaskRole(props),
    ...checkPlacement(props),
    ...checkLoadBalancers(props),
  ];
  yield* issues;
  // A plan for a task that is wrong itself would only repeat what is wrong.
  if (issues.length === 0) yield* checkCalls(props);
}

function* checkTaskRole({ task, taskRole }: FargateServiceProps): Generator<Issue> {
  if (taskRole === undefined || !("arn" in taskRole) || task.taskRoleStatements === undefined) return;
  yield issue("task-role-statements-unused", {
    path: "taskRole",
    problem: "the task has taskRoleStatements, but its role is one of yours",
    fix: "put them into your role, and name what the application calls by uses",
  });
}
