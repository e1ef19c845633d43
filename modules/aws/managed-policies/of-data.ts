import { allow, type ManagedStatement } from "./managed-statement";

/** Policies of AWS's about buckets, tables and file systems. */
export const POLICIES_OF_DATA: Readonly<Record<string, readonly ManagedStatement[]>> = {
  // Version 2.
  AmazonS3FullAccess: [allow("s3:* s3-object-lambda:*")],
  // Version 3.
  AmazonS3ReadOnlyAccess: [allow("s3:Get* s3:List* s3:Describe* s3-object-lambda:Get* s3-object-lambda:List*")],
  // Version 15.
  AmazonDynamoDBFullAccess: [
    allow(`
      dynamodb:* dax:* application-autoscaling:DeleteScalingPolicy application-autoscaling:DeregisterScalableTarget
      application-autoscaling:DescribeScalableTargets application-autoscaling:DescribeScalingActivities
      application-autoscaling:DescribeScalingPolicies application-autoscaling:PutScalingPolicy
      application-autoscaling:RegisterScalableTarget cloudwatch:DeleteAlarms cloudwatch:DescribeAlarmHistory
      cloudwatch:DescribeAlarms cloudwatch:DescribeAlarmsForMetric cloudwatch:GetMetricStatistics cloudwatch:ListMetrics
      cloudwatch:PutMetricAlarm cloudwatch:GetMetricData datapipeline:ActivatePipeline datapipeline:CreatePipeline
      datapipeline:DeletePipeline datapipeline:DescribeObjects datapipeline:DescribePipelines
      datapipeline:GetPipelineDefinition datapipeline:ListPipelines datapipeline:PutPipelineDefinition
      datapipeline:QueryObjects ec2:DescribeVpcs ec2:DescribeSubnets ec2:DescribeSecurityGroups iam:GetRole iam:ListRoles
      kms:DescribeKey kms:ListAliases sns:CreateTopic sns:DeleteTopic sns:ListSubscriptions sns:ListSubscriptionsByTopic
      sns:ListTopics sns:Subscribe sns:Unsubscribe sns:SetTopicAttributes lambda:CreateFunction lambda:ListFunctions
      lambda:ListEventSourceMappings lambda:CreateEventSourceMapping lambda:DeleteEventSourceMapping
      lambda:GetFunctionConfiguration lambda:DeleteFunction resource-groups:ListGroups resource-groups:ListGroupResources
      resource-groups:GetGroup resource-groups:GetGroupQuery resource-groups:DeleteGroup resource-groups:CreateGroup
      tag:GetResources kinesis:ListStreams kinesis:DescribeStream kinesis:DescribeStreamSummary`),
    allow("cloudwatch:GetInsightRuleReport", {
      on: ["arn:*:cloudwatch:*:*:insight-rule/DynamoDBContributorInsights*"],
    }),
    allow("iam:PassRole", {
      when: {
        StringLike: {
          "iam:PassedToService": [
            "application-autoscaling.amazonaws.com",
            "application-autoscaling.amazonaws.com.cn",
            "dax.amazonaws.com",
          ],
        },
      },
    }),
    allow("iam:CreateServiceLinkedRole", {
      when: {
        StringEquals: {
          "iam:AWSServiceName": [
            "replication.dynamodb.amazonaws.com",
            "dax.amazonaws.com",
            "dynamodb.application-autoscaling.amazonaws.com",
            "contributorinsights.dynamodb.amazonaws.com",
            "kinesisreplication.dynamodb.amazonaws.com",
          ],
        },
      },
    }),
  ],
  // Version 15.
  AmazonDynamoDBReadOnlyAccess: [
    allow(`
      application-autoscaling:DescribeScalableTargets application-autoscaling:DescribeScalingActivities
      application-autoscaling:DescribeScalingPolicies cloudwatch:DescribeAlarmHistory cloudwatch:DescribeAlarms
      cloudwatch:DescribeAlarmsForMetric cloudwatch:GetMetricStatistics cloudwatch:ListMetrics cloudwatch:GetMetricData
      datapipeline:DescribeObjects datapipeline:DescribePipelines datapipeline:GetPipelineDefinition
      datapipeline:ListPipelines datapipeline:QueryObjects dynamodb:BatchGetItem dynamodb:Describe* dynamodb:List*
      dynamodb:GetAbacStatus dynamodb:GetItem dynamodb:GetResourcePolicy dynamodb:Query dynamodb:Scan dynamodb:PartiQLSelect
      dax:Describe* dax:List* dax:GetItem dax:BatchGetItem dax:Query dax:Scan ec2:DescribeVpcs ec2:DescribeSubnets
      ec2:DescribeSecurityGroups iam:GetRole iam:ListRoles kms:DescribeKey kms:ListAliases sns:ListSubscriptionsByTopic
      sns:ListTopics lambda:ListFunctions lambda:ListEventSourceMappings lambda:GetFunctionConfiguration
      resource-groups:ListGroups resource-groups:ListGroupResources resource-groups:GetGroup resource-groups:GetGroupQuery
      tag:GetResources kinesis:ListStreams kinesis:DescribeStream kinesis:DescribeStreamSummary`),
    allow("cloudwatch:GetInsightRuleReport", {
      on: ["arn:*:cloudwatch:*:*:insight-rule/DynamoDBContributorInsights*"],
    }),
  ],
  // Version 3.
  AmazonRDSDataFullAccess: [
    allow(
      `
      secretsmanager:GetSecretValue secretsmanager:PutResourcePolicy secretsmanager:PutSecretValue secretsmanager:DeleteSecret
      secretsmanager:DescribeSecret secretsmanager:TagResource`,
      { on: ["arn:*:secretsmanager:*:*:secret:rds-db-credentials/*"] },
    ),
    allow(`
      dbqms:CreateFavoriteQuery dbqms:DescribeFavoriteQueries dbqms:UpdateFavoriteQuery dbqms:DeleteFavoriteQueries
      dbqms:GetQueryString dbqms:CreateQueryHistory dbqms:DescribeQueryHistory dbqms:UpdateQueryHistory
      dbqms:DeleteQueryHistory rds-data:ExecuteSql rds-data:ExecuteStatement rds-data:BatchExecuteStatement
      rds-data:BeginTransaction rds-data:CommitTransaction rds-data:RollbackTransaction secretsmanager:CreateSecret
      secretsmanager:ListSecrets secretsmanager:GetRandomPassword tag:GetResources`),
  ],
  // Version 1.
  AmazonElasticFileSystemClientFullAccess: [
    allow(`
      elasticfilesystem:ClientMount elasticfilesystem:ClientRootAccess elasticfilesystem:ClientWrite
      elasticfilesystem:DescribeMountTargets`),
  ],
  // Version 1.
  AmazonElasticFileSystemClientReadWriteAccess: [
    allow(`
      elasticfilesystem:ClientMount elasticfilesystem:ClientWrite elasticfilesystem:DescribeMountTargets`),
  ],
  // Version 1.
  AmazonOpenSearchServiceFullAccess: [allow("es:*")],
};
