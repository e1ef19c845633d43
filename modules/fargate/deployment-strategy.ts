import { numberAsText } from "../load-balancing/number-as-text";

/** How much of the traffic is shifted at a time. */
export interface DeploymentStep {
  /** Percent of the traffic: 3 to 100, of a canary 0.1 to 100, in tenths. @default - ECS's: 10, of a canary 5 */
  readonly percent?: number;
  /** Minutes until the next step, 0 to 1440. @default - ECS's: 6, of a canary 10 */
  readonly minutes?: number;
}

/** A function of Lambda that ECS asks at stages of a deployment; what it answers lets the deployment go on, or ends it. */
export interface DeploymentHook {
  /** ARN of the function. */
  readonly functionArn: string;
  /** When it is asked. */
  readonly stages: readonly DeploymentStage[];
}

/** Stages at which a function may be asked. Source: Amazon ECS API Reference, DeploymentLifecycleHook, read 2026-11-28. */
export const DEPLOYMENT_STAGES = [
  "RECONCILE_SERVICE",
  "PRE_SCALE_UP",
  "POST_SCALE_UP",
  "TEST_TRAFFIC_SHIFT",
  "POST_TEST_TRAFFIC_SHIFT",
  "PRODUCTION_TRAFFIC_SHIFT",
  "POST_PRODUCTION_TRAFFIC_SHIFT",
] as const;

/** A stage of a deployment. */
export type DeploymentStage = (typeof DEPLOYMENT_STAGES)[number];

/** How a deployment shifts traffic. */
export interface DeploymentShift {
  /**
   * How the tasks of the new revision get their traffic. `"rolling"` replaces tasks one by one. The others start all new ones beside
   * the old ones, and shift the traffic at once (`"blue-green"`), in equal steps (`"linear"`), or a part first (`"canary"`); what comes from
   * load balancers needs targets with an `alternate`. Bindings of version 5 of the AWS provider have `"rolling"` only.
   *
   * @default "rolling"
   */
  readonly strategy?: "rolling" | "blue-green" | "linear" | "canary";
  /** Minutes for which the old tasks run on after all traffic has been shifted, 0 to 1440; not with `"rolling"`. @default 5 */
  readonly bakeTime?: number;
  /** The steps of `"linear"`, and the first part of `"canary"`. @default - see its fields */
  readonly step?: DeploymentStep;
  /** Functions that ECS asks on the way; not with `"rolling"`. @default - none */
  readonly hooks?: readonly DeploymentHook[];
  /**
   * ARN of a role of yours with which ECS shifts the traffic of load balancers and asks the functions.
   * @default - it is created where one of them needs it, as `infrastructureRole` of the service says
   */
  readonly roleArn?: string;
}

/** The block `deployment_configuration` of `aws_ecs_service`, which not all bindings know. */
export interface DeploymentConfiguration {
  readonly strategy: string;
  readonly bakeTimeInMinutes: string;
  readonly lifecycleHook?: { hookTargetArn: string; lifecycleStages: string[]; roleArn: string }[];
  readonly linearConfiguration?: { readonly stepPercent?: number; readonly stepBakeTimeInMinutes?: string };
  readonly canaryConfiguration?: { readonly canaryPercent?: number; readonly canaryBakeTimeInMinutes?: string };
}

/** The old tasks are there to come back to for a while, unless it is said for how long. */
const BAKE_MINUTES = 5;

const STRATEGIES = { "blue-green": "BLUE_GREEN", linear: "LINEAR", canary: "CANARY" } as const;

/** Whether new tasks run beside old ones, and traffic is shifted from these to those. */
export function shiftsTraffic({ strategy = "rolling" }: DeploymentShift = {}): boolean {
  return strategy !== "rolling";
}

/**
 * What an ECS service takes from how traffic is shifted.
 *
 * @param roleArn the role with which ECS asks functions
 */
export function deploymentConfiguration(
  { strategy = "rolling", bakeTime = BAKE_MINUTES, step = {}, hooks = [] }: DeploymentShift,
  roleArn = "",
): { readonly deploymentConfiguration?: DeploymentConfiguration } {
  if (strategy === "rolling") return {};
  const { percent, minutes } = step;
  return {
    deploymentConfiguration: {
      strategy: STRATEGIES[strategy],
      bakeTimeInMinutes: numberAsText(bakeTime),
      ...(hooks.length === 0
        ? {}
        : {
            lifecycleHook: hooks.map(({ functionArn, stages }) => ({
              hookTargetArn: functionArn,
              lifecycleStages: [...stages],
              roleArn,
            })),
          }),
      ...(strategy === "linear"
        ? {
            linearConfiguration: {
              ...(percent === undefined ? {} : { stepPercent: percent }),
              ...(minutes === undefined ? {} : { stepBakeTimeInMinutes: numberAsText(minutes) }),
            },
          }
        : {}),
      ...(strategy === "canary"
        ? {
            canaryConfiguration: {
              ...(percent === undefined ? {} : { canaryPercent: percent }),
              ...(minutes === undefined ? {} : { canaryBakeTimeInMinutes: numberAsText(minutes) }),
            },
          }
        : {}),
    },
  };
}
