import { mergedWithReasons } from "../../aws/merged-statements";
import type { PolicyStatement } from "../../aws/policy-document";
import { tokensInWords } from "../../text/tokens-in-words";
import type {
  AdmittedStatement,
  EndpointReason,
  EndpointWithPolicy,
  PlannedEndpoint,
  PlannedRole,
} from "./planned-endpoint";

/** A statement that the policy of an endpoint is generated with. */
export interface PlannedStatement {
  /**
   * Its name, which is that of the reason, for example `"EcrPull"`. Of several of one name the second is `"EcrPull2"`; where several
   * tasks have one network, how many there are of a name, and in which order, follows from how the services are made.
   */
  readonly sid: string;
  /** For example `["secretsmanager:GetSecretValue"]`. */
  readonly actions: readonly string[];
  /**
   * ARNs as AWS's pages write them: `${Account}` is the account that deploys, `${LogGroupName}` the log group of the service.
   * What Terraform fills in stands as its expression, or as `(known after apply)`.
   */
  readonly resources: readonly string[];
  /** Operator, then condition key, then value, beside the condition on the role. @default - none */
  readonly conditions?: NonNullable<PolicyStatement["conditions"]>;
  /** The roles for which it holds. Empty where a request shows none of the account's: ECR signs it, or nobody does. */
  readonly roles: readonly PlannedRole[];
  /** The reasons that it is there for. */
  readonly reasons: readonly EndpointReason[];
}

/** The policy that an endpoint of a plan is generated with. */
export interface PlannedPolicy extends Pick<PlannedEndpoint, "service" | "type" | "region"> {
  /** Without a statement the endpoint keeps AWS's own policy, which admits everything. */
  readonly statements: readonly PlannedStatement[];
}

/** The policy of an endpoint as data. */
export function plannedPolicy({ service, type, region, admitted = [] }: EndpointWithPolicy): PlannedPolicy {
  const statements = plannedStatements(admitted);
  return { service, type, ...(region === undefined ? {} : { region }), statements };
}

/** The statements as they are written: those that say the same of several roles or things as one. */
export function plannedStatements(admitted: readonly AdmittedStatement[]): readonly PlannedStatement[] {
  return mergedWithReasons(admitted).map(({ sid = "", actions, resources = [], conditions, reasons }) => {
    const beside = withoutRoles(conditions);
    return {
      sid,
      actions,
      resources: [...new Set(resources.map(tokensInWords))],
      ...(beside === undefined ? {} : { conditions: beside }),
      roles: unique(reasons.flatMap(({ role }) => role ?? [])),
      reasons: unique(reasons.map(({ reason }) => reason)),
    };
  });
}

/** The condition on the role is said by the roles. */
function withoutRoles(conditions: PolicyStatement["conditions"]): PolicyStatement["conditions"] {
  const others = Object.entries(conditions ?? {}).flatMap(([operator, keys]) => {
    const kept = Object.entries(keys)
      .filter(([key]) => operator !== "ArnLike" || key !== "aws:PrincipalArn")
      .map(
        ([key, values]) =>
          [key, typeof values === "string" ? tokensInWords(values) : values.map(tokensInWords)] as const,
      );
    return kept.length === 0 ? [] : [[operator, Object.fromEntries(kept)] as const];
  });
  return others.length === 0 ? undefined : Object.fromEntries(others);
}

function unique<Item extends object>(items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
