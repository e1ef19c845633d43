import { TerraformOutput, type TerraformStack } from "cdktf";

/** What `terraform output` shows of a stack, each under exactly its name. */
export function addOutputs(stack: TerraformStack, outputs: Readonly<Record<string, string | readonly string[]>>): void {
  for (const [name, value] of Object.entries(outputs)) {
    new TerraformOutput(stack, name, { value, staticId: true });
  }
}
