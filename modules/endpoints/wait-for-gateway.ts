import type { VpcEndpoint } from "@cdktf/provider-aws/lib/vpc-endpoint";
import { Lazy, TerraformStack } from "cdktf";
import { GatewayEndpoint } from "./gateway-endpoint";

/**
 * An interface endpoint whose private DNS is for inbound resolver endpoints alone waits for the gateway endpoint of its service,
 * without which AWS refuses it, whichever of the two is written first.
 *
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/privatelink-interface-endpoints.html
 */
export function waitForGateway(endpoint: VpcEndpoint): void {
  endpoint.dependsOn = Lazy.listValue({ produce: () => gatewaysBeside(endpoint) });
}

function gatewaysBeside(endpoint: VpcEndpoint): string[] {
  return TerraformStack.of(endpoint)
    .node.findAll()
    .flatMap((construct) => (construct instanceof GatewayEndpoint ? [construct.endpoint] : []))
    .filter(({ vpcIdInput, serviceNameInput }) => {
      return vpcIdInput === endpoint.vpcIdInput && serviceNameInput === endpoint.serviceNameInput;
    })
    .map(({ terraformResourceType, friendlyUniqueId }) => `${terraformResourceType}.${friendlyUniqueId}`);
}
