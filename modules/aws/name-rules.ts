/** What a name must be for AWS to take it. */
export interface NameRule {
  /** What has the name, in words. */
  readonly of: string;
  readonly pattern: RegExp;
  /** The pattern in words. */
  readonly is: string;
}

/**
 * Names that AWS refuses at apply, when half of the rest stands already. That of a task's family and that of a load balancer are
 * judged with the task and the load balancer.
 *
 * Sources, read 2026-11-28: Amazon ECS API Reference, CreateService and CreateCluster; Amazon EC2 API Reference,
 * CreateSecurityGroup; IAM API Reference, CreateRole; CloudWatch Logs API Reference, CreateLogGroup; Elastic Load Balancing API
 * Reference, CreateTargetGroup.
 */
export const NAME_RULES = {
  service: { of: "an ECS service", pattern: /^[\w-]{1,255}$/, is: "1 to 255 letters, digits, hyphens and underscores" },
  cluster: { of: "a cluster", pattern: /^[\w-]{1,255}$/, is: "1 to 255 letters, digits, hyphens and underscores" },
  "security-group": {
    of: "a security group",
    pattern: /^(?!sg-)[\w .\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
    is: 'at most 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, without "sg-" in front',
  },
  role: { of: "a role", pattern: /^[\w+=,.@-]{1,64}$/, is: "1 to 64 letters, digits and _+=,.@-" },
  "log-group": {
    of: "a log group",
    pattern: /^(?!aws\/)[\w./#-]{1,512}$/,
    is: 'at most 512 letters, digits and _-/.#, without "aws/" in front',
  },
  "target-group": {
    of: "a target group",
    pattern: /^(?!-)[A-Za-z0-9-]{1,32}(?<!-)$/,
    is: "at most 32 letters, digits and hyphens, without a hyphen at either end",
  },
} as const satisfies Readonly<Record<string, NameRule>>;

/** What has a name that is judged here. */
export type NameKind = keyof typeof NAME_RULES;
