import type { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Aspects, TerraformDataSource, TerraformResource } from "cdktf";
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
    const network = new PrivateNetwork(this, "network", { region });
    const endpoints = new VpcEndpoints(this, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
    new FargateService(this, "service", { network, endpoints, task });

    // All that this construct has made, and looks up, is of its provider; without one it would be of the stack's first.
    Aspects.of(this).add({
      visit: (node) => {
        const ofProvider =
          TerraformResource.isTerraformResource(node) || TerraformDataSource.isTerraformDataSource(node);
        if (ofProvider) node.provider = provider;
      },
    });
  }
}
