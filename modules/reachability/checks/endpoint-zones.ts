import type { EndpointCall } from "../calls/call";
import { whyNeeded } from "./endpoint-missing";
import { breaks, type Finding, holds, open } from "./finding";

/**
 * An interface endpoint has a network interface in at least one zone; any subnet of the VPC reaches it there.
 *
 * Source: https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html
 */
export function checkEndpointZones(call: EndpointCall): Finding {
  const { view, endpoint } = call;
  const subnets = view.subnetsOf(endpoint);
  if (!subnets.known) {
    return open({
      code: "endpoint-subnets-unknown",
      what: `which subnets ${endpoint.address} has`,
      because: subnets.because,
      assure: `${endpoint.address} is in at least one subnet, and in one of each zone of the task for resilience`,
      path: endpoint.address,
    });
  }
  if (subnets.value.length > 0) {
    return holds(`${endpoint.address} is in ${subnets.value.map((id) => view.subnet(id).address).join(", ")}`);
  }
  return breaks("endpoint-subnet-missing", {
    problem: `${endpoint.address} is in no subnet`,
    why: `an interface endpoint is a network interface in a subnet, and without one there is nothing to connect to; ${whyNeeded(call)}`,
    fix: `set subnet_ids on ${endpoint.address}, one subnet for each zone of the task`,
    path: endpoint.address,
  });
}
