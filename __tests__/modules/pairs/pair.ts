import type { TerraformStack } from "cdktf";
import {
  ContainerImage,
  EndpointPlan,
  FargateService,
  type FargateServiceProps,
  type FargateTask,
  LogDriver,
  Peer,
  PrivateNetwork,
  type PrivateNetworkProps,
  type SubnetSpec,
  VpcEndpoints,
  type VpcEndpointsProps,
} from "../../../modules";
import type { IssueSeverity } from "../../../modules/issues/table/issue-row";
import type { IssueCode } from "../../../modules/issues/table/issue-table";
import { ordersTask } from "../../support/orders";

/** A fault that a constructor finds in literals, and the proof in the Terraform that was written. */
export interface Pair {
  readonly name: string;
  /** What the constructor says. */
  readonly early: IssueCode;
  /** What the proof says. */
  readonly late: IssueCode;
  /** How bad the constructor and the proof find it. @default - both an error */
  readonly severities?: readonly [early: IssueSeverity, late: IssueSeverity];
  /** Region of the stack that has the fault. @default - as without: `"eu-west-1"` */
  readonly faultyRegion?: string;
  /** Builds something with the fault, or the same without. */
  build(stack: TerraformStack, hasFault: boolean): void;
}

/** Region of the stacks without a fault. */
export const region = "eu-west-1";

/** A subnet of a network of its own, in the zone `eu-west-1a`. */
export function subnet(name: string, tier: SubnetSpec["tier"], third: number, more: Partial<SubnetSpec> = {}) {
  return { name, tier, cidrBlock: `10.0.${third}.0/24`, availabilityZone: "eu-west-1a", ...more } satisfies SubnetSpec;
}

/** A task that calls nothing, and whose image comes from the internet. */
export const web: FargateTask = {
  family: "web",
  containers: { web: { image: ContainerImage.registry("nginx:1.29"), logDriver: LogDriver.none() } },
};

/** A rule for every address. */
export const internet = { peer: Peer.cidr("0.0.0.0/0"), port: 443 };

/** What a service in its network is made of, as far as it is not the usual. */
interface Orders {
  readonly task?: FargateTask;
  readonly network?: Partial<PrivateNetworkProps>;
  readonly endpoints?: Partial<VpcEndpointsProps>;
  readonly service?: Partial<FargateServiceProps>;
}

/** A service with the endpoints that its task needs, in a network of its own. */
export function orders(stack: TerraformStack, { task = ordersTask, network, endpoints, service }: Orders = {}) {
  const ground = new PrivateNetwork(stack, "network", { region, availabilityZones: ["eu-west-1a"], ...network });
  const services = EndpointPlan.forTasks([task], { region });
  const ways = new VpcEndpoints(stack, "endpoints", { network: ground, services, ...endpoints });
  return new FargateService(stack, "service", { network: ground, endpoints: ways, task, ...service });
}
