import type { TerraformProvider } from "cdktf";
import { atLeast, type MembersOf, required, text } from "../shapes/shape";

/** What every construct that makes resources takes. */
export interface ProviderProps {
  /**
   * The AWS provider of all that the construct makes, for example one with an alias, for another Region or a role that is assumed.
   * A construct in it, or a resource, may have one of its own. The provider is in the construct's stack.
   *
   * @example provider: new AwsProvider(this, "west", { alias: "west", region: "us-west-2" })
   * @default - the stack's provider without an alias
   */
  readonly provider?: TerraformProvider;
}

/** The shapes of {@link ProviderProps}. */
export const PROVIDER_PROPS = {
  provider: atLeast(
    { terraformResourceType: required(text("aws")) },
    'new AwsProvider(this, "west", { alias: "west", region: "us-west-2" })',
  ),
} satisfies MembersOf<ProviderProps>;
