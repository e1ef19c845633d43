import { PLAN_ISSUES } from "../../../modules/issues/table/plan-issues";
import { issueTopic } from "./issue-topic";

export const PLAN_TOPIC = issueTopic(PLAN_ISSUES, {
  title: "What a task calls",
  about: "The endpoints of a plan, and what no endpoint can help.",
  entries: {
    "endpoints-of-other-network": {
      what: "A service or task is given the `VpcEndpoints` of another network than that in which it runs, or its security group lets it out to endpoints of a VPC with which nothing connects its own.",
      fix: "Create `VpcEndpoints` for each network and hand a service those of its own, or share interface endpoints by `HubEndpoints` and `SpokeNetwork`.",
    },
    "endpoint-missing": {
      what: "A task or an instance needs an AWS service for which there is no endpoint. It is a note in a plan for a network with a way out.",
      fix: "Add the service to `services`, or use `services: EndpointPlan.forTasks([task])`. In Terraform add an `aws_vpc_endpoint` to the VPC.",
    },
    "service-unknown": {
      what: "A name is not the short name of an AWS service with VPC endpoints. In the proof, which reads names from Terraform, it is a warning.",
      fix: 'Write the name that the message proposes, or look it up in [Endpoint services](endpoint-services.md). A service outside that list is possible by its full name: `{ serviceName: "com.amazonaws.vpce.<region>.vpce-svc-..." }`.',
    },
    "other-region": {
      what: "Something that the task uses is in another Region, and no endpoint leads there. It is a note where the network has a way out.",
      fix: 'Move it to the Region of the task. Where the service allows it, name an endpoint that leads there: `{ service: "ecr.api", type: "Interface", serviceRegion: "us-east-1" }`.',
    },
    "interface-for-gateway": {
      what: "A network has an interface endpoint for a service where a gateway endpoint is planned, or usual.",
      fix: "Add the gateway endpoint. Without one, private DNS of the interface endpoint has to be for the whole VPC: write `dns_options { private_dns_only_for_inbound_resolver_endpoint = false }`. Where `dns_options` is left out, AWS takes it to be `true`, and refuses that without a gateway endpoint.",
    },
    "task-role-hint": {
      what: "The task role may call a service for which no endpoint is planned.",
      fix: 'If the application makes such calls, name the service, for example `uses: ["sqs"]`.',
    },
    "sts-global-host": {
      what: "A task uses STS, whose endpoint answers the Region's host name; whether it answers the global one is not confirmed.",
      fix: "Set `AWS_STS_REGIONAL_ENDPOINTS=regional` where the SDK is an old one.",
    },
    "service-connect-unverified": {
      what: "Whether Service Connect on Fargate needs the endpoint `ecs-agent` is uncertain.",
      fix: "Keep the endpoint until you have seen your service start without it.",
    },
    "secret-endpoint-unverified": {
      what: "A task on platform version 1.3.0 has secrets, and it is uncertain whether Fargate fetches them through the VPC there.",
      fix: "Run it on platform version 1.4.0, which needs the endpoint, or keep the endpoint.",
    },
    "ecs-endpoints-unverified": {
      what: "In a Region introduced since 23 December 2023, it is uncertain whether tasks need the endpoints `ecs`, `ecs-agent` and `ecs-telemetry`.",
      fix: 'Try it, or add them: `plan.with("ecs", "new Region").with("ecs-agent", "new Region").with("ecs-telemetry", "new Region")`.',
    },
    "mesh-proxy-without-mesh": {
      what: "A container is a proxy of App Mesh, which AWS ended on 2026-09-30.",
      fix: "Leave the proxy and `proxyConfiguration` out. Service Connect of ECS takes their place.",
    },
    "credential-spec-unverified": {
      what: "A container has a gMSA account, and it is uncertain whether its credential spec and login are read through the VPC.",
      fix: "Try it, or add the endpoints `secretsmanager` and `s3`, or `ssm` where the file is in Parameter Store.",
    },
    "tmpfs-unverified": {
      what: "A container in a Region in China has a `tmpfs`, of which it is uncertain whether Fargate takes it there.",
      fix: "Try it, or mount an empty volume of the task instead.",
    },
    "fips-endpoint-unknown": {
      what: "The account runs Fargate in FIPS mode, and for a service no FIPS endpoint is known.",
      fix: "Try it in an account in FIPS mode before you rely on it.",
    },
    "guardduty-repository": {
      what: "GuardDuty Runtime Monitoring adds a container whose image is in a repository of AWS's.",
      fix: "Let such a policy admit AWS's repository as well.",
    },
  },
});
