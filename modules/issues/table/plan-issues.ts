import type { IssueTable } from "./issue-row";

/** What a task calls, and which endpoints it needs for that. */
export const PLAN_ISSUES = {
  "endpoints-of-other-network": {
    why: "a gateway endpoint is a route in its own VPC, and private DNS of an interface endpoint works there only",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "endpoint-missing": {
    severities: ["error", "note"],
    why: 'without the endpoint the call leaves for the internet. Where there is no route to it, the call times out, and the task stops, for example with "ResourceInitializationError" or "CannotPullContainerError"',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html",
  },
  "service-unknown": {
    severities: ["error", "warning"],
    why: "AWS refuses an endpoint for a service that does not exist, at apply",
  },
  "other-region": {
    severities: ["error", "note"],
    why: "a gateway endpoint reaches its own Region only. An interface endpoint reaches another Region only if it says so, and only for some services",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html",
  },
  "interface-for-gateway": {
    severities: ["note"],
    why: "with private DNS it leads to the service as well, and each GB is charged, layers of images among them; AWS's page on ECR asks for the gateway endpoint, which is free",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "task-role-hint": {
    severities: ["note"],
    why: "a right is a sign that the application makes such calls, but no proof. If it does, they time out without an endpoint",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  },
  "sts-global-host": {
    severities: ["note"],
    why: 'an SDK that still calls "sts.amazonaws.com" may look for it on the internet',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  },
  "service-connect-unverified": {
    severities: ["note"],
    why: "AWS's page about the endpoints of ECS says that the proxy uses it, and also that Fargate needs no endpoint of ECS",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "secret-endpoint-unverified": {
    severities: ["note"],
    why: "AWS asks for endpoints of secrets where tasks go over to 1.4.0; before, Fargate fetched them through an interface of its own, as it does ECR's token",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-version-migration.html",
  },
  "ecs-endpoints-unverified": {
    severities: ["warning"],
    why: "for Regions introduced since 23 December 2023 AWS's page asks for all three, and also says that Fargate needs none",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "credential-spec-unverified": {
    severities: ["note"],
    why: "the file is in S3 or Parameter Store and the login in Secrets Manager, and AWS's page names no endpoint for them",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-linux-gmsa.html",
  },
  "mesh-proxy-without-mesh": {
    severities: ["warning"],
    why: "AWS has ended App Mesh, from which the proxy gets its configuration",
    source: "https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy-config.html",
  },
  "tmpfs-unverified": {
    severities: ["note"],
    why: "Fargate takes tmpfs since January 2026, and AWS's page for the Regions in China still says that it does not",
    source: "https://docs.amazonaws.cn/en_us/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "fips-endpoint-unknown": {
    severities: ["note"],
    why: "AWS's list of endpoint services has none; whether the usual endpoint answers the FIPS host name as well is uncertain",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "guardduty-repository": {
    severities: ["note"],
    why: "an endpoint policy for ecr.api, ecr.dkr or s3 that names your repositories only keeps it out",
    source: "https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html",
  },
} as const satisfies IssueTable;
