import type { EndpointServiceName } from "../aws/endpoint-services/catalog";
import { ENDPOINT_SERVICE_NAMES, isEndpointServiceName } from "../aws/endpoint-services/endpoint-service-facts";
import { namedOtherwise } from "../aws/endpoint-services/other-names";
import { nearest } from "../text/nearest";
import { UnusableInputError } from "./unusable-input";

/** The values of an option that takes a list, which commas divide. */
export function listed(values: string | undefined): readonly string[] {
  return (values ?? "")
    .split(",")
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/**
 * The value of `--uses`.
 *
 * @throws {UnusableInputError} for what is no endpoint service
 */
export function checkedServices(values: string | undefined): readonly EndpointServiceName[] {
  return listed(values).map((value) => {
    if (isEndpointServiceName(value)) return value;
    const meant = namedOtherwise(value) ?? nearest(value, ENDPOINT_SERVICE_NAMES);
    throw new UnusableInputError(
      `--uses cannot be "${value}", which is no endpoint service${meant === undefined ? "; write AWS's short name, for example sqs" : `; did you mean "${meant}"?`}`,
    );
  });
}
