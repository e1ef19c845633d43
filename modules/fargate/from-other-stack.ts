import type { AskWriting } from "../asks/endpoint-statements";
import type { Thing } from "../asks/thing";
import type { PolicyStatement } from "../aws/policy-document";
import type { TaskArns } from "../endpoints/task-arns";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import { arnsOf, rolePattern, withoutExpressions } from "../endpoints/words-of-another-stack";
import { isUnresolved } from "../values/unresolved";
import type { AdmittedTask } from "./admitted-task";
import type { CreatedOrExisting } from "./created-or-existing";
import type { TaskRole } from "./role";

/** How the policies of endpoints write down what a task asks, and the statements of its roles. */
export interface PolicyWriting {
  readonly writing: AskWriting;
  readonly statements: (given: readonly PolicyStatement[]) => readonly PolicyStatement[];
}

/**
 * What a task of another stack asks, in words that need nothing of that stack, which is deployed later and refers to the endpoints:
 * its roles by what their names begin with, its things by their names. What only that stack knows is any thing; whose request it
 * is stays said.
 */
export function fromOtherStack(endpoints: VpcEndpoints, { roles, logGroup }: AdmittedTask): PolicyWriting {
  const arns = arnsOf(endpoints);
  return {
    writing: {
      rightTo: (request) => {
        const on = named(request.on, logGroup?.nameInput);
        return Object.values(on).some(isUnresolved)
          ? { resources: ["*"] }
          : arns.rightTo({ ...request, on, onlyFromVpc: false });
      },
      arnOf: (role) => arnOf(role === "execution-role" ? roles.execution : roles.task, arns),
    },
    statements: (given) => given.map(withoutExpressions),
  };
}

/** The log group of the task itself by its name. */
function named(on: Thing, logGroup: string | undefined): Thing {
  const isLogs = on.kind === "log-group" || on.kind === "log-streams";
  return isLogs ? { ...on, name: on.name ?? logGroup } : on;
}

function arnOf({ arn, created }: CreatedOrExisting<TaskRole>, arns: TaskArns): string {
  if (created !== undefined) return rolePattern(created.role, arns);
  return isUnresolved(arn) ? arns.roleArn("/*") : arn;
}
