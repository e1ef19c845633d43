import { EcsCluster } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { Construct } from "constructs";
import { type ExecuteCommandOptions, executeCommandOptions } from "../task/execute-command";

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

/** Properties of {@link FargateCluster}. */
export interface FargateClusterProps {
  /** Name, unique in the account and Region. */
  readonly name: string;
  /** How ECS Exec logs and encrypts. @default - as AWS has it */
  readonly executeCommand?: true | ExecuteCommandOptions;
}

/** A cluster with the capacity provider `FARGATE`. */
export class FargateCluster extends Construct {
  readonly cluster: EcsCluster;
  /** ARN of the cluster. */
  readonly arn: string;

  constructor(scope: Construct, id: string, props: FargateClusterProps) {
    super(scope, id);
    const { name, executeCommand } = props;
    this.cluster = new EcsCluster(this, "Resource", {
      name,
      ...(typeof executeCommand === "object"
        ? { configuration: { executeCommandConfiguration: executeCommandConfiguration(executeCommand) } }
        : {}),
    });
    this.arn = this.cluster.arn;
    new EcsClusterCapacityProviders(this, "capacity-providers", {
      clusterName: this.cluster.name,
      capacityProviders: ["FARGATE"],
    });
  }
}

function executeCommandConfiguration(own: ExecuteCommandOptions) {
  const { logging, cloudWatchLogGroupName, s3BucketName, kmsKeyId } = executeCommandOptions(own);
  return {
    logging,
    ...(kmsKeyId === undefined ? {} : { kmsKeyId }),
    ...(logging === "OVERRIDE"
      ? {
          logConfiguration: {
            ...(cloudWatchLogGroupName === undefined ? {} : { cloudWatchLogGroupName }),
            ...(s3BucketName === undefined ? {} : { s3BucketName }),
          },
        }
      : {}),
  };
}
