import { layOut, layoutOf, type SubnetLayout } from "./subnet-layout";

/**
 * One subnet per zone, shared by tasks and interface endpoints.
 *
 * The first zone's subnet is named `private-a`, the second's `private-b`, and so on by position.
 */
export function sharedSubnets(): SubnetLayout {
  return layoutOf((space) =>
    layOut(space, 1, (zone) => [
      {
        name: `private-${zone.suffix}`,
        tier: "shared",
        availabilityZone: zone.name,
        cidrBlock: zone.slot(0),
      },
    ]),
  );
}
