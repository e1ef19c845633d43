import { Ec2TransitGatewayVpcAttachment } from "@cdktf/provider-aws/lib/ec2-transit-gateway-vpc-attachment";
import type { Construct } from "constructs";
import type { Network } from "./network";

/** Attaches a network to a transit gateway, by the first of its subnets in each zone. */
export function attachNetwork(
  scope: Construct,
  { name, vpcId, subnets }: Network,
  transitGatewayId: string,
  tags: Readonly<Record<string, string>> | undefined,
): Ec2TransitGatewayVpcAttachment {
  const byZone = new Map<string, string>();
  for (const { availabilityZone, id } of subnets) if (!byZone.has(availabilityZone)) byZone.set(availabilityZone, id);
  return new Ec2TransitGatewayVpcAttachment(scope, "attachment", {
    transitGatewayId,
    vpcId,
    subnetIds: [...byZone.values()],
    tags: { Name: name, ...tags },
  });
}
