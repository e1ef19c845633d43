import { isUnresolved } from "../values/unresolved";
import type { CustomEndpointService, InterfaceEndpointProps } from "./interface-endpoint-props";

/** Whether the usual host names of the service lead to the endpoint. */
export function hasPrivateDns({
  service,
  privateDnsEnabled,
}: Pick<InterfaceEndpointProps, "service" | "privateDnsEnabled">): boolean {
  return privateDnsEnabled ?? !isEndpointService(service);
}

/** Names of AWS's own services are literals; a name that Terraform fills in is somebody's. */
function isEndpointService(service: string | CustomEndpointService): boolean {
  return (
    typeof service !== "string" && (isUnresolved(service.serviceName) || service.serviceName.includes(".vpce-svc-"))
  );
}
