import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { EndpointPlan, FargateCluster, PrivateNetwork, VpcEndpoints } from "cdktf-private-fargate";
import type { Construct } from "constructs";
import { billing, orders } from "./tasks";

/** What all services use: one network, one cluster, and the endpoints that any of them needs. */
export class SharedStack extends TerraformStack {
  readonly network: PrivateNetwork;
  readonly cluster: FargateCluster;
  readonly endpoints: VpcEndpoints;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    this.network = new PrivateNetwork(this, "network", { region: "eu-west-1" });
    this.cluster = new FargateCluster(this, "cluster", { name: "shop" });
    this.endpoints = new VpcEndpoints(this, "endpoints", {
      network: this.network,
      services: EndpointPlan.forTasks([orders, billing]),
    });
  }
}
