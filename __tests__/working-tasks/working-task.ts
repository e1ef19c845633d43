/** A task definition that ECS registers and Fargate runs, and what it calls through endpoints. */
export interface WorkingTask {
  readonly name: string;
  readonly document: unknown;
  /** Services, in any order. */
  readonly services: string;
  /** What the command is told besides. @default - nothing */
  readonly options?: readonly string[];
  /** Errors that it has all the same, for it is made for a network with a way out. @default - none */
  readonly errors?: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

export const ECR = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";
export const EXECUTION_ROLE = "arn:aws:iam::111122223333:role/ecsTaskExecutionRole";
export const TASK_ROLE = "arn:aws:iam::111122223333:role/app";
/** What a task with an image in ECR calls. */
export const IMAGE = "ecr.api ecr.dkr s3";

/** The input of `aws ecs register-task-definition`. */
export function registered(fields: Fields, ...containers: readonly Fields[]): Fields {
  return {
    family: "app",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "1024",
    memory: "2048",
    executionRoleArn: EXECUTION_ROLE,
    ...fields,
    containerDefinitions: containers.length === 0 ? [app()] : containers,
  };
}

/** A container with an image in ECR. */
export function app(fields: Fields = {}): Fields {
  return { name: "app", image: `${ECR}/app:1.4.2`, essential: true, ...fields };
}

/** The log configuration that the console writes. */
export function awslogs(more: Fields = {}): Fields {
  const options = {
    "awslogs-group": "/ecs/app",
    "awslogs-region": "eu-west-1",
    "awslogs-stream-prefix": "ecs",
    ...more,
  };
  return { logConfiguration: { logDriver: "awslogs", options } };
}
