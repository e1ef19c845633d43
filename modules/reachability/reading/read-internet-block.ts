import { knownValue } from "../model/fact";
import { textFact } from "./facts";
import type { ResourceIndex } from "./resource-index";

/**
 * Why it is not known whether internet gateways let anything pass: the account blocks them, and what is excepted is not followed.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html
 *
 * @param mode `"block-bidirectional"` is about everything, `"block-ingress"` about all but what NAT gateways open
 * @returns `undefined` where nothing blocks in this mode
 */
export function internetBlock(index: ResourceIndex, mode: "block-bidirectional" | "block-ingress"): string | undefined {
  const found = index.managed("aws_vpc_block_public_access_options").find((options) => {
    const own = knownValue(textFact(options.argument("internet_gateway_block_mode")));
    return own === undefined || own === mode;
  });
  return found && `${found.address} blocks internet gateways in its Region, and what it leaves out is not followed`;
}
