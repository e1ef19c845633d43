import { EcsCluster, type EcsClusterConfiguration } from "@cdktf/provider-aws/lib/ecs-cluster";
import { EcsClusterCapacityProviders } from "@cdktf/provider-aws/lib/ecs-cluster-capacity-providers";
import { ServiceDiscoveryHttpNamespace } from "@cdktf/provider-aws/lib/service-discovery-http-namespace";
import type { ITerraformDependable } from "cdktf";
import { Construct } from "constructs";
import { throwIssues } from "../internal/throw-issues";
import { throwMalformed } from "../internal/throw-malformed";
import { useProvider } from "../internal/use-provider";
import { type ExecuteCommandOptions, executeCommandOptions } from "../task/execute-command";
import {
  CAPACITY_PROVIDERS_OF_FARGATE,
  capacityProviderItems,
  type FargateCapacityProvider,
} from "./capacity-providers";
import { checkFargateCluster } from "./check-fargate-cluster";
import type { ExistingCluster, FargateClusterProps, NewNamespace } from "./fargate-cluster-props";
import { FARGATE_CLUSTER } from "./fargate-cluster-shape";

/**
 * A cluster for the tasks of several services, also of other stacks: hand it to each as `cluster`.
 *
 * @example
 * ```ts
 * import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
 * import { App, TerraformStack } from "cdktf";
 * import {
 *   ContainerImage, EndpointPlan, FargateCluster, FargateService, type FargateTask, PrivateNetwork, VpcEndpoints,
 * } from "cdktf-private-fargate";
 *
 * const app = new App();
 * const stack = new TerraformStack(app, "orders");
 * new AwsProvider(stack, "aws", { region: "eu-west-1" });
 *
 * const image = ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders", { tag: "1.4.2" });
 * const task = { family: "orders", containers: { api: { image } } } satisfies FargateTask;
 *
 * const network = new PrivateNetwork(stack, "network", { region: "eu-west-1" });
 * const endpoints = new VpcEndpoints(stack, "endpoints", { network, services: EndpointPlan.forTasks([task]) });
 *
 * const cluster = new FargateCluster(stack, "cluster", { name: "shop", containerInsights: "enhanced" });
 * new FargateService(stack, "service", { network, endpoints, task, cluster });
 *
 * app.synth();
 * ```
 * @throws {ConfigurationError} for a setting that ECS refuses
 */
export class FargateCluster extends Construct implements ExistingCluster {
  readonly cluster: EcsCluster;
  /** Name of the cluster. */
  readonly name: string;
  /** ARN of the cluster. */
  readonly arn: string;
  /** Its capacity providers. */
  readonly capacityProviders: readonly FargateCapacityProvider[];
  /** How ECS Exec logs and encrypts. */
  readonly executeCommand: true | ExecuteCommandOptions;
  /** What must exist before a task can name one of its capacity providers. */
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: FargateClusterProps) {
    super(scope, id);
    throwMalformed(this, props, FARGATE_CLUSTER);
    useProvider(this, props);
    throwIssues(this, [...checkFargateCluster(props)]);
    const { name, containerInsights, serviceConnectNamespace, defaultCapacityProviderStrategy: strategy } = props;
    this.capacityProviders = props.capacityProviders ?? CAPACITY_PROVIDERS_OF_FARGATE;
    this.executeCommand = props.executeCommand ?? true;
    this.cluster = new EcsCluster(this, "Resource", {
      name,
      ...configuration(props),
      ...(containerInsights === undefined
        ? {}
        : { setting: [{ name: "containerInsights", value: containerInsights }] }),
      ...(serviceConnectNamespace === undefined
        ? {}
        : { serviceConnectDefaults: { namespace: this.#namespaceArn(serviceConnectNamespace) } }),
    });
    this.name = name;
    this.arn = this.cluster.arn;
    const attached = new EcsClusterCapacityProviders(this, "capacity-providers", {
      clusterName: this.cluster.name,
      capacityProviders: [...this.capacityProviders],
      ...(strategy === undefined ? {} : { defaultCapacityProviderStrategy: capacityProviderItems(strategy) }),
    });
    this.dependencies = [attached];
  }

  #namespaceArn(given: string | NewNamespace): string {
    if (typeof given === "string") return given;
    return new ServiceDiscoveryHttpNamespace(this, "namespace", { name: given.name }).arn;
  }
}

function configuration(props: FargateClusterProps): { readonly configuration?: EcsClusterConfiguration } {
  const { executeCommand, ephemeralStorageKmsKeyId, managedStorageKmsKeyId } = props;
  const storage = {
    ...(ephemeralStorageKmsKeyId === undefined ? {} : { fargateEphemeralStorageKmsKeyId: ephemeralStorageKmsKeyId }),
    ...(managedStorageKmsKeyId === undefined ? {} : { kmsKeyId: managedStorageKmsKeyId }),
  };
  const all = {
    ...(typeof executeCommand === "object"
      ? { executeCommandConfiguration: executeCommandConfiguration(executeCommand) }
      : {}),
    ...(Object.keys(storage).length === 0 ? {} : { managedStorageConfiguration: storage }),
  };
  return Object.keys(all).length === 0 ? {} : { configuration: all };
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
