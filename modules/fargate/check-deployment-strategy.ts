import { type Issue, issue } from "../issues/issue";
import { asWritten } from "../text/words";
import { isUnresolved } from "../values/unresolved";
import { checkWord } from "./check-word";
import { DEPLOYMENT_STAGES, type DeploymentShift, type DeploymentStep } from "./deployment-strategy";
import type { FargateServiceProps } from "./fargate-service-props";
import { checkNewerBlocks, type NewerBlock } from "./newer-blocks";

/** Source: Amazon ECS API Reference, LinearConfiguration, CanaryConfiguration and DeploymentConfiguration, read 2026-11-28. */
const LEAST_PERCENT = { linear: 3, canary: 0.1 } as const;
const MOST_MINUTES = 1440;

type Shifting = Exclude<DeploymentShift["strategy"], "rolling" | undefined>;
type ServicePart = Pick<FargateServiceProps, "task" | "deployment" | "loadBalancers">;

/**
 * Everything that is wrong with how a deployment shifts traffic, as far as literals show.
 *
 * @param bindings the module of `aws_ecs_service`. @default - the installed one
 */
export function* checkDeploymentStrategy(
  { task, deployment = {}, loadBalancers = [] }: ServicePart,
  bindings?: object,
): Generator<Issue> {
  const { strategy = "rolling" } = deployment;
  if (strategy === "rolling") {
    yield* checkRolling({ deployment, loadBalancers });
    return;
  }
  const balanced = loadBalancers.length > 0;
  yield* checkNewerBlocks(blocksOf(strategy, deployment, balanced), "deployment.strategy", bindings);
  yield* checkMinutes(deployment.bakeTime, "deployment.bakeTime");
  yield* checkStep(strategy, deployment.step);
  yield* checkHooks(deployment);
  for (const [index, { container, alternate }] of loadBalancers.entries()) {
    if (alternate !== undefined) continue;
    yield issue("deployment-invalid", {
      path: `loadBalancers[${index}]`,
      problem: `the target "${container}" has one target group, and the strategy is "${strategy}"`,
      why: "ECS shifts the traffic of a load balancer from one target group to another",
      fix: "write alternate: {} in the route of an application load balancer or the target of a network load balancer",
    });
  }
  if (strategy === "blue-green" || balanced || task.serviceConnect !== undefined) return;
  yield issue("deployment-invalid", {
    path: "deployment.strategy",
    problem: `the strategy is "${strategy}", and the service has neither a load balancer nor Service Connect`,
    why: "only of their traffic can ECS shift a part",
    fix: 'write strategy: "blue-green", or leave it out',
  });
}

function blocksOf(strategy: Shifting, { hooks = [] }: DeploymentShift, balanced: boolean): readonly NewerBlock[] {
  return [
    "DeploymentConfiguration",
    ...(strategy === "linear" ? (["DeploymentConfigurationLinearConfiguration"] as const) : []),
    ...(strategy === "canary" ? (["DeploymentConfigurationCanaryConfiguration"] as const) : []),
    ...(hooks.length > 0 ? (["DeploymentConfigurationLifecycleHook"] as const) : []),
    ...(balanced ? (["LoadBalancerAdvancedConfiguration"] as const) : []),
  ];
}

function* checkRolling({ deployment = {}, loadBalancers = [] }: Omit<ServicePart, "task">): Generator<Issue> {
  for (const name of ["bakeTime", "step", "hooks", "roleArn"] as const) {
    if (deployment[name] === undefined) continue;
    yield issue("deployment-invalid", {
      path: `deployment.${name}`,
      problem: `${name} is given, and the strategy is "rolling"`,
      why: "a rolling deployment shifts no traffic",
      fix: `write strategy: "blue-green", or leave ${name} out`,
    });
  }
  for (const [index, { container, alternate }] of loadBalancers.entries()) {
    if (alternate === undefined) continue;
    yield issue("deployment-invalid", {
      path: `loadBalancers[${index}]`,
      problem: `the target "${container}" has an alternate, and the strategy is "rolling"`,
      why: "a rolling deployment shifts no traffic",
      fix: 'write deployment: { strategy: "blue-green" }, or leave alternate out',
    });
  }
}

function* checkStep(strategy: Shifting, step: DeploymentStep | undefined): Generator<Issue> {
  if (step === undefined) return;
  if (strategy === "blue-green") {
    yield issue("deployment-invalid", {
      path: "deployment.step",
      problem: 'step is given, and the strategy is "blue-green"',
      why: "a blue/green deployment shifts all of the traffic at once",
      fix: 'write strategy: "linear" or strategy: "canary", or leave step out',
    });
    return;
  }
  const { percent, minutes } = step;
  yield* checkMinutes(minutes, "deployment.step.minutes");
  const least = LEAST_PERCENT[strategy];
  if (percent === undefined || isUnresolved(percent)) return;
  const isInTenths = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
  if (isInTenths && percent >= least && percent <= 100) return;
  yield issue("deployment-invalid", {
    path: "deployment.step.percent",
    problem: `percent is ${asWritten(percent)}`,
    why: `ECS takes tenths from ${least} to 100 with the strategy "${strategy}"`,
    fix: "write percent: 10",
  });
}

function* checkMinutes(minutes: number | undefined, path: string): Generator<Issue> {
  if (minutes === undefined || isUnresolved(minutes)) return;
  if (Number.isInteger(minutes) && minutes >= 0 && minutes <= MOST_MINUTES) return;
  yield issue("deployment-invalid", {
    path,
    problem: `${path.split(".").at(-1)} is ${asWritten(minutes)}`,
    why: `ECS takes whole minutes from 0 to ${MOST_MINUTES}, a day`,
    fix: `write a number from 0 to ${MOST_MINUTES}`,
  });
}

function* checkHooks({ hooks = [] }: DeploymentShift): Generator<Issue> {
  for (const [index, { functionArn, stages }] of hooks.entries()) {
    const path = `deployment.hooks[${index}]`;
    for (const [at, stage] of stages.entries()) {
      yield* checkWord("deployment-invalid", stage, DEPLOYMENT_STAGES, `${path}.stages[${at}]`);
    }
    if (stages.length === 0) {
      yield issue("deployment-invalid", {
        path: `${path}.stages`,
        problem: "no stage is named",
        why: "the function would never be asked",
        fix: 'write stages: ["POST_TEST_TRAFFIC_SHIFT"], or leave the hook out',
      });
    }
    if (isUnresolved(functionArn) || /^arn:[\w-]+:lambda:[\w-]+:\d{12}:function:.+$/.test(functionArn)) continue;
    yield issue("deployment-invalid", {
      path: `${path}.functionArn`,
      problem: `"${functionArn}" is not the ARN of a function`,
      why: "ECS asks functions of Lambda",
      fix: 'write it as "arn:aws:lambda:eu-west-1:123456789012:function:check-orders"',
    });
  }
}
