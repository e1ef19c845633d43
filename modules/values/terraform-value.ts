/**
 * A value that Terraform fills in, as an object: cdktf's `IResolvable`, for example `Token.asAny(variable.numberValue)`.
 * It stands where a type has literals only, so that a number or a text of Terraform's would not compile.
 */
export interface TerraformValue {
  readonly resolve: (context: never) => unknown;
}
