/** What a task that is run by hand needs. */
export interface RunTaskInput {
  readonly region: string;
  /** ARN or name of the cluster. */
  readonly cluster: string;
  /** ARN or family of the task definition. */
  readonly taskDefinition: string;
  readonly platformVersion: string;
  /** Ids of the subnets. */
  readonly subnets: readonly string[];
  /** Ids of the security groups. */
  readonly securityGroups: readonly string[];
}

/** The AWS CLI command that runs a task once, without a public address, ready to paste into a shell. */
export function runTaskCommand(input: RunTaskInput): string {
  const placement = [
    `subnets=[${input.subnets.join(",")}]`,
    `securityGroups=[${input.securityGroups.join(",")}]`,
    "assignPublicIp=DISABLED",
  ].join(",");
  return [
    `aws ecs run-task --region ${input.region}`,
    `--cluster ${input.cluster}`,
    `--task-definition ${input.taskDefinition}`,
    "--launch-type FARGATE",
    `--platform-version ${input.platformVersion}`,
    `--network-configuration 'awsvpcConfiguration={${placement}}'`,
  ].join(" ");
}
