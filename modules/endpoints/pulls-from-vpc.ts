import type { Network } from "../network/network";
import type { VpcEndpoints } from "./vpc-endpoints";

/** Where a task is. */
interface TaskPlace {
  readonly network: Network;
  readonly endpoints?: VpcEndpoints | undefined;
}

/** The VPC to which pulls are limited: the condition holds only for calls that arrive through an endpoint of it. */
export function pullsFromVpc({ endpoints, network }: TaskPlace): string | undefined {
  const arrive = (["ecr.dkr", "ecr-fips.dkr"] as const).some((name) => endpoints?.services.has(name));
  return arrive ? network.vpcId : undefined;
}
