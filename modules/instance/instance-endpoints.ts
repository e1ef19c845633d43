import type { PresentEndpoint } from "../asks/plan-surroundings";
import type { VpcEndpoints } from "../endpoints/vpc-endpoints";
import type { InstanceProps } from "./instance-props";

/** The endpoints that were created for an instance, by the constructs that did so. */
export function endpointGroups({ endpoints = [] }: Pick<InstanceProps, "endpoints">): readonly VpcEndpoints[] {
  return [endpoints].flat();
}

/** Every endpoint that an instance can use. */
export function presentEndpoints(props: Pick<InstanceProps, "endpoints" | "network">): readonly PresentEndpoint[] {
  return [...endpointGroups(props).flatMap(({ present }) => present), ...(props.network.endpoints ?? [])];
}
