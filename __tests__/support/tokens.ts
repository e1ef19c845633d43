import { App, Lazy, TerraformStack, TerraformVariable, Token } from "cdktf";

const variable = new TerraformVariable(new TerraformStack(new App(), "tokens"), "value", {});

/** Every form in which cdktf or a user passes a text that only Terraform knows. */
export const STRING_TOKENS: readonly (readonly [name: string, token: string])[] = [
  ["the text of a variable", variable.stringValue],
  ["the value of a variable, an object", variable.value],
  ["Token.asString", Token.asString(variable.value)],
  ["a lazy text", Lazy.stringValue({ produce: () => "late" })],
  ["a Terraform expression", "${var.value}"],
  ["an expression inside a text", "before ${var.value} after"],
  ["a template directive", '%{ if var.value }"yes"%{ endif }'],
];

/** Every form in which cdktf passes a number that only Terraform knows. */
export const NUMBER_TOKENS: readonly (readonly [name: string, token: number])[] = [
  ["the number of a variable", variable.numberValue],
  ["the value of a variable, an object", variable.value],
  ["Token.asNumber", Token.asNumber(variable.value)],
  ["a lazy number", Lazy.numberValue({ produce: () => 1 })],
];

/** Every form in which cdktf passes a list that only Terraform knows. */
export const LIST_TOKENS: readonly (readonly [name: string, token: readonly (string | number)[]])[] = [
  ["the list of a variable", variable.listValue],
  ["Token.asList", Token.asList(variable.value)],
  ["Token.asNumberList", Token.asNumberList(variable.value)],
  ["a lazy list", Lazy.listValue({ produce: () => ["late"] })],
  ["a list with a token in it", ["early", variable.stringValue]],
];
