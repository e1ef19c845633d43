import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";

/** TCP ports by service. */
export type ServicePorts = Readonly<Partial<Record<EndpointServiceName, readonly number[]>>>;
