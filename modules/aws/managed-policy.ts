import { KNOWN_POLICIES } from "./managed-policies/known-policies";
import { allow, type ManagedStatement } from "./managed-policies/managed-statement";

/** The policy for execution roles, by what follows `arn:PARTITION:iam::aws:policy/`. Nearly everybody attaches it. */
export const EXECUTION_POLICY = "service-role/AmazonECSTaskExecutionRolePolicy";

/**
 * What the execution policy allows, of everything.
 *
 * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
 */
const OF_EXECUTION = allow(`
  ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:BatchGetImage logs:CreateLogStream
  logs:PutLogEvents`);

/** The actions that the execution policy allows. */
export const EXECUTION_ACTIONS: ReadonlySet<string> = new Set(OF_EXECUTION.actions);

/**
 * The statements of a policy that AWS keeps, where they are known here.
 *
 * @param path what follows `arn:PARTITION:iam::aws:policy/`
 */
export function managedPolicy(path: string): readonly ManagedStatement[] | undefined {
  return path === EXECUTION_POLICY ? [OF_EXECUTION] : KNOWN_POLICIES.get(path);
}

/** The path of the known policy that has a name. */
export function managedPolicyNamed(name: string): string | undefined {
  return [EXECUTION_POLICY, ...KNOWN_POLICIES.keys()].find((path) => path.split("/").at(-1) === name);
}
