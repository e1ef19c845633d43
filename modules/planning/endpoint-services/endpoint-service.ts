export {
  defaultEndpointType,
  ENDPOINT_SERVICE_NAMES,
  type EndpointServiceFacts,
  endpointServiceFacts,
  isEndpointServiceName,
  isGatewayServiceName,
} from "./endpoint-service-facts";
export type { EndpointServiceRow, EndpointType } from "./endpoint-service-row";
export { serviceName, shortName } from "./service-name";
export { unknownServiceIssue } from "./unknown-service-issue";
