import { Token } from "cdktf";
import { isUnresolved } from "../values/unresolved";

/** A number where Terraform takes text. A token must not be written as the number that stands for it. */
export function numberAsText(value: number): string {
  return isUnresolved(value) ? Token.asString(value) : `${value}`;
}
