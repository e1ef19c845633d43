import { Fn, Token } from "cdktf";
import { functionArgument } from "../internal/function-argument";
import { isUnresolved } from "../values/unresolved";

/** The name of a cluster, which its ARN ends in. */
export function clusterName(arn: string): string {
  if (!isUnresolved(arn)) return arn.split("/")[1] ?? arn;
  return Token.asString(Fn.element(Fn.split("/", functionArgument(arn)), 1));
}
