import { DataAwsSsmParameter } from "@cdktf/provider-aws/lib/data-aws-ssm-parameter";
import type { Construct } from "constructs";
import type { CpuArchitecture } from "../aws/operating-system";

/**
 * The id of the newest image of Amazon Linux 2023, looked up when Terraform runs. The image has the SSM Agent and the AWS
 * CLI.
 *
 * Source of the parameter's name: https://docs.aws.amazon.com/linux/al2023/ug/ec2.html
 */
export function amazonLinuxImage(scope: Construct, id: string, architecture: CpuArchitecture): string {
  const name = `/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-${architecture.toLowerCase()}`;
  // The parameter is public: the plan may show its value.
  return new DataAwsSsmParameter(scope, id, { name }).insecureValue;
}
