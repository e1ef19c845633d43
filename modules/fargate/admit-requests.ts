import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import { endpointStatements, statementsThrough } from "../asks/endpoint-statements";
import { policyHolders } from "../endpoints/policy-holders";
import { isOfOtherStack } from "../endpoints/words-of-another-stack";
import { surroundingsOfSome } from "../network/way-out";
import { deriveAsks } from "../planning/plan/derive-asks";
import type { AdmittedTask } from "./admitted-task";
import type { FargateTaskDefinitionProps } from "./fargate-task-definition-props";
import { fromOtherStack, type PolicyWriting } from "./from-other-stack";

/**
 * Lets what the task asks through the policies of its endpoints: what it is known to call, and its roles' own statements.
 *
 * @returns what must exist before its calls are admitted
 */
export function admitRequests(
  scope: Construct,
  props: FargateTaskDefinitionProps,
  admitted: AdmittedTask,
): readonly ITerraformDependable[] {
  const holders = policyHolders(props);
  if (holders.length === 0) return [];
  const { task, network, executionRole = {} } = props;
  const asks = deriveAsks(task, surroundingsOfSome(network)).asks.filter(({ region }) => region === undefined);
  const own = [
    { role: "execution-role", given: "statements" in executionRole ? executionRole.statements : undefined },
    { role: "task-role", given: task.taskRoleStatements },
  ] as const;
  return holders.flatMap((endpoints) => {
    const { writing, statements } = isOfOtherStack(endpoints, scope)
      ? fromOtherStack(endpoints, admitted)
      : fromSameStack(admitted);
    return endpoints.admitRequests((service) => [
      ...endpointStatements(asks, service, writing),
      ...own.flatMap(({ role, given = [] }) => statementsThrough(statements(given), service, writing.arnOf(role))),
    ]);
  });
}

function fromSameStack({ arns, roles }: AdmittedTask): PolicyWriting {
  return {
    writing: {
      // It is the endpoint of the VPC that admits them.
      rightTo: (request) => arns.rightTo({ ...request, onlyFromVpc: false }),
      arnOf: (role) => (role === "execution-role" ? roles.execution : roles.task).arn,
    },
    statements: (given) => given,
  };
}
