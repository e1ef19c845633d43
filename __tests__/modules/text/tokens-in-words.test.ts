import { App, TerraformStack, TerraformVariable } from "cdktf";
import { expect, it } from "vitest";
import { tokensInWords } from "../../../modules/text/tokens-in-words";

it("says of a token that it is known after the apply, and leaves expressions as they are written", () => {
  const stack = new TerraformStack(new App(), "stack");
  const text = new TerraformVariable(stack, "text", {}).stringValue;
  const [item] = new TerraformVariable(stack, "list", {}).listValue;
  expect(tokensInWords(`db/${text}, ${item} and ${"${var.stage}"}`)).toBe(
    "db/(known after apply), (known after apply) and ${var.stage}",
  );
});
