import type { EndpointServiceName } from "../../planning/endpoint-services/catalog";

/** TCP ports by service. */
export type ServicePorts = Readonly<Partial<Record<EndpointServiceName, readonly number[]>>>;
