import { byExecutionRole, type KnownText, NO_CALL, PAGES } from "./known-text";

const AT_START = ["ecr.api", "ecr.dkr", "s3", "secretsmanager", "ssm", "logs"];

/** Texts that leave open which of the calls at the start of a task failed. */
export const START_TEXTS: readonly KnownText[] = [
  {
    name: "registry-token-or-secret",
    pattern: /unable to pull secrets or registry auth|execution resource retrieval failed/i,
    what: "the task cannot fetch its secrets, or the token with which it pulls from ECR",
    call: byExecutionRole(
      ["ecr.api", "secretsmanager", "ssm"],
      "ecr:GetAuthorizationToken",
      "secretsmanager:GetSecretValue",
      "ssm:GetParameters",
    ),
    source: PAGES.initialization,
    confidence: "documented",
  },
  {
    name: "start-timeout",
    pattern: /DockerTimeoutError|Could not transition to (?:started|created)|unable (?:to )?transition start timeout/i,
    what: "the container did not start in time",
    call: byExecutionRole(AT_START),
    source: "https://repost.aws/knowledge-center/ecs-fargate-docker-timeout",
    confidence: "documented",
  },
  {
    name: "subnet-without-addresses",
    pattern:
      /attempting to Create Network Interface|InsufficientFreeAddressesInSubnet|(?:no|not enough|insufficient) (?:free|available) (?:IP )?addresses/i,
    what: "the task gets no network interface",
    call: NO_CALL,
    causes: ["subnet-without-addresses"],
    source: PAGES.failedToStart,
    confidence: "documented",
  },
  {
    name: "role-not-assumed",
    pattern: /ECS was unable to assume the role/i,
    what: "the task does not start, because ECS cannot take its role",
    call: NO_CALL,
    causes: ["role-trust-missing"],
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-event-messages-list.html",
    confidence: "documented",
  },
  {
    name: "failed-to-start",
    pattern:
      /TaskFailedToStart without a reason|^ResourceInitializationError:?$|stopCode"?\W+TaskFailedToStart|Task failed to start$/i,
    what: "the task did not start, and the message does not say why",
    call: byExecutionRole(AT_START),
    source: PAGES.stopCodes,
    confidence: "seen",
  },
];
