import { endpointServiceFacts } from "../../aws/endpoint-services/endpoint-service-facts";
import { inColumns } from "../../text/columns";
import { fillLines } from "../../text/fill-lines";
import { describeEndpoint, describePlace } from "./endpoint-in-words";
import type { EndpointWithPolicy, PlannedRole } from "./planned-endpoint";
import { type PlannedStatement, plannedStatements } from "./planned-policy";

/** The policies of endpoints as lines: a part for each endpoint, in it each statement with what it admits, for whom and why. */
export function explainPolicies(
  endpoints: readonly EndpointWithPolicy[],
  subjects: readonly unknown[],
  width?: number,
): readonly string[] {
  return endpoints.flatMap((endpoint) => {
    if (endpoint.admitted === undefined) return [];
    const statements = plannedStatements(endpoint.admitted);
    const name = `policy of ${describeEndpoint(endpoint)}`;
    if (statements.length === 0) {
      const words = `${name}: AWS's own, which admits everything; ${whyNone(endpoint)}`.split(" ");
      return ["", ...fillLines("", words, 2, width ?? Number.POSITIVE_INFINITY)];
    }
    const rows = statements.flatMap((statement) =>
      describeStatement(statement, subjects).map((line, index) => [index === 0 ? statement.sid : "", line]),
    );
    return ["", name, ...inColumns(rows, undefined, width)];
  });
}

/** What a statement admits, on what, for whom, under which conditions, and why: a sentence for each. */
export function describeStatement(
  { actions, resources, conditions = {}, roles, reasons }: PlannedStatement,
  subjects: readonly unknown[],
): readonly string[] {
  return [
    actions.join(", "),
    `on ${resources.join(", ")}`,
    `for ${describeRoles(roles, subjects)}`,
    ...Object.entries(conditions).flatMap(([operator, keys]) =>
      Object.entries(keys).map(([key, values]) => `where ${key} ${operator} ${[values].flat().join(", ")}`),
    ),
    ...reasons.map((reason) => {
      const place = describePlace(reason, subjects);
      return `because ${reason.text}${place === "" ? "" : `; see ${place}`}`;
    }),
  ];
}

/** Why the policy of an endpoint has no statement that is generated. */
export function whyNone({ service, region }: Pick<EndpointWithPolicy, "service" | "region">): string {
  if (endpointServiceFacts(service).policy !== true) return "that the service takes another is not established";
  if (region !== undefined) return "none is generated for an endpoint that leads to another Region";
  return "no task shows a request to it";
}

const ROLES: Readonly<Record<PlannedRole["role"], string>> = {
  "execution-role": "the execution role",
  "task-role": "the task role",
  "instance-role": "the role of the instance",
};

function describeRoles(roles: readonly PlannedRole[], subjects: readonly unknown[]): string {
  if (roles.length === 0) return "everybody, as the request shows no role of the account";
  return roles.map(({ role, task }) => (subjects.length > 1 ? `${ROLES[role]} of ${task}` : ROLES[role])).join(", ");
}
