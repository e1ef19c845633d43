import type { Proof } from "../../../../modules/reachability/model/proof";
import { TerraformFixture } from "../../reachability/support/terraform-fixture";
import { resourcesOf } from "../../reachability/support/terraform-removal";
import { everyKnownRequest, everyPlan, synthesizeService, type WrittenStatement } from "./every-source";

/** What the library made of the task, as Terraform reads it. */
export const made = new TerraformFixture(JSON.parse(synthesizeService(everyKnownRequest).text));

/** A policy that the library wrote, of an endpoint or of a role. */
export interface WrittenPolicy {
  readonly address: string;
  /** The service of the endpoint, or whose role it is. */
  readonly of: string;
  readonly statements: readonly WrittenStatement[];
}

/** The policies of the endpoints. */
export const endpointPolicies = policiesOf("aws_vpc_endpoint_policy", "vpc_endpoint_id", (reference) => {
  const found = everyPlan.endpoints.find(({ service }) =>
    reference.includes(`.endpoints_${service.replace(".", "-")}_`),
  );
  return found?.service;
});

/** The policies of the two roles. */
export const rolePolicies = policiesOf("aws_iam_role_policy", "role", (reference) => {
  return /orders_((?:execution|task)-role)_/.exec(reference)?.[1];
});

function policiesOf(
  type: string,
  argument: string,
  nameOf: (reference: string) => string | undefined,
): readonly WrittenPolicy[] {
  return resourcesOf(made, type).map(([address, block]) => {
    const of = nameOf(String(block[argument]));
    if (of === undefined) throw new Error(`${address} belongs to nothing that is known`);
    const document: { readonly Statement: readonly WrittenStatement[] } = JSON.parse(String(block["policy"]));
    return { address, of, statements: document.Statement };
  });
}

/** Terraform with other statements in a policy. */
export function withStatements({ address }: WrittenPolicy, Statement: readonly WrittenStatement[]): TerraformFixture {
  return made.clone().set(address, { policy: JSON.stringify({ Version: "2012-10-17", Statement }) });
}

/** A policy with one change. */
export interface Change {
  /** What has changed, for example `"EcrPull ecr:BatchGetImage"`. */
  readonly name: string;
  /** The statement that has changed. */
  readonly sid: string;
  readonly left: readonly WrittenStatement[];
}

/** Each statement that can be taken out of a policy, each action and each thing of a statement that has several. */
export function* removalsOf(statements: readonly WrittenStatement[]): Generator<Change> {
  for (const [index, statement] of statements.entries()) {
    const { Sid, Action, Resource } = statement;
    const put = (...instead: readonly WrittenStatement[]) => statements.toSpliced(index, 1, ...instead);
    yield { name: Sid, sid: Sid, left: put() };
    for (const action of Action.length > 1 ? Action : []) {
      yield {
        name: `${Sid} ${action}`,
        sid: Sid,
        left: put({ ...statement, Action: Action.filter((each) => each !== action) }),
      };
    }
    for (const thing of Resource.length > 1 ? Resource : []) {
      yield {
        name: `${Sid} ${thing}`,
        sid: Sid,
        left: put({ ...statement, Resource: Resource.filter((each) => each !== thing) }),
      };
    }
  }
}

/** Each statement of a policy in wider words: every action, everything, everybody. */
export function* widenedOf(statements: readonly WrittenStatement[]): Generator<Change> {
  for (const [index, statement] of statements.entries()) {
    const { Condition, ...everybody } = statement;
    const put = (instead: WrittenStatement) => ({ sid: statement.Sid, left: statements.with(index, instead) });
    yield { name: `${statement.Sid} every action`, ...put({ ...statement, Action: ["*"] }) };
    if (!statement.Resource.includes("*")) {
      yield { name: `${statement.Sid} everything`, ...put({ ...statement, Resource: ["*"] }) };
    }
    if (Condition?.["ArnLike"] !== undefined) yield { name: `${statement.Sid} everybody`, ...put(everybody) };
  }
}

/** The calls that do not arrive, each with the hop at which it ends. */
export function brokenCalls({ tasks }: Proof): readonly string[] {
  return tasks
    .flatMap(({ dependencies }) => dependencies)
    .filter(({ verdict }) => verdict === "broken")
    .map(({ service, hops }) => `${service} ${hops.at(-1)?.hop}`)
    .sort();
}
