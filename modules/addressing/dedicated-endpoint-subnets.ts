import { ENDPOINT_SLOT, layOut, layoutOf, type SubnetLayout } from "./subnet-layout";

/** Options of {@link dedicatedEndpointSubnets}. */
export interface DedicatedEndpointSubnetsOptions {
  /**
   * Names of the application subnets that every zone gets, at most seven.
   *
   * @default ["app"]
   */
  readonly applicationSubnets?: readonly string[];
}

/**
 * Application subnets for the tasks, and one subnet per zone for nothing but interface endpoints: an endpoint takes at
 * most one subnet per zone, and every subnet of the VPC can use it.
 *
 * Subnets are named `app-a`, `endpoint-a`, `app-b`, … by the position of their zone.
 */
export function dedicatedEndpointSubnets(options: DedicatedEndpointSubnetsOptions = {}): SubnetLayout {
  const applicationSubnets = options.applicationSubnets ?? ["app"];
  return layoutOf((space) =>
    layOut(space, applicationSubnets.length + 1, (zone) => [
      ...applicationSubnets.map((name, index) => ({
        name: `${name}-${zone.suffix}`,
        tier: "application" as const,
        availabilityZone: zone.name,
        cidrBlock: zone.slot(index),
      })),
      {
        name: `endpoint-${zone.suffix}`,
        tier: "endpoint",
        availabilityZone: zone.name,
        cidrBlock: zone.slot(ENDPOINT_SLOT),
      },
    ]),
  );
}
