import type { Value } from "./value";

/** A function of Terraform. It gives `undefined` where what it makes is not known. */
export type TerraformFunction = (given: readonly Value[]) => Value | undefined;
