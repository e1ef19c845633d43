import { type Issue, issue } from "../issues/issue";
import { isUnresolved } from "../values/unresolved";
import { checkWord } from "./check-word";
import type { FargateServiceProps } from "./fargate-service-props";
import type { ServiceDeployment } from "./service-deployment";

/** Everything that is wrong with how a service is deployed, as far as literals show. */
export function* checkServiceDeployment(props: FargateServiceProps): Generator<Issue> {
  const { deployment } = props;
  if (deployment === undefined) return;
  const { circuitBreaker, propagateTags, alarms } = deployment;
  const breakers = ["rollback", "fail", "off"];
  yield* checkWord("deployment-invalid", circuitBreaker, breakers, "deployment.circuitBreaker");
  yield* checkWord("deployment-invalid", propagateTags, ["SERVICE", "TASK_DEFINITION"], "deployment.propagateTags");
  if (alarms?.names.length === 0) {
    yield issue("deployment-invalid", {
      path: "deployment.alarms.names",
      problem: "no alarm is named",
      why: "nothing would end a deployment",
      fix: "name an alarm, or leave alarms out",
    });
  }
  yield* checkPercents(deployment, props.desiredCount ?? props.scaling?.min ?? 1);
  yield* checkRebalancing(deployment);
}

/**
 * Source of the rounding, and of what is counted: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html
 */
function* checkPercents(deployment: ServiceDeployment, count: number): Generator<Issue> {
  const { minimumPercent: least = 100, maximumPercent: most = 200 } = deployment;
  if (isUnresolved(least) || isUnresolved(most)) return;
  if (least > 100) {
    yield issue("deployment-invalid", {
      path: "deployment.minimumPercent",
      problem: `minimumPercent is ${least}`,
      why: "of the tasks that there are to be, no more than all run while they are replaced",
      fix: "write a number from 0 to 100",
    });
    return;
  }
  const path = deployment.minimumPercent === undefined ? "deployment.maximumPercent" : "deployment.minimumPercent";
  if (least >= most) {
    yield issue("deployment-invalid", {
      path,
      problem: `minimumPercent is ${least}, and maximumPercent is ${most}`,
      fix: "write minimumPercent: 50, maximumPercent: 200",
    });
    return;
  }
  if (isUnresolved(count) || count === 0) return;
  const mayStop = Math.ceil((count * least) / 100) < count;
  const mayStart = Math.floor((count * most) / 100) > count;
  if (mayStop || mayStart) return;
  yield issue("deployment-invalid", {
    path,
    problem: `of ${count === 1 ? "1 task" : `${count} tasks`} none may stop with a minimumPercent of ${least}, and none may be added with a maximumPercent of ${most}`,
    fix: "write maximumPercent: 200, or minimumPercent: 0",
  });
}

/** Source: Amazon ECS Developer Guide, "Balancing an Amazon ECS service across Availability Zones". */
function* checkRebalancing({ zoneRebalancing, maximumPercent }: ServiceDeployment): Generator<Issue> {
  if (zoneRebalancing !== true || maximumPercent === undefined || isUnresolved(maximumPercent)) return;
  if (maximumPercent > 100) return;
  yield issue("deployment-invalid", {
    path: "deployment.zoneRebalancing",
    problem: `zoneRebalancing is on, and maximumPercent is ${maximumPercent}`,
    why: "ECS starts the task in the other zone before it stops one, which needs a maximumPercent above 100",
    fix: "write maximumPercent: 200, or leave zoneRebalancing out",
  });
}
