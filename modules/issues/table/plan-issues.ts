import type { IssueTable } from "./issue-row";

/** What a task calls, and which endpoints it needs for that. */
export const PLAN_ISSUES = {
  "endpoint-missing": {
    severities: ["error", "note"],
    what: "A task or an instance needs an AWS service for which there is no endpoint. It is a note in a plan for a network with a way out.",
    why: 'Without the endpoint the call leaves for the internet. Where there is no route to it, the call times out, and the task stops, for example with "ResourceInitializationError" or "CannotPullContainerError".',
    fix: "Add the service to `services`, or use `services: EndpointPlan.forTasks([task])`. In Terraform add an `aws_vpc_endpoint` to the VPC.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html",
  },
  "service-unknown": {
    severities: ["error", "warning"],
    what: "A name is not the short name of an AWS service with VPC endpoints. In the proof, which reads names from Terraform, it is a warning.",
    why: "AWS refuses an endpoint for a service that does not exist, at apply.",
    fix: 'Write the name that the message proposes, or look it up in [Endpoint services](endpoint-services.md). A service outside that list is possible by its full name: `{ serviceName: "com.amazonaws.vpce.<region>.vpce-svc-..." }`.',
  },
  "other-region": {
    severities: ["error", "note"],
    what: "Something that the task uses is in another Region, and no endpoint leads there. It is a note where the network has a way out.",
    why: "A gateway endpoint reaches its own Region only. An interface endpoint reaches another Region only if it says so, and only for some services.",
    fix: 'Move it to the Region of the task. Where the service allows it, name an endpoint that leads there: `{ service: "ecr.api", type: "Interface", serviceRegion: "us-east-1" }`.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html",
  },
  "interface-for-gateway": {
    severities: ["note"],
    what: "A network has an interface endpoint for a service where a gateway endpoint is planned.",
    why: "With private DNS it leads to the service as well, but AWS's page on ECR asks for the gateway endpoint.",
    fix: "Prefer the gateway endpoint, which is free. With the interface endpoint, keep private DNS on for the whole VPC.",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "task-role-hint": {
    severities: ["note"],
    what: "The task role may call a service for which no endpoint is planned.",
    why: "A right is a sign that the application makes such calls, but no proof. If it does, they time out without an endpoint.",
    fix: 'If the application makes such calls, name the service, for example `uses: ["sqs"]`.',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  },
  "sts-global-host": {
    severities: ["note"],
    what: "A task uses STS, whose endpoint answers the Region's host name; whether it answers the global one is not confirmed.",
    why: "An SDK that still calls `sts.amazonaws.com` may look for it on the internet.",
    fix: "Set `AWS_STS_REGIONAL_ENDPOINTS=regional` where the SDK is an old one.",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  },
  "service-connect-unverified": {
    severities: ["note"],
    what: "Whether Service Connect on Fargate needs the endpoint `ecs-agent` is uncertain.",
    why: "AWS's page about the endpoints of ECS says that the proxy uses it, and also that Fargate needs no endpoint of ECS.",
    fix: "Keep the endpoint until you have seen your service start without it.",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "ecs-endpoints-unverified": {
    severities: ["warning"],
    what: "In a Region introduced since 23 December 2023, it is uncertain whether tasks need the endpoints `ecs`, `ecs-agent` and `ecs-telemetry`.",
    why: "AWS's page asks for all three in such a Region, and also says that Fargate needs none.",
    fix: 'Try it, or add them: `plan.with("ecs", "new Region").with("ecs-agent", "new Region").with("ecs-telemetry", "new Region")`.',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "fips-endpoint-unknown": {
    severities: ["note"],
    what: "The account runs Fargate in FIPS mode, and for a service no FIPS endpoint is known.",
    why: "AWS's list of endpoint services has none; whether the usual endpoint answers the FIPS host name as well is uncertain.",
    fix: "Try it in an account in FIPS mode before you rely on it.",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "guardduty-repository": {
    severities: ["note"],
    what: "GuardDuty Runtime Monitoring adds a container whose image is in a repository of AWS's.",
    why: "An endpoint policy for `ecr.api`, `ecr.dkr` or `s3` that names your repositories only keeps it out, and the task runs unwatched.",
    fix: "Let such a policy admit AWS's repository as well.",
    source: "https://docs.aws.amazon.com/guardduty/latest/ug/prereq-runtime-monitoring-ecs-support.html",
  },
} satisfies IssueTable;
