import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { TerraformStack } from "cdktf";
import { FargateService, type FargateTask } from "cdktf-private-fargate";
import type { Construct } from "constructs";
import type { SharedStack } from "./shared-stack";

/**
 * A service in a stack of its own, which its team deploys by itself. The rule that admits it to the endpoints is here as well:
 * the shared stack depends on no service.
 */
export class ServiceStack extends TerraformStack {
  constructor(scope: Construct, task: FargateTask, { network, cluster, endpoints }: SharedStack) {
    super(scope, task.family);
    new AwsProvider(this, "aws", { region: "eu-west-1" });
    new FargateService(this, "service", { network, cluster, endpoints, task });
  }
}
