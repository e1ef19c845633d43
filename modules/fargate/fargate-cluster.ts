import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { Construct } from "constructs";

/** A cluster to create. */
export interface ClusterOptions {
  /** Name, unique in the account and Region. @default - the task's family */
  readonly name?: string;
}

/** A cluster that exists already. */
export interface ExistingCluster {
  /** ARN of the cluster. */
  readonly arn: string;
}

/** A cluster with the capacity provider `FARGATE`. */
export class FargateCluster extends Construct {
  /** The cluster. */
  readonly cluster: EcsCluster;
  /** ARN of the cluster. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: { readonly name: string }) {
    super(scope, id);
    this.cluster = new EcsCluster(this, "Resource", { name: props.name });
    this.arn = this.cluster.arn;
    new EcsClusterCapacityProviders(this, "capacity-providers", {
      clusterName: this.cluster.name,
      capacityProviders: ["FARGATE"],
    });
  }
}
