import type { ExpectedService } from "./library-scenario";
import type { TerraformFixture } from "./terraform-fixture";
import { resourcesOf } from "./terraform-removal";

/** A generated policy without one of its actions. */
export interface PolicyFault {
  /** Address of the endpoint. */
  readonly endpoint: string;
  readonly terraform: TerraformFixture;
  /** Whether a call through the endpoint is refused then. */
  readonly isCut: (call: { readonly service: string; readonly by: ExpectedService }) => boolean;
}

interface Written {
  readonly Sid: string;
  readonly Action: readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Statements with actions that a role may lack, so that an endpoint may refuse them. */
const MAY_LACK = /^(?:EnvironmentFileBuckets|LogGroups|ExecuteCommandLog)/;

/** Actions that AWS's pages give to a role, and that a pull does without. */
const GIVEN_BESIDES: ReadonlySet<string> = new Set([
  "ecr:BatchCheckLayerAvailability",
  "ecr:BatchImportUpstreamImage",
  "ecr:CreateRepository",
]);

/** Each single action that can be taken out of what the library has generated. */
export function* policyFaults(terraform: TerraformFixture): Generator<PolicyFault> {
  for (const [address, block] of resourcesOf(terraform, "aws_vpc_endpoint_policy")) {
    const endpoint = String(block["vpc_endpoint_id"]).slice(2, -".id}".length);
    const document: { readonly Statement: readonly Written[] } = JSON.parse(String(block["policy"]));
    for (const [index, statement] of document.Statement.entries()) {
      if (MAY_LACK.test(statement.Sid)) continue;
      for (const action of statement.Action) {
        const left = statement.Action.filter((each) => each !== action);
        const Statement = document.Statement.flatMap((each, at) => {
          if (at !== index) return [each];
          return left.length === 0 ? [] : [{ ...each, Action: left }];
        });
        const policy = JSON.stringify({ ...document, Statement });
        yield {
          endpoint,
          terraform: terraform.clone().set(address, { policy }),
          isCut: (call) => isAsked(call, action, statement),
        };
      }
    }
  }
}

/** Whether a service asks for an action that a statement admits. */
function isAsked({ service, by }: Parameters<PolicyFault["isCut"]>[0], action: string, statement: Written): boolean {
  if (GIVEN_BESIDES.has(action) || !admitsRoleOf(by.family, statement)) return false;
  return by.needs.some((need) => {
    if (need.service !== service) return false;
    if (need.asks === undefined) return action.endsWith(":*");
    // The layers of images are what a statement without a role admits.
    const ofLayers = statement.Condition === undefined;
    return need.asks.some(
      ({ actions, resources = [] }) =>
        actions.includes(action) && resources.some((each) => each.includes("starport-layer-bucket")) === ofLayers,
    );
  });
}

/** A role that is created has the name of the service in its address. */
function admitsRoleOf(family: string, { Condition }: Written): boolean {
  const roles = [Condition?.["ArnLike"]?.["aws:PrincipalArn"] ?? []].flat();
  return roles.length === 0 || roles.some((role) => !role.includes("aws_iam_role.") || role.includes(`.${family}_`));
}
