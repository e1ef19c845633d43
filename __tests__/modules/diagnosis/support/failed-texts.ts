import type { CauseName } from "../../../../modules/diagnosis/causes/cause-table";

/** A message of a task that failed, and what it has to be taken for. */
export interface FailedText {
  /** Name of the known text. */
  readonly name: string;
  readonly services: readonly string[];
  /** The likeliest. */
  readonly cause: CauseName;
  readonly text: string;
}

/** Messages as ECS, agents, SDKs and APIs write them. Sources: AWS's pages, issues of the ECS agent and of Terraform's provider. */
export const FAILED_TEXTS: readonly FailedText[] = [
  {
    name: "registry-token",
    services: ["ecr.api"],
    cause: "endpoint-missing",
    text: 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. RequestError: send request failed caused by: Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 52.94.184.143:443: i/o timeout',
  },
  {
    name: "registry-token",
    services: ["ecr.api"],
    cause: "endpoint-ingress-missing",
    text: 'ResourceInitializationError: unable to pull secrets or registry auth: The task cannot pull registry auth from Amazon ECR: There is a connection issue between the task and Amazon ECR. Check your task network configuration. operation error ECR: GetAuthorizationToken, exceeded maximum number of attempts, 3, https response error StatusCode: 0, RequestID: , request send failed, Post "https://api.ecr.eu-west-1.amazonaws.com/": dial tcp 10.0.3.14:443: i/o timeout',
  },
  {
    name: "registry-token",
    services: ["ecr.api"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve ecr registry auth: service call has been retried 3 time(s): RequestError",
  },
  {
    name: "secret",
    services: ["secretsmanager"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 5 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf from secrets manager: RequestCanceled: request context canceled caused by: context deadline exceeded. Please check your task network configuration",
  },
  {
    name: "secret",
    services: ["secretsmanager"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: The task can't pull secrets from AWS Secrets Manager. There is a connection issue between the task and Secrets Manager.",
  },
  {
    name: "secret",
    services: ["secretsmanager"],
    cause: "permission-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf from secrets manager: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/exec/abc is not authorized to perform: secretsmanager:GetSecretValue on resource: arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf because no identity-based policy allows the secretsmanager:GetSecretValue action",
  },
  {
    name: "secret-reference",
    services: ["secretsmanager"],
    cause: "secret-reference-malformed",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secret from asm: service call has been retried 1 time(s): retrieved secret from Secrets Manager did not contain json key username",
  },
  {
    name: "secret-reference",
    services: ["secretsmanager"],
    cause: "secret-reference-malformed",
    text: "unable to retrieve secret from asm: service call has been retried 1 time(s): failed to fetch secret x from secrets manager: ValidationException: Invalid name. Must be a valid name containing alphanumeric characters",
  },
  {
    name: "secret-reference",
    services: ["secretsmanager"],
    cause: "secret-reference-malformed",
    text: "an invalid ARN format for the AWS Secrets Manager secret was specified",
  },
  {
    name: "secret-deleted",
    services: ["secretsmanager"],
    cause: "secret-deleted",
    text: "unable to retrieve secret from asm: failed to fetch secret arn from secrets manager: InvalidRequestException: You can't perform this operation on the secret because it was marked for deletion.",
  },
  {
    name: "parameter",
    services: ["ssm"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: unable to retrieve secrets from ssm: service call has been retried 5 time(s): RequestCanceled: request context canceled caused by: context deadl...",
  },
  {
    name: "parameter",
    services: ["ssm"],
    cause: "endpoint-missing",
    text: "The task cannot pull secrets from AWS Systems Manager Parameter Store. Check your network connection between the task and AWS Systems Manager.",
  },
  {
    name: "environment-file",
    services: ["s3"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: failed to download env files: file download command: non empty error stream: RequestCanceled: request context canceled caused by: context deadline exceeded",
  },
  {
    name: "environment-file",
    services: ["s3"],
    cause: "endpoint-missing",
    text: "The task can't download the environment variable files from Amazon S3. There is a connection issue between the task and Amazon S3.",
  },
  {
    name: "environment-file",
    services: ["s3"],
    cause: "permission-missing",
    text: "ResourceInitializationError: failed to download env files: file download command: non empty error stream: operation error S3: HeadObject, https response error StatusCode: 403, RequestID: X, HostID: Y, api error Forbidden: Forbidden",
  },
  {
    name: "log-stream",
    services: ["logs"],
    cause: "endpoint-missing",
    text: 'ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: RequestError: send request failed caused by: Post "https://logs.us-gov-west-1.amazonaws.com/": context deadline exceeded',
  },
  {
    name: "log-stream",
    services: ["logs"],
    cause: "endpoint-missing",
    text: "The task cannot find the Amazon CloudWatch log group defined in the task definition. There is a connection issue between the task and Amazon CloudWatch. Check your network configuration.",
  },
  {
    name: "log-stream",
    services: ["logs"],
    cause: "permission-missing",
    text: "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: AccessDeniedException: User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform: logs:CreateLogStream on resource: arn:aws:logs:eu-west-1:123456789012:log-group:/orders:log-stream:a",
  },
  {
    name: "log-group-missing",
    services: ["logs"],
    cause: "log-group-missing",
    text: "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.",
  },
  {
    name: "log-group-missing",
    services: ["logs"],
    cause: "log-group-missing",
    text: "CannotStartContainerError: Error response from daemon: failed to initialize logging driver: failed to create Cloudwatch log stream: ResourceNotFoundException: The specified log group does not exist.",
  },
  {
    name: "image-manifest",
    services: ["ecr.dkr"],
    cause: "endpoint-missing",
    text: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.4.2: failed to do request: Head "https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/orders/manifests/1.4.2": dial tcp 52.1.2.3:443: i/o timeout',
  },
  {
    name: "image-manifest",
    services: ["ecr.dkr"],
    cause: "endpoint-missing",
    text: "CannotPullContainerError: The task cannot pull '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1' from the Amazon ECR repository '123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders'. There is a connection issue between the task and Amazon ECR. Check your task network configuration.",
  },
  {
    name: "image-manifest",
    services: ["docker.io"],
    cause: "registry-unreachable",
    text: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref docker.io/tryretool/backend:2.110.5: failed to do request: Head "https://registry-1.docker.io/v2/tryretool/backend/manifests/2.110.5": dial tcp 34.205.13.154:443: i/o timeout',
  },
  {
    name: "image-manifest",
    services: ["ghcr.io"],
    cause: "registry-unreachable",
    text: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref ghcr.io/org/app:1: failed to do request: Head "https://ghcr.io/v2/org/app/manifests/1": dial tcp 140.82.121.34:443: i/o timeout',
  },
  {
    name: "image-manifest",
    services: ["public.ecr.aws"],
    cause: "registry-unreachable",
    text: 'CannotPullContainerError: pull image manifest has been retried 5 time(s): failed to resolve ref public.ecr.aws/nginx/nginx:latest: failed to do request: Head "https://public.ecr.aws/v2/nginx/nginx/manifests/latest": dial tcp 99.83.145.10:443: i/o timeout',
  },
  {
    name: "image-missing",
    services: ["ecr.dkr"],
    cause: "image-missing",
    text: "CannotPullContainerError: pull image manifest has been retried 1 time(s): failed to resolve ref 123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:nope: 123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:nope: not found",
  },
  {
    name: "image-missing",
    services: ["docker.io"],
    cause: "image-missing",
    text: "CannotPullContainerError: failed to resolve ref docker.io/library/nope:1: pull access denied, repository does not exist or may require authorization: denied: requested access to the resource is denied",
  },
  {
    name: "image-architecture",
    services: [],
    cause: "architecture-mismatch",
    text: "CannotPullContainerError: pull image manifest has been retried 7 time(s): image Manifest does not contain descriptor matching platform 'linux/amd64'",
  },
  {
    name: "image-layers",
    services: ["s3"],
    cause: "endpoint-missing",
    text: 'CannotPullContainerError: ref pull has been retried 5 time(s): failed to copy: httpReadSeeker: failed open: failed to do request: Get "https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/a/b?X-Amz-Security-Token=abc": dial tcp 52.218.1.2:443: i/o timeout',
  },
  {
    name: "image-layers-refused",
    services: ["s3"],
    cause: "endpoint-policy-refuses",
    text: "CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReaderSeeker: failed open: unexpected status code https://123456789012.dkr.ecr.eu-west-1.amazonaws.com/v2/orders/blobs/sha256:abc: 403 Forbidden",
  },
  {
    name: "image-layers-refused",
    services: ["s3"],
    cause: "endpoint-policy-refuses",
    text: "CannotPullContainerError: ref pull has been retried 1 time(s): failed to copy: httpReadSeeker: failed open: unexpected status code https://prod-eu-west-1-starport-layer-bucket.s3.eu-west-1.amazonaws.com/x: 403 Forbidden",
  },
  {
    name: "image-layers-panic",
    services: ["s3"],
    cause: "endpoint-missing",
    text: "CannotPullContainerError: pull command failed: panic: runtime error: invalid memory address or nil pointer dereference",
  },
  {
    name: "image-manifest",
    services: ["ecr.dkr"],
    cause: "endpoint-missing",
    text: "CannotPullContainerError: API error (500): Get https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection",
  },
  {
    name: "image-manifest",
    services: ["ecr.dkr"],
    cause: "endpoint-missing",
    text: "Error response from daemon: Get https://123456789012.dkr.ecr.us-east-1.amazonaws.com/v2/: net/http: request canceled while waiting for connection (Client.Timeout exceeded while awaiting headers)",
  },
  {
    name: "image-manifest",
    services: ["ecr.dkr"],
    cause: "endpoint-missing",
    text: "The task can't pull the image. Check your network configuration",
  },
  {
    name: "image-manifest",
    services: ["ecr.dkr"],
    cause: "endpoint-missing",
    text: "CannotPullContainerError: context canceled",
  },
  {
    name: "pull-refused",
    services: ["ecr.dkr"],
    cause: "permission-missing",
    text: "The task can't pull the image. Check that the role has the permissions to pull images from the registry.",
  },
  {
    name: "pull-refused",
    services: ["ecr.dkr"],
    cause: "permission-missing",
    text: "CannotPullContainerError: Error response from daemon: denied: User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:123456789012:repository/orders because no identity-based policy allows",
  },
  {
    name: "pull-refused",
    services: ["ecr.dkr"],
    cause: "endpoint-policy-refuses",
    text: "denied: User: arn:aws:sts::123456789012:assumed-role/x/y is not authorized to perform: ecr:BatchGetImage on resource: arn:aws:ecr:eu-west-1:123456789012:repository/orders with an explicit deny in a VPC endpoint policy",
  },
  {
    name: "registry-token-or-secret",
    services: ["ecr.api", "secretsmanager", "ssm"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: unable to pull secrets or registry auth Check your task network configuration.",
  },
  {
    name: "registry-token-or-secret",
    services: ["ecr.api", "secretsmanager", "ssm"],
    cause: "endpoint-missing",
    text: "ResourceInitializationError: unable to pull secrets or registry auth: pull command failed: : signal: killed",
  },
  {
    name: "file-system-name",
    services: ["efs"],
    cause: "mount-target-missing",
    text: 'ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: Failed to resolve "fs-0123456789abcdef0.efs.eu-west-1.amazonaws.com" - check that your file system ID is correct',
  },
  {
    name: "file-system",
    services: ["efs"],
    cause: "mount-target-ingress-missing",
    text: "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: Connection timed out' : unsuccessful EFS utils command execution; code: 32",
  },
  {
    name: "file-system",
    services: ["efs"],
    cause: "mount-target-ingress-missing",
    text: "failed to invoke EFS utils commands to set up EFS volumes: stderr: Mount attempt 1/3 failed due to timeout after 15 sec, wait 0 sec before next attempt. Mount attempt 2/3 failed due to timeout after 15 sec, wait 0 sec before next attempt. b'mount.nfs4: mount system call failed'",
  },
  {
    name: "file-system-refused",
    services: ["efs"],
    cause: "mount-permission-missing",
    text: "ResourceInitializationError: failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: access denied by server while mounting 127.0.0.1:/'",
  },
  {
    name: "file-system-directory",
    services: ["efs"],
    cause: "root-directory-missing",
    text: "failed to invoke EFS utils commands to set up EFS volumes: stderr: b'mount.nfs4: mounting fs-1.efs.eu-west-1.amazonaws.com:/data failed, reason given by server: No such file or directory'",
  },
  {
    name: "execute-command",
    services: ["ssmmessages"],
    cause: "endpoint-missing",
    text: "An error occurred (TargetNotConnectedException) when calling the ExecuteCommand operation: The execute command failed due to an internal error. Try again later.",
  },
  {
    name: "execute-command-off",
    services: ["ssmmessages"],
    cause: "execute-command-off",
    text: "An error occurred (InvalidParameterException) when calling the ExecuteCommand operation: The execute command failed because execute command was not enabled when the task was run or the execute command agent isn't running. Wait and try again or run a new task with execute command enabled and try again.",
  },
  {
    name: "execute-command-agent",
    services: ["ssmmessages"],
    cause: "endpoint-missing",
    text: '"managedAgents": [ { "lastStartedAt": "2026-01-01", "name": "ExecuteCommandAgent", "lastStatus": "STOPPED" } ]',
  },
  {
    name: "session-log",
    services: ["logs", "s3", "kms"],
    cause: "endpoint-missing",
    text: "the execute-command session opens but no logs in CloudWatch",
  },
  {
    name: "start-timeout",
    services: ["ecr.api", "ecr.dkr", "s3", "secretsmanager", "ssm", "logs"],
    cause: "endpoint-missing",
    text: "DockerTimeoutError: Could not transition to started; timed out after waiting 3m0s",
  },
  {
    name: "start-timeout",
    services: ["ecr.api", "ecr.dkr", "s3", "secretsmanager", "ssm", "logs"],
    cause: "endpoint-missing",
    text: "dockertimeouterror unable transition start timeout after wait 3m0s",
  },
  {
    name: "subnet-without-addresses",
    services: [],
    cause: "subnet-without-addresses",
    text: "Unexpected EC2 error while attempting to Create Network Interface with public IP assignment enabled in subnet 'subnet-0123456789abcdef0': InsufficientFreeAddressesInSubnet",
  },
  {
    name: "private-dns-conflict",
    services: ["ssm"],
    cause: "private-dns-conflict",
    text: "Error: creating EC2 VPC Endpoint (com.amazonaws.eu-west-1.ssm): operation error EC2: CreateVpcEndpoint, https response error StatusCode: 400, RequestID: 1, api error InvalidParameter: private-dns-enabled cannot be set because there is already a conflicting DNS domain for ssm.eu-west-1.amazonaws.com in the VPC vpc-1",
  },
  {
    name: "zone-not-offered",
    services: ["logs"],
    cause: "endpoint-zone-not-offered",
    text: "Error: creating EC2 VPC Endpoint: InvalidParameter: The VPC endpoint service com.amazonaws.us-east-1.logs does not support the availability zone of the subnet: subnet-1.",
  },
  {
    name: "failed-to-start",
    services: ["ecr.api", "ecr.dkr", "s3", "secretsmanager", "ssm", "logs"],
    cause: "endpoint-missing",
    text: '"stopCode": "TaskFailedToStart"',
  },
  {
    name: "application",
    services: ["sqs"],
    cause: "endpoint-missing",
    text: "Error: connect ETIMEDOUT 52.95.1.2:443 at https://sqs.eu-west-1.amazonaws.com/",
  },
  {
    name: "application",
    services: ["sqs"],
    cause: "vpc-dns-support-off",
    text: "Error: getaddrinfo ENOTFOUND sqs.eu-west-1.amazonaws.com",
  },
  {
    name: "application",
    services: ["dynamodb"],
    cause: "endpoint-missing",
    text: 'botocore.exceptions.ConnectTimeoutError: Connect timeout on endpoint URL: "https://dynamodb.eu-west-1.amazonaws.com/"',
  },
  {
    name: "application",
    services: ["kinesis-streams"],
    cause: "endpoint-missing",
    text: "Unable to execute HTTP request: Connect to kinesis.eu-west-1.amazonaws.com:443 [kinesis.eu-west-1.amazonaws.com/52.1.1.1] failed: connect timed out",
  },
  {
    name: "application",
    services: ["sqs"],
    cause: "endpoint-policy-refuses",
    text: "AccessDenied: User: arn:aws:sts::123456789012:assumed-role/task/abc is not authorized to perform: sqs:sendmessage on resource: arn:aws:sqs:eu-west-1:123456789012:orders because no VPC endpoint policy allows the sqs:sendmessage action",
  },
];

/** Messages that tell nothing of a call to AWS that failed. */
export const OTHER_TEXTS: readonly string[] = [
  "OutOfMemoryError: Container killed due to memory usage",
  "Essential container in task exited",
  "Scaling activity initiated by (deployment ecs-svc/123)",
  "Task failed ELB health checks in (target-group arn:aws:elasticloadbalancing:eu-west-1:123456789012:targetgroup/a/b)",
  "Error: connect ECONNREFUSED 127.0.0.1:5432",
  "Error: Invalid count argument on main.tf line 3",
  "The quick brown fox jumps over the lazy dog",
  "(service orders) has reached a steady state.",
  "Host EC2 (instance i-0123) terminated.",
  "Your Spot Task was interrupted.",
  '{"level":"info","msg":"listening on https://sqs.eu-west-1.amazonaws.com"}',
];
