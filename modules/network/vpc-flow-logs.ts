import { CloudwatchLogGroup } from "@cdktf/provider-aws/lib/cloudwatch-log-group";
import { DataAwsCallerIdentity } from "@cdktf/provider-aws/lib/data-aws-caller-identity";
import { FlowLog } from "@cdktf/provider-aws/lib/flow-log";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import { policyDocument } from "../aws/policy-document";
import { arnPartition } from "../aws/region";
import { roleNamePrefix } from "../internal/role-name-prefix";
import type { FlowLogs, FlowLogsToBucket, FlowLogsToCloudWatch } from "./flow-logs-props";

/** Of which VPC flow logs are. */
export interface LoggedVpc {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
}

/** The flow logs of a VPC, with what they are written to and the role that writes them, where they go to CloudWatch Logs. */
export class VpcFlowLogs extends Construct {
  readonly flowLog: FlowLog;
  /** The log group. Those into a bucket have none. */
  readonly logGroup: CloudwatchLogGroup | undefined;
  /** The role with which they are written. Those into a bucket have none. */
  readonly role: IamRole | undefined;

  constructor(scope: Construct, id: string, vpc: LoggedVpc, flowLogs: FlowLogs) {
    super(scope, id);
    const given: FlowLogsToCloudWatch | FlowLogsToBucket = flowLogs === "cloud-watch" ? { to: flowLogs } : flowLogs;
    const common = { vpcId: vpc.vpcId, trafficType: given.traffic ?? "ALL", tags: { Name: vpc.name } };
    if (given.to === "s3") {
      const { bucketArn, prefix } = given;
      this.flowLog = new FlowLog(this, "Resource", {
        ...common,
        logDestinationType: "s3",
        logDestination: prefix === undefined ? bucketArn : `${bucketArn}/${prefix}`,
      });
      return;
    }
    const { logGroupName, retentionInDays, kmsKeyArn } = given;
    this.logGroup = new CloudwatchLogGroup(this, "log-group", {
      name: logGroupName ?? `/aws/vpc/${vpc.name}`,
      retentionInDays: retentionInDays ?? 30,
      ...(kmsKeyArn === undefined ? {} : { kmsKeyId: kmsKeyArn }),
    });
    const logGroupArn = this.logGroup.arn;
    this.role = this.#writer(vpc, given);
    const policy = new IamRolePolicy(this, "policy", { role: this.role.name, policy: rightsTo(logGroupArn) });
    this.flowLog = new FlowLog(this, "Resource", {
      ...common,
      logDestinationType: "cloud-watch-logs",
      logDestination: logGroupArn,
      iamRoleArn: this.role.arn,
      dependsOn: [policy],
    });
  }

  /** Source of the trust: Amazon VPC User Guide, "IAM role for publishing flow logs to CloudWatch Logs". */
  #writer({ name, region }: LoggedVpc, { permissionsBoundary }: FlowLogsToCloudWatch): IamRole {
    const account = new DataAwsCallerIdentity(this, "caller-identity").accountId;
    return new IamRole(this, "role", {
      namePrefix: roleNamePrefix(`${name}-flow-logs-`),
      assumeRolePolicy: policyDocument([
        {
          principal: { Service: "vpc-flow-logs.amazonaws.com" },
          actions: ["sts:AssumeRole"],
          conditions: {
            StringEquals: { "aws:SourceAccount": account },
            ArnLike: { "aws:SourceArn": `arn:${arnPartition(region)}:ec2:${region}:${account}:vpc-flow-log/*` },
          },
        },
      ]),
      ...(permissionsBoundary === undefined ? {} : { permissionsBoundary }),
    });
  }
}

/** What the page of AWS's names, but for the creation of the log group, which is there. */
function rightsTo(logGroupArn: string): string {
  return policyDocument([
    { sid: "FlowLogGroups", actions: ["logs:DescribeLogGroups"], resources: ["*"] },
    {
      sid: "FlowLogs",
      actions: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
      resources: [logGroupArn, `${logGroupArn}:*`],
    },
  ]);
}
