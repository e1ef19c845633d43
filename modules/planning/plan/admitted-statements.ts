import type { Ask, AskedRequest } from "../../asks/ask";
import { askedStatements, type RoleAsker, statementsThrough } from "../../asks/endpoint-statements";
import type { RightTo } from "../../asks/role-statements";
import type { Thing } from "../../asks/thing";
import { rightToThing, type ThingPlace } from "../../asks/thing-arns";
import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import type { PolicyStatement } from "../../aws/policy-document";
import { arnPartition } from "../../aws/region";
import { isUnresolved } from "../../values/unresolved";
import type { AdmittedStatement, EndpointReason, PlannedEndpoint } from "./planned-endpoint";

/** Who asks, with everything that a plan knows of it. */
export interface AskingSubject {
  /** Family of the task, or name of the instance. */
  readonly name: string;
  readonly asks: readonly Ask[];
  /** Statements that the task role is given besides. */
  readonly taskRoleStatements: readonly PolicyStatement[];
}

/**
 * What the generated policy of an endpoint admits, with a reason each. An endpoint that leads to another Region, or to a service
 * of which it is not established that it takes a policy, has none that is generated.
 *
 * @param region Region of the tasks. @default - not known
 */
export function admittedStatements(
  { service, region: foreign }: PlannedEndpoint,
  subjects: readonly AskingSubject[],
  region: string | undefined,
): readonly AdmittedStatement[] {
  if (foreign !== undefined || endpointServiceFacts(service).policy !== true) return [];
  const place = placeIn(region);
  return subjects.flatMap(({ name, asks, taskRoleStatements }) => {
    const own = asks.filter((ask) => ask.region === undefined);
    const writing = {
      rightTo: ({ on }: AskedRequest) => rightTo(on, place),
      arnOf: (role: RoleAsker) => `${name} ${role}`,
    };
    const asked = Array.from(askedStatements(own, service, writing), ({ ask, statement }) => ({
      ...statement,
      reasons: [
        {
          reason: reasonOf(ask, name),
          ...(ask.by === "ecr" || ask.by === "anonymous" ? {} : { role: { role: ask.by, task: name } }),
        },
      ],
    }));
    const given = taskRoleStatements.flatMap((statement, index) =>
      statementsThrough([statement], service, writing.arnOf("task-role")).map((through) => ({
        ...through,
        reasons: [{ reason: givenReason(name, index), role: { role: "task-role", task: name } } as const],
      })),
    );
    return [...asked, ...given];
  });
}

/** Why a task needs an endpoint. */
export function reasonOf({ rule, text, failure, path: source }: Ask, task: string): EndpointReason {
  return { rule, text, failure, task, source };
}

function givenReason(task: string, index: number): EndpointReason {
  return {
    rule: "task-role-statement",
    text: "the task role is given it",
    task,
    source: `taskRoleStatements[${index}]`,
  };
}

/** What Terraform fills in stays as it is where it may be a name or an ARN. */
function rightTo(on: Thing, place: ThingPlace): RightTo {
  const named = nameOrArn(on);
  return named !== undefined && isUnresolved(named) ? { resources: [named] } : rightToThing(on, place);
}

function nameOrArn(on: Thing): string | undefined {
  switch (on.kind) {
    case "repository":
      return on.arn ?? on.url;
    case "parameter":
      return on.arn ?? on.parameter;
    case "secret":
      return on.secret;
    case "key":
      return on.key;
    default:
      return undefined;
  }
}

/** What is not known, as AWS's pages write it: https://docs.aws.amazon.com/service-authorization/latest/reference/ */
function placeIn(region: string | undefined): ThingPlace {
  const partition = region === undefined ? "${Partition}" : arnPartition(region);
  const where = region ?? "${Region}";
  const name = "${LogGroupName}";
  return {
    partition,
    region: where,
    accountId: () => "${Account}",
    logGroup: { arn: () => `arn:${partition}:logs:${where}:\${Account}:log-group:${name}`, name: () => name },
  };
}
