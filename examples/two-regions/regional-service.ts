import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { ContainerImage, EndpointPlan, FargateService, PrivateNetwork, VpcEndpoints } from "cdktf-private-fargate";
import { Construct } from "constructs";

interface RegionalServiceProps {
  readonly region: string;
  /** The provider of the Region. */
  readonly provider: AwsProvider;
}

/** The service orders in one Region, with a network, endpoints and a cluster there. */
export class RegionalService extends Construct {
  constructor(scope: Construct, id: string, { region, provider }: RegionalServiceProps) {
    super(scope, id);
    // An image is pulled in the Region of the task; ECR replicates the repository.
    const image = ContainerImage.ecr(`123456789012.dkr.ecr.${region}.amazonaws.com/orders`, { tag: "1.4.2" });
    const task = { family: "orders", containers: { api: { image } } };
    // Each makes all that is in it with this provider; without one it would be the stack's first.
    const network = new PrivateNetwork(this, "network", { provider, region });
    const services = EndpointPlan.forTasks([task]);
    const endpoints = new VpcEndpoints(this, "endpoints", { provider, network, services });
    new FargateService(this, "service", { provider, network, endpoints, task });
  }
}
