import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import type { Identity } from "./identity";

/** A prefix list as a rule or a route names it: a service's own, or one of the user's. */
export type PrefixListReference =
  | { readonly kind: "service"; readonly service: EndpointServiceName }
  | { readonly kind: "list"; readonly id: Identity };
