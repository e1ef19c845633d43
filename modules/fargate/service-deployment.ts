import type { EcsServiceConfig } from "@cdktf/provider-aws/lib/ecs-service";
import { type DeploymentShift, deploymentConfiguration } from "./deployment-strategy";

/** Alarms of CloudWatch that end a deployment. */
export interface DeploymentAlarms {
  /** Names of alarms, which exist; a deployment fails when one of them goes off. */
  readonly names: readonly string[];
  /** Whether the tasks from before come back. @default true */
  readonly rollback?: boolean;
}

/** How the tasks of a service are replaced by those of another revision of the task definition. */
export interface ServiceDeployment extends DeploymentShift {
  /** Percent of the tasks that run all the while, rounded up to whole tasks. @default - ECS's: 100 */
  readonly minimumPercent?: number;
  /** Percent of the tasks that there are at the most, old and new, rounded down to whole tasks. @default - ECS's: 200 */
  readonly maximumPercent?: number;
  /**
   * What happens when new tasks do not start: the ones from before come back, or the deployment fails and they stay; off, ECS goes
   * on for ever starting new ones.
   * @default "rollback"
   */
  readonly circuitBreaker?: "rollback" | "fail" | "off";
  /** Alarms that end a deployment. @default - none */
  readonly alarms?: DeploymentAlarms;
  /** Whether Terraform waits until the new tasks run, and fails where they do not. @default false */
  readonly waitForSteadyState?: boolean;
  /** Values that replace the tasks when one of them changes, though the task definition is the same. @default - none */
  readonly triggers?: Readonly<Record<string, string>>;
  /** Whether an apply that changes the service replaces its tasks in any case. @default false, with `triggers` true */
  readonly forceNewDeployment?: boolean;
  /** Whether ECS moves tasks where one zone has come to have more than another. @default - the provider's: it does not */
  readonly zoneRebalancing?: boolean;
  /** Whose tags the tasks get. @default - nobody's */
  readonly propagateTags?: "SERVICE" | "TASK_DEFINITION";
  /** Whether ECS tags tasks with the names of their cluster and service. @default false */
  readonly managedTags?: boolean;
  /**
   * Whether a pipeline deploys the image: it registers revisions of the task definition and updates the service, and Terraform leaves
   * them alone. Calls that a revision adds are not in the proof.
   * @default false
   */
  readonly byPipeline?: boolean;
}

/**
 * What an ECS service takes from how it is deployed. Without a circuit breaker ECS goes on for ever starting a task that cannot start.
 *
 * @param roleArn the role with which ECS asks functions
 */
export function deploymentSettings(deployment: ServiceDeployment = {}, roleArn?: string): Partial<EcsServiceConfig> {
  const { minimumPercent, maximumPercent, circuitBreaker = "rollback", alarms, waitForSteadyState } = deployment;
  const { triggers, zoneRebalancing, propagateTags, managedTags } = deployment;
  const forceNewDeployment = deployment.forceNewDeployment ?? (triggers === undefined ? undefined : true);
  return {
    deploymentCircuitBreaker: { enable: circuitBreaker !== "off", rollback: circuitBreaker === "rollback" },
    ...deploymentConfiguration(deployment, roleArn),
    ...(minimumPercent === undefined ? {} : { deploymentMinimumHealthyPercent: minimumPercent }),
    ...(maximumPercent === undefined ? {} : { deploymentMaximumPercent: maximumPercent }),
    ...(alarms === undefined
      ? {}
      : { alarms: { enable: true, alarmNames: [...alarms.names], rollback: alarms.rollback ?? true } }),
    ...(waitForSteadyState === undefined ? {} : { waitForSteadyState }),
    ...(triggers === undefined ? {} : { triggers: { ...triggers } }),
    ...(forceNewDeployment === undefined ? {} : { forceNewDeployment }),
    ...(zoneRebalancing === undefined ? {} : { availabilityZoneRebalancing: zoneRebalancing ? "ENABLED" : "DISABLED" }),
    ...(propagateTags === undefined ? {} : { propagateTags }),
    ...(managedTags === undefined ? {} : { enableEcsManagedTags: managedTags }),
  };
}
