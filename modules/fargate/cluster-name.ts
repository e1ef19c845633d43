import { Fn, Token } from "cdktf";
import { isUnresolved } from "../values/unresolved";

/** The name of a cluster, which its ARN ends in. */
export function clusterName(arn: string): string {
  return isUnresolved(arn) ? Token.asString(Fn.element(Fn.split("/", arn), 1)) : (arn.split("/")[1] ?? arn);
}
