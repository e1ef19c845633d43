import type { ITerraformDependable } from "cdktf";
import type { Construct } from "constructs";
import type { AskedRequest } from "../asks/ask";
import { endpointStatements, statementsThrough } from "../asks/endpoint-statements";
import type { RightTo } from "../asks/role-statements";
import { imageLayersArn } from "../aws/image-layers";
import { policyHolders } from "../endpoints/policy-holders";
import { arnsOf, isOfOtherStack, rolePattern, withoutExpressions } from "../endpoints/words-of-another-stack";
import { instanceAsks } from "../planning/instance/instance-asks";
import type { InstanceProfile } from "./instance-profile";
import type { InstanceProps } from "./instance-props";

/**
 * Lets what an instance asks through the policies of its endpoints: what it is known to call, and the statements of its role.
 *
 * @param profile its role, without which it signs nothing
 * @returns what must exist before its calls are admitted
 */
export function admitInstance(
  scope: Construct,
  props: InstanceProps,
  profile: InstanceProfile | undefined,
): readonly ITerraformDependable[] {
  const holders = policyHolders(props);
  if (holders.length === 0) return [];
  const asks = [...instanceAsks(props.instance)].filter(({ by }) => profile !== undefined || by !== "instance-role");
  const own = profile === undefined ? [] : (props.statements ?? []);
  const rightTo = ({ on }: AskedRequest): RightTo => ({
    resources: [on.kind === "image-layers" ? imageLayersArn(props.network.region) : "*"],
  });
  // Each read of an attribute makes a token.
  const ownArn = profile?.role.arn ?? "";
  return holders.flatMap((endpoints) => {
    const isHere = profile === undefined || !isOfOtherStack(endpoints, scope);
    const arn = isHere ? ownArn : rolePattern(profile.role, arnsOf(endpoints));
    const statements = isHere ? own : own.map(withoutExpressions);
    return endpoints.admitRequests((service) => [
      ...endpointStatements(asks, service, { rightTo, arnOf: () => arn }),
      ...statementsThrough(statements, service, arn),
    ]);
  });
}
