import { ConfigurationError } from "../../issues/configuration-error";
import { type Issue, inLanguage, isError } from "../../issues/issue";
import type { FargateTask, UncheckedFargateTask } from "../fargate-task";
import { checkReading } from "./check-reading";
import { interpretTaskDefinition, type TaskDefinitionReading } from "./interpret-task-definition";

/** What a raw task definition does not say. */
export interface ReadTaskDefinitionOptions {
  /** Family of the task definition, where the JSON is a list of containers. @default - the JSON's */
  readonly family?: string;
}

/**
 * A raw ECS task definition as a task, for the plan and for the service.
 *
 * Read is what `aws ecs describe-task-definition` prints, what `register-task-definition` takes, the attributes of
 * Terraform's `aws_ecs_task_definition`, the properties of CloudFormation's `AWS::ECS::TaskDefinition` without functions, and
 * a list of container definitions; each as a value or as text. Fields that
 * {@link FargateTask} has no name for are kept in `additionalFields`.
 *
 * The roles are not part of a task: hand them to the service, `executionRole: { arn }`. A container without
 * `logConfiguration` drops its output, as in ECS.
 *
 * An image or a secret that is nothing but a token does not tell what it is. Such an image is taken for one of ECR, the only
 * kind that can be pulled without an internet route; for such a secret the endpoints of Secrets Manager and of Parameter
 * Store are planned, but the right to read it is one to a parameter. Where it is a secret of Secrets Manager, write
 * `${secret.arn}:::`, which ECS takes for the whole secret.
 *
 * @example
 * const task = readTaskDefinition(JSON.parse(readFileSync("orders.json", "utf8")));
 * new FargateService(this, "orders", { network, endpoints, task });
 * @throws {ConfigurationError} with everything that is wrong with it, and where in the JSON
 */
export function readTaskDefinition(json: unknown, options: ReadTaskDefinitionOptions = {}): FargateTask {
  const reading = interpretTaskDefinition(json, { family: options.family });
  const { task } = reading;
  const problems = [...reading.issues, ...checkReading(reading, { rolesAreCreated: true })]
    .filter(isError)
    .map((each) => inLanguage(each, "ecs"));
  if (task === undefined || !isFargateTask(task, problems))
    throw new ConfigurationError("the task definition", problems);
  // Whichever of the two services has a secret, its endpoint is planned; Parameter Store's already is.
  return hasUnknownSecret(reading) ? { ...task, uses: ["secretsmanager"] } : task;
}

function hasUnknownSecret({ unknown }: TaskDefinitionReading): boolean {
  return [...unknown.values()].includes("secret");
}

/** The checks have found everything that the type forbids. */
function isFargateTask(task: UncheckedFargateTask, problems: readonly Issue[]): task is FargateTask {
  return problems.length === 0 && task.family !== "";
}
