import { App, type TerraformStack } from "cdktf";
import {
  type ExistingEndpoint,
  FargateService,
  type FargateServiceProps,
  type Network,
  Peer,
  type Proof,
  type ProofOptions,
  proveReachability,
} from "../../modules";
import { resolvedTerraform } from "../../modules/validation/emitted-terraform";
import { ordersTask } from "./orders";
import { newStack } from "./synth";

type InterfaceEndpoint = Extract<ExistingEndpoint, { readonly type: "Interface" }>;

/** An interface endpoint of which everything is said. */
function existingEndpoint(service: InterfaceEndpoint["service"]): InterfaceEndpoint {
  return {
    type: "Interface",
    service,
    securityGroupIds: ["sg-0123456789abcdef0"],
    subnetIds: ["subnet-0a", "subnet-0b"],
    admits: [Peer.cidr("172.20.0.0/16")],
    policy: "full-access",
  };
}

/** A VPC that exists, with the endpoints of the orders task; all that the proof asks of it is said. */
export const existingVpc = {
  name: "legacy",
  region: "eu-west-1",
  vpcId: "vpc-0123456789abcdef0",
  cidrBlock: "172.20.0.0/16",
  dns: { support: true, hostnames: true },
  domainNameServers: ["AmazonProvidedDNS"],
  networkAcls: "allow-all",
  subnets: [
    {
      name: "a",
      id: "subnet-0a",
      tier: "shared",
      availabilityZone: "eu-west-1a",
      cidrBlock: "172.20.1.0/24",
      routeTableId: "rtb-0a",
    },
    {
      name: "b",
      id: "subnet-0b",
      tier: "shared",
      availabilityZone: "eu-west-1b",
      cidrBlock: "172.20.2.0/24",
      routeTableId: "rtb-0b",
    },
  ],
  endpoints: [
    existingEndpoint("logs"),
    existingEndpoint("ecr.api"),
    existingEndpoint("ecr.dkr"),
    { type: "Gateway", service: "s3", prefixListId: "pl-6da54004", policy: "full-access" },
  ],
} as const satisfies Network;

/** The proof over a stack with the orders service in a network, of which a part may be in the stack as well. */
export function proveIn(
  network: Network | ((stack: TerraformStack) => Network),
  more: Partial<FargateServiceProps> = {},
  options: ProofOptions = {},
): Proof {
  const app = new App({ skipValidation: true });
  const stack = newStack(app);
  const made = typeof network === "function" ? network(stack) : network;
  new FargateService(stack, "orders", { network: made, task: ordersTask, ...more });
  return proveReachability(resolvedTerraform(app), options);
}
