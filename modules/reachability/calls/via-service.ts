import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { actionPrefix } from "../../aws/endpoint-services/service-of-action";
import { arnPartition } from "../../aws/region";
import type { ApiRequest } from "../model/api-request";

/** A service by the host name with which KMS sees it ask. How the other partitions name services is not established. */
export function viaService(service: EndpointServiceName, region: string | undefined): Pick<ApiRequest, "via"> {
  if (region === undefined || arnPartition(region) !== "aws") return {};
  return { via: `${actionPrefix(service)}.${region}.amazonaws.com` };
}
