import { allow, allowAllBut, type ManagedStatement } from "./managed-statement";

/** Policies of AWS's about what runs containers: registries, logs and traces, secrets, sessions. */
export const POLICIES_OF_OPERATIONS: Readonly<Record<string, readonly ManagedStatement[]>> = {
  // Version 1.
  AdministratorAccess: [allow("*")],
  // Version 6.
  PowerUserAccess: [
    allowAllBut("iam:* organizations:* account:*"),
    allow(`
      account:GetAccountInformation account:GetPrimaryEmail account:ListRegions iam:CreateServiceLinkedRole
      iam:DeleteServiceLinkedRole iam:ListRoles organizations:DescribeOrganization`),
  ],
  // Version 7.
  "service-role/AmazonEC2ContainerServiceforEC2Role": [
    allow(`
      ec2:DescribeTags ecs:CreateCluster ecs:DeregisterContainerInstance ecs:DiscoverPollEndpoint ecs:Poll
      ecs:RegisterContainerInstance ecs:StartTelemetrySession ecs:UpdateContainerInstancesState ecs:Submit*
      ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:BatchGetImage
      logs:CreateLogStream logs:PutLogEvents`),
    allow("ecs:TagResource", {
      when: { StringEquals: { "ecs:CreateAction": ["CreateCluster", "RegisterContainerInstance"] } },
    }),
  ],
  // Version 3.
  AmazonEC2ContainerRegistryFullAccess: [
    allow("ecr:* cloudtrail:LookupEvents"),
    allow("iam:CreateServiceLinkedRole", {
      when: { StringEquals: { "iam:AWSServiceName": ["replication.ecr.amazonaws.com"] } },
    }),
  ],
  // Version 3.
  AmazonEC2ContainerRegistryPowerUser: [
    allow(`
      ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:GetRepositoryPolicy
      ecr:DescribeRepositories ecr:ListImages ecr:DescribeImages ecr:BatchGetImage ecr:GetLifecyclePolicy
      ecr:GetLifecyclePolicyPreview ecr:ListTagsForResource ecr:DescribeImageScanFindings ecr:InitiateLayerUpload
      ecr:UploadLayerPart ecr:CompleteLayerUpload ecr:PutImage`),
  ],
  // Version 1.
  AmazonEC2ContainerRegistryPullOnly: [
    allow(`
      ecr:GetAuthorizationToken ecr:BatchGetImage ecr:GetDownloadUrlForLayer ecr:BatchImportUpstreamImage`),
  ],
  // Version 3.
  AmazonEC2ContainerRegistryReadOnly: [
    allow(`
      ecr:GetAuthorizationToken ecr:BatchCheckLayerAvailability ecr:GetDownloadUrlForLayer ecr:GetRepositoryPolicy
      ecr:DescribeRepositories ecr:ListImages ecr:DescribeImages ecr:BatchGetImage ecr:GetLifecyclePolicy
      ecr:GetLifecyclePolicyPreview ecr:ListTagsForResource ecr:DescribeImageScanFindings`),
  ],
  // Version 3.
  CloudWatchAgentServerPolicy: [
    allow(`
      cloudwatch:PutMetricData ec2:DescribeVolumes ec2:DescribeTags logs:PutLogEvents logs:PutRetentionPolicy
      logs:DescribeLogStreams logs:DescribeLogGroups logs:CreateLogStream logs:CreateLogGroup xray:PutTraceSegments
      xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets xray:GetSamplingStatisticSummaries`),
    allow("ssm:GetParameter", { on: ["arn:*:ssm:*:*:parameter/AmazonCloudWatch-*"] }),
  ],
  // Version 4.
  CloudWatchFullAccess: [
    allow(`
      autoscaling:Describe* cloudwatch:* logs:* sns:* iam:GetPolicy iam:GetPolicyVersion iam:GetRole oam:ListSinks`),
    allow("iam:CreateServiceLinkedRole", {
      on: ["arn:*:iam::*:role/aws-service-role/events.amazonaws.com/AWSServiceRoleForCloudWatchEvents*"],
      when: { StringLike: { "iam:AWSServiceName": "events.amazonaws.com" } },
    }),
    allow("oam:ListAttachedLinks", { on: ["arn:*:oam:*:*:sink/*"] }),
  ],
  // Version 3.
  CloudWatchFullAccessV2: [
    allow(`
      application-autoscaling:DescribeScalingPolicies application-signals:* autoscaling:DescribeAutoScalingGroups
      autoscaling:DescribePolicies cloudwatch:* logs:* sns:CreateTopic sns:ListSubscriptions sns:ListSubscriptionsByTopic
      sns:ListTopics sns:Subscribe iam:GetPolicy iam:GetPolicyVersion iam:GetRole oam:ListSinks rum:* synthetics:* xray:*`),
    allow("iam:CreateServiceLinkedRole", {
      on: [
        "arn:*:iam::*:role/aws-service-role/application-signals.cloudwatch.amazonaws.com/AWSServiceRoleForCloudWatchApplicationSignals",
      ],
      when: { StringLike: { "iam:AWSServiceName": "application-signals.cloudwatch.amazonaws.com" } },
    }),
    allow("iam:CreateServiceLinkedRole", {
      on: ["arn:*:iam::*:role/aws-service-role/events.amazonaws.com/AWSServiceRoleForCloudWatchEvents*"],
      when: { StringLike: { "iam:AWSServiceName": "events.amazonaws.com" } },
    }),
    allow("oam:ListAttachedLinks", { on: ["arn:*:oam:*:*:sink/*"] }),
  ],
  // Version 2.
  CloudWatchLogsFullAccess: [allow("logs:* cloudwatch:GenerateQuery")],
  // Version 6.
  CloudWatchLogsReadOnlyAccess: [
    allow(`
      logs:Describe* logs:Get* logs:List* logs:StartQuery logs:StopQuery logs:TestMetricFilter logs:FilterLogEvents
      logs:StartLiveTail logs:StopLiveTail cloudwatch:GenerateQuery`),
  ],
  // Version 2.
  AWSXRayDaemonWriteAccess: [
    allow(`
      xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets
      xray:GetSamplingStatisticSummaries`),
  ],
  // Version 2.
  AWSXrayFullAccess: [allow("xray:*")],
  // Version 2.
  AWSXrayWriteOnlyAccess: [
    allow(`
      xray:PutTraceSegments xray:PutTelemetryRecords xray:GetSamplingRules xray:GetSamplingTargets
      xray:GetSamplingStatisticSummaries`),
  ],
  // Version 2.
  AmazonPrometheusFullAccess: [
    allow("aps:*"),
    allow("eks:DescribeCluster ec2:DescribeSubnets ec2:DescribeSecurityGroups", {
      when: { "ForAnyValue:StringEquals": { "aws:CalledVia": ["aps.amazonaws.com"] } },
    }),
    allow("iam:CreateServiceLinkedRole", {
      on: ["arn:*:iam::*:role/aws-service-role/scraper.aps.amazonaws.com/AWSServiceRoleForAmazonPrometheusScraper*"],
      when: { StringEquals: { "iam:AWSServiceName": "scraper.aps.amazonaws.com" } },
    }),
  ],
  // Version 1.
  AmazonPrometheusRemoteWriteAccess: [allow("aps:RemoteWrite")],
  // Version 5.
  SecretsManagerReadWrite: [
    allow(`
      secretsmanager:* cloudformation:CreateChangeSet cloudformation:DescribeChangeSet cloudformation:DescribeStackResource
      cloudformation:DescribeStacks cloudformation:ExecuteChangeSet docdb-elastic:GetCluster docdb-elastic:ListClusters
      ec2:DescribeSecurityGroups ec2:DescribeSubnets ec2:DescribeVpcs kms:DescribeKey kms:ListAliases kms:ListKeys
      lambda:ListFunctions rds:DescribeDBClusters rds:DescribeDBInstances redshift:DescribeClusters
      redshift-serverless:ListWorkgroups redshift-serverless:GetNamespace tag:GetResources`),
    allow(
      `
      lambda:AddPermission lambda:CreateFunction lambda:GetFunction lambda:InvokeFunction lambda:UpdateFunctionConfiguration`,
      { on: ["arn:*:lambda:*:*:function:SecretsManager*"] },
    ),
    allow("serverlessrepo:CreateCloudFormationChangeSet serverlessrepo:GetApplication", {
      on: ["arn:*:serverlessrepo:*:*:applications/SecretsManager*"],
    }),
    allow("s3:GetObject", {
      on: ["arn:*:s3:::awsserverlessrepo-changesets*", "arn:*:s3:::secrets-manager-rotation-apps-*/*"],
    }),
  ],
  // Version 2.
  AWSKeyManagementServicePowerUser: [
    allow(`
      kms:CreateAlias kms:CreateKey kms:DeleteAlias kms:Describe* kms:GenerateRandom kms:Get* kms:List* kms:TagResource
      kms:UntagResource iam:ListGroups iam:ListRoles iam:ListUsers`),
  ],
  // Version 4.
  AmazonSSMFullAccess: [
    allow(`
      cloudwatch:PutMetricData ds:CreateComputer ds:DescribeDirectories ec2:DescribeInstanceStatus logs:* ssm:* ec2messages:*`),
    allow("iam:CreateServiceLinkedRole", {
      on: ["arn:*:iam::*:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*"],
      when: { StringLike: { "iam:AWSServiceName": "ssm.amazonaws.com" } },
    }),
    allow("iam:DeleteServiceLinkedRole iam:GetServiceLinkedRoleDeletionStatus", {
      on: ["arn:*:iam::*:role/aws-service-role/ssm.amazonaws.com/AWSServiceRoleForAmazonSSM*"],
    }),
    allow(`
      ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel
      ssmmessages:OpenDataChannel`),
  ],
  // Version 2.
  AmazonSSMManagedEC2InstanceDefaultPolicy: [
    allow(`
      ssm:DescribeAssociation ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument ssm:DescribeDocument ssm:GetManifest
      ssm:ListAssociations ssm:ListInstanceAssociations ssm:PutInventory ssm:PutComplianceItems ssm:PutConfigurePackageResult
      ssm:UpdateAssociationStatus ssm:UpdateInstanceAssociationStatus ssm:UpdateInstanceInformation`),
    allow(`
      ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel
      ssmmessages:OpenDataChannel`),
    allow(`
      ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage ec2messages:GetEndpoint
      ec2messages:GetMessages ec2messages:SendReply`),
  ],
  // Version 2.
  AmazonSSMManagedInstanceCore: [
    allow(`
      ssm:DescribeAssociation ssm:GetDeployablePatchSnapshotForInstance ssm:GetDocument ssm:DescribeDocument ssm:GetManifest
      ssm:GetParameter ssm:GetParameters ssm:ListAssociations ssm:ListInstanceAssociations ssm:PutInventory
      ssm:PutComplianceItems ssm:PutConfigurePackageResult ssm:UpdateAssociationStatus ssm:UpdateInstanceAssociationStatus
      ssm:UpdateInstanceInformation`),
    allow(`
      ssmmessages:CreateControlChannel ssmmessages:CreateDataChannel ssmmessages:OpenControlChannel
      ssmmessages:OpenDataChannel`),
    allow(`
      ec2messages:AcknowledgeMessage ec2messages:DeleteMessage ec2messages:FailMessage ec2messages:GetEndpoint
      ec2messages:GetMessages ec2messages:SendReply`),
  ],
  // Version 1.
  AmazonSSMReadOnlyAccess: [allow("ssm:Describe* ssm:Get* ssm:List*")],
  // Version 1.
  AWSAppMeshEnvoyAccess: [allow("appmesh:StreamAggregatedResources")],
  // Version 1.
  AWSMarketplaceMeteringRegisterUsage: [allow("aws-marketplace:RegisterUsage")],
};
