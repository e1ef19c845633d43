/** The command that opens a shell in a running task of a service, ready to paste into a shell with the AWS CLI. */
export function executeCommand(options: {
  readonly region: string;
  /** ARN of the cluster. */
  readonly cluster: string;
  /** Name of the service. */
  readonly service: string;
  readonly container: string;
}): string {
  const { region, cluster, service, container } = options;
  const where = `--region ${region} --cluster ${cluster}`;
  const task = `aws ecs list-tasks ${where} --service-name ${service} --query 'taskArns[0]' --output text`;
  return `aws ecs execute-command ${where} --task "$(${task})" --container ${container} --interactive --command /bin/sh`;
}
