import type { AddressRange } from "../model/address-range";
import type { SymbolicText } from "../model/symbol";

/** What a policy can ask about a request, besides action and resource. */
export interface RequestContext {
  readonly executionRole: SymbolicText;
  readonly taskRole: SymbolicText;
  readonly account: SymbolicText;
  readonly vpc: ThingOfRequest;
  readonly endpoint: ThingOfRequest;
  /** Region of the service. @default - not known */
  readonly region?: string;
  /** Addresses that the task may have. @default - not known */
  readonly addresses?: readonly AddressRange[];
}

/** What a request comes through. */
export interface ThingOfRequest {
  /** Its id, as policies have it. */
  readonly id: SymbolicText;
  /** Whether it is created here, so that no id that is written down is its own. */
  readonly created: boolean;
}
