import type { Asker } from "../../asks/ask";
import type { SymbolicText } from "./symbol";

/** One request of the API of a service, as a policy sees it. */
export interface ApiRequest {
  /** For example `"ecr:BatchGetImage"`. */
  readonly action: SymbolicText;
  /** ARN of what it is about, or `"*"`. */
  readonly resource: SymbolicText;
  /** Whose request it is: a role's, one that ECR has signed for the task, or one that shows no role. */
  readonly principal: Asker;
  /** Host name of the service that asks in the name of the principal. @default - the principal asks itself */
  readonly via?: string;
  /** An alias that the key has which it is about, for example `"alias/orders"`. @default - not known */
  readonly alias?: string;
  /** Where the task says that it asks, for example `"containers.api.logDriver"`. @default - not said */
  readonly source?: string;
  /** Whether its principal may do without the right to it. @default false */
  readonly mayLack?: boolean;
}
