/**
 * What one sees without an endpoint, by what is called; to follow "without the endpoint".
 *
 * Sources: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html and
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_cannot_pull_image.html, read 2026-11-20, and messages of
 * failed tasks. Platform version 1.4.0 cuts long messages, so only their beginning is given.
 */
export const FAILURES = {
  registryAuth: 'the task stops with "ResourceInitializationError: unable to pull secrets or registry auth …"',
  imageManifest: 'the task stops with "CannotPullContainerError: pull image manifest has been retried …"',
  imageLayers: 'the task stops with "CannotPullContainerError: ref pull has been retried …"',
  secretsManager:
    'the task stops with "ResourceInitializationError: unable to pull secrets or registry auth … unable to retrieve secret from asm …"',
  parameterStore:
    'the task stops with "ResourceInitializationError: unable to pull secrets or registry auth … unable to retrieve secrets from ssm …"',
  logStream: 'the task stops with "ResourceInitializationError: failed to validate logger args …"',
  environmentFile: 'the task stops with "ResourceInitializationError: failed to download env files …"',
  executeCommand: '"aws ecs execute-command" ends with "TargetNotConnectedException"',
  executeCommandLog: "the session opens and its output is not kept",
  sessionKey: "no session opens, because its key cannot be fetched",
  logRouter: "the task runs, and the log router loses the lines that it cannot send",
  telemetry: "the task runs, and what the collector cannot send is lost",
  application: "the task runs, and the application's calls time out",
  runtimeMonitoring: "GuardDuty's container does not start, and the task runs unwatched",
  serviceConnect: "the proxy of Service Connect may not get its configuration",
} as const;
