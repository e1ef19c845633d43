import { TerraformStack, Token, Tokenization } from "cdktf";
import type { Network } from "./network";

/** Whether two networks are for certain in VPCs of their own: both are created by the app, or have an id that is written. */
export function areInOtherVpcs(a: Network, b: Network): boolean {
  const [one, other] = [createdVpc(a), createdVpc(b)];
  if (one !== undefined && other !== undefined) return one !== other;
  const areWritten = !Token.isUnresolved(a.vpcId) && !Token.isUnresolved(b.vpcId);
  return areWritten && a.vpcId !== b.vpcId;
}

/** The stack and the reference by which the VPC of a network is one that a resource of the app creates. */
export function createdVpc({ vpcId }: Network): string | undefined {
  for (const token of Tokenization.reverseString(vpcId).tokens) {
    const reference = "identifier" in token ? String(token.identifier) : "";
    if (!/^aws_(?:default_)?vpc\./.test(reference)) continue;
    const stack = "originStack" in token && TerraformStack.isStack(token.originStack) ? token.originStack : undefined;
    return `${stack?.node.path}/${reference}`;
  }
  return undefined;
}
