import {
  EPHEMERAL_STORAGE,
  LARGEST_BLOCK,
  LAST_PORT,
  LOG_RETENTION_DAYS,
  MOST_ENVIRONMENT_FILES,
  SMALLEST_BLOCK,
  STOP_TIMEOUT,
} from "../../aws/limits";
import type { IssueSeverity, IssueTable } from "./issue-row";

/** A task as a whole: its family, roles, ports and settings. */
export const TASK_ISSUES = {
  "family-missing": { why: "ECS registers a task definition under the name of a family" },
  "family-invalid": { why: "ECS takes 1 to 255 letters, digits, hyphens and underscores" },
  "placeholder-left": {
    why: "nobody fills it in after the synthesis, so ECS would take it for the value",
  },
  "containers-empty": { why: "a task is its containers; ECS refuses a task definition without one" },
  "essential-container-missing": {
    why: "ECS refuses a task definition in which no container decides whether the task runs",
  },
  "port-out-of-range": { why: `ports are whole numbers from 1 to ${LAST_PORT}` },
  "port-duplicate": {
    why: "the containers of a Fargate task share one network interface, so each port can be taken once",
  },
  "ephemeral-storage-invalid": {
    why: `every task has 20 GiB; ECS takes whole numbers from ${EPHEMERAL_STORAGE.least} to ${EPHEMERAL_STORAGE.most}`,
  },
  "execution-role-missing": {
    why: "ECS pulls images from ECR, fetches secrets and files, and writes awslogs with the execution role",
  },
  "task-role-missing": {
    why: "the agent of ECS Exec opens its sessions with the task role, and S3 Files is mounted with it",
  },
  "execute-command-log-missing": { why: "OVERRIDE sends the output of sessions to what is named here" },
  "execute-command-log-unused": { why: "only OVERRIDE sends the output of sessions to what is named here" },
  "execute-command-readonly": {
    severities: ["error", "warning"],
    why: "the agent of ECS Exec writes to the file system of the container",
  },
  "service-connect-port-unknown": { why: "Service Connect offers a port by the name that it has in the container" },
  "reachable-host-malformed": {
    why: "a name is compared with hosts, and stands for itself and for everything that ends in a dot and it",
  },
  "grant-invalid": {
    why: "the endpoint, the statement of the task role and the requests of the proof are derived from it",
  },
  "additional-field-known": { why: "the plan reads it, so it is written once, where it is checked" },
  "field-refused": {
    why: "Fargate does not support all fields of a task definition. It has no GPUs, for example, and lets a container add no Linux capability but SYS_PTRACE",
  },
} as const satisfies IssueTable;

/** Size, platform version, operating system and architecture of a task. */
export const PLATFORM_ISSUES = {
  "container-size-exceeds-task": {
    why: "ECS refuses a task definition whose containers ask for more than their task has",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html",
  },
  "fargate-size-incomplete": {
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered",
  },
  "fargate-cpu-invalid": {
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered",
  },
  "fargate-memory-invalid": {
    why: "Fargate has fixed pairs of CPU and memory; ECS refuses any other when the task definition is registered",
  },
  "fargate-cpu-platform": {
    why: "Windows tasks have 1024, 2048 or 4096 CPU units, and 8192 and more need platform version 1.4.0",
  },
  "operating-system-unknown": { why: "Fargate runs Linux, and Windows Server 2019 and 2022" },
  "cpu-architecture-unknown": { why: "ECS refuses any other when the task definition is registered" },
  "cpu-architecture-windows": { why: "Fargate runs Windows on X86_64 only" },
  "platform-version-unknown": {
    why: "which calls leave through the task's network interface depends on it, and with them the endpoints",
  },
  "platform-version-lacks": { why: "it needs Linux platform version 1.4.0; some of it is also there on Windows" },
} as const satisfies IssueTable;

/** Containers, apart from their images, secrets, logs and volumes. */
export const CONTAINER_ISSUES = {
  "container-name-invalid": { why: "ECS takes 1 to 255 letters, digits, hyphens and underscores" },
  "container-name-duplicate": { why: "ECS refuses a task definition in which two containers have one name" },
  "health-check-empty": { why: "the container counts as healthy when the command ends with 0" },
  "health-check-out-of-range": { why: "AWS has a least and a most for each of these settings, in whole numbers" },
  "stop-timeout-out-of-range": { why: `Fargate waits ${STOP_TIMEOUT.most} seconds at most` },
  "container-option-invalid": {
    why: "ECS refuses any other when the task definition is registered, or when the task starts",
  },
  "environment-files-too-many": { why: `ECS takes ${MOST_ENVIRONMENT_FILES} at most` },
  "environment-file-malformed": { why: "an environment file is an object in S3 whose name ends in .env" },
  "environment-file-type": { why: "ECS reads environment files from S3 only" },
  "host-port-differs": {
    why: "in network mode awsvpc the task has a network interface of its own, and both ports are the same",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "depends-on-unknown": { why: "a container waits for containers of its own task" },
  "depends-on-cycle": { why: "none of them could start first" },
  "depends-on-condition-unknown": { why: "ECS refuses any other when the task definition is registered" },
  "depends-on-health-check-missing": {
    why: "ECS takes the condition HEALTHY only for a container with a health check in the task definition",
  },
  "depends-on-essential": {
    why: "the task stops when an essential container ends, so ECS takes the conditions COMPLETE and SUCCESS only for one that is not",
  },
} as const satisfies IssueTable;

/** Images, and whether they can be pulled. */
export const IMAGE_ISSUES = {
  "image-empty": { why: "a container is started from an image" },
  "image-kind-unknown": { why: "the kind of registry decides how the image is reached, so it is declared" },
  "image-in-ecr": { why: "as an image of another registry it would get neither endpoints nor the right to be pulled" },
  "image-repository-malformed": {
    why: "it is the account, dkr.ecr, the Region, the domain and the repository's name, without a tag",
  },
  "image-registry-unknown": {
    severities: ["note"],
    why: "an image of a private ECR repository needs ecr.dkr, s3 and, from platform version 1.4.0, ecr.api; no other registry can be reached through an endpoint",
  },
  "registry-unreachable": {
    severities: ["error", "note"],
    why: "there are endpoints for private ECR repositories only. Without an internet route every other registry, ECR Public included, times out",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "registry-unknown": {
    severities: ["note"],
    why: "whether it is one of reachableHosts cannot be told",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "ecr-host-unverified": {
    severities: ["note"],
    why: "private DNS of ECR's endpoints is for the usual host names; AWS's pages contradict each other on whether endpoints serve the dual-stack ones",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-requests.html",
  },
  "pull-through-cache-first-pull": {
    severities: ["warning", "note"],
    why: "a pull-through cache rule fills the repository, and with ECR behind an interface endpoint AWS asks for a NAT route for the first pull; later pulls need none",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
  "windows-foreign-layers": {
    severities: ["warning"],
    why: "Docker leaves the base layers of Windows out of a push, and the task then fetches them from hosts of Microsoft on the internet",
    source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html",
  },
} as const satisfies IssueTable;

/** Secrets and variables of containers. */
export const SECRET_ISSUES = {
  "secret-kind-unknown": {
    why: "the kind decides which service the value is fetched from, and which endpoint and right that needs",
  },
  "secret-arn-malformed": {
    why: "ECS finds a secret of Secrets Manager by its ARN; a key or a version does not belong to it, since the right to read the secret must not name them",
  },
  "secret-part-malformed": { why: "ECS separates the parts of a secret's reference by colons" },
  "secret-suffix-incomplete": {
    why: "the parts json-key, version-stage and version-id are told apart by their place, so all three colons have to be written",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html",
  },
  "secret-version-ambiguous": { why: "Secrets Manager takes a version's stage or its id, not both" },
  "secret-source-unknown": {
    severities: ["note"],
    why: 'the one needs the endpoint "secretsmanager", the other "ssm"',
  },
  "ssm-parameter-malformed": {
    why: "a name has letters, digits and _ . - / only; ECS hands the text to Systems Manager as it is",
  },
  "variable-duplicate": { why: "ECS refuses a container definition that sets a variable twice" },
} as const satisfies IssueTable;

/** Log drivers, log routers and collectors. */
export const LOG_ISSUES = {
  "log-driver-unknown": { why: "where the logs go decides which endpoint they need" },
  "log-driver-unresolved": {
    severities: ["note"],
    why: "the driver awslogs needs the endpoint logs, other drivers need other ways",
  },
  "log-driver-unsupported": { why: "Fargate takes awslogs, splunk and awsfirelens" },
  "log-option-missing": {
    why: "on Fargate awslogs needs a group, a Region and a stream prefix; the collector of Splunk takes lines only with its token; a log router needs the name of its plugin as Name",
  },
  "log-option-known": { why: "the driver has a field for it, so it is written once, where it is checked" },
  "log-option-unknown": {
    severities: ["warning"],
    why: "ECS registers every value, and the driver refuses it when the container starts",
  },
  "log-options-exclusive": { why: "either says where a message starts, and ECS takes one of them" },
  "log-router-missing": { why: "ECS refuses such a task definition" },
  "log-destination-unreachable": {
    severities: ["error", "note"],
    why: "the destination is not an AWS service, so without an internet route nothing arrives",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "log-destination-unknown": {
    severities: ["note"],
    why: "where nothing says to which host the logs go, nothing says whether it is reached without an internet route",
  },
  "splunk-url-malformed": { why: "the splunk driver sends to the HTTP event collector at splunk-url" },
  "firelens-config-on-s3": { why: 'Fargate takes a configuration file of type "file" only' },
  "firelens-output-unknown": {
    severities: ["note"],
    why: "the plan reads the output plugin, and a configuration file in the image is out of its sight",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "opensearch-domain-unverified": {
    severities: ["note"],
    why: "a domain in the VPC has addresses there and needs no endpoint; a public domain cannot be reached",
  },
  "telemetry-destination-unknown": {
    severities: ["note"],
    why: "its configuration is in the image, in a file or in a parameter, out of the plan's sight",
  },
} as const satisfies IssueTable;

/** Volumes and mount points. */
export const VOLUME_ISSUES = {
  "volume-kind-unknown": { why: "the kind decides how the volume is reached" },
  "volume-name-invalid": { why: "ECS takes 1 to 255 letters, digits, hyphens and underscores" },
  "volume-unsupported": {
    why: "Fargate has volumes of EFS, S3 Files and EBS and empty ones; it has none of FSx for Windows File Server",
  },
  "volume-unwritten": {
    why: "the block volume of aws_ecs_task_definition has no place for it, so the task would start without the volume",
    source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/ecs_task_definition",
  },
  "volume-unrecognized": {
    severities: ["note"],
    why: "ECS gets new kinds of volumes, and each is reached in its own way",
  },
  "s3-files-mount-target": {
    severities: ["note"],
    why: "the mount targets of S3 Files are addresses in the VPC; no endpoint has a part in mounting",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html",
  },
  "mount-point-volume-unknown": { why: "a container mounts a volume of its task by the volume's name" },
  "efs-transit-encryption-missing": {
    why: "EFS takes access points and IAM authorization over encrypted connections only",
  },
  "efs-root-directory-ignored": {
    why: 'the access point says which directory is mounted; beside it ECS takes "/" or nothing',
  },
  "efs-mount-target": {
    severities: ["note"],
    why: "the endpoint elasticfilesystem serves the API of EFS only",
    source: "https://docs.aws.amazon.com/efs/latest/ug/efs-vpc-endpoints.html",
  },
  "ebs-volume-second": { why: "a task has one volume of EBS at most" },
  "ebs-size-missing": { why: "EBS makes an empty volume of a size, or one from a snapshot" },
  "ebs-infrastructure-role-missing": { why: "ECS creates and attaches the volume with a role of yours" },
} as const satisfies IssueTable;

/** Reading a task definition that was not written with this library. */
export const TASK_DEFINITION_ISSUES = {
  "not-a-task-definition": {
    why: "a task definition has containerDefinitions (container_definitions in Terraform); without one, a list of container definitions is read as well",
  },
  "containers-unresolved": { why: "what the task needs is written in them" },
  "field-missing": { why: "ECS refuses the task definition without it, and the plan cannot be made" },
  "field-type-wrong": { why: "ECS refuses a task definition whose fields have other types" },
  "field-value-unknown": { why: "ECS refuses a task definition with any other value" },
  "field-unresolved": {
    severities: ["warning"],
    why: "what is in it decides which endpoints are needed; it is left out of the task",
  },
  "field-not-kept": {
    severities: ["warning"],
    why: "it has no part in the plan, and a task definition made from the task does not have it",
  },
  "fargate-not-required": {
    why: "ECS checks a task definition for the launch types that it names; the plan takes it as one for Fargate",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
  "network-mode-invalid": {
    why: "a Fargate task has a network interface of its own, which is the network mode awsvpc; without one ECS takes bridge",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
  },
} as const satisfies IssueTable;

/** Files that the command reads. */
export const COMMAND_ISSUES = {
  "json-malformed": {
    why: "it has to be JSON as RFC 8259 defines it: no comments, no comma after the last element, double quotation marks",
    source: "https://www.rfc-editor.org/rfc/rfc8259",
  },
  "json-member-duplicate": {
    severities: ["warning"],
    why: "programs that read JSON take one of the two without a word, most of them the last, as here",
  },
  "json-too-deep": {
    why: "no configuration, plan or task definition is nested like that, and whoever walks through it would not come back",
  },
  "yaml-malformed": {
    why: "it has to be YAML 1.2, of a template of CloudFormation YAML 1.1: levels by spaces, and quotation marks around a text that starts with a character of YAML's own",
    source: "https://yaml.org/spec/1.2.2/",
  },
  "not-terraform-json": {
    why: "Terraform JSON is an object: a configuration, or what terraform show -json prints of a plan or a state",
    source: "https://developer.hashicorp.com/terraform/internals/json-format",
  },
  "existing-subnet-unknown": {
    why: "what is not in the snapshot is not in the VPC, or has come since it was taken",
  },
  "network-snapshot-malformed": {
    why: "the proof takes what is in the file for the network that is there, so it has to be what private-fargate snapshot wrote",
  },
  "task-missing": {
    severities: ["note"],
    why: "an aws_ecs_service starts one and says in which subnets, as an aws_cloudwatch_event_target, aws_scheduler_schedule, aws_sfn_state_machine, aws_pipes_pipe or aws_batch_job_queue does; a task definition alone does not",
  },
} as const satisfies IssueTable;

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

/** CIDRs, subnets and their layouts. */
export const ADDRESSING_ISSUES = {
  "cidr-malformed": {
    why: "a block is four numbers from 0 to 255, a slash and a prefix length from 0 to 32, all without leading zeros",
  },
  "cidr-misaligned": {
    why: "AWS takes the first address of a block only; rounding it silently would give you another network than you wrote",
  },
  "cidr-size": { why: `AWS takes blocks from /${LARGEST_BLOCK} to /${SMALLEST_BLOCK}` },
  "region-unknown": {
    severities: ["error", "warning"],
    why: "zones and the names of endpoint services are made from it, and an endpoint service is offered to the Regions by their names",
  },
  "zone-outside-region": { why: "a VPC and all of its subnets are in one Region" },
  "subnet-name-invalid": {
    why: "the name becomes part of the Terraform resource address, which is written when the app is synthesized",
  },
  "subnet-name-duplicate": { why: "the name is part of the resource address, which must be unique" },
  "subnet-tier-unknown": {
    why: "the tier decides whether tasks, interface endpoints or both are placed in the subnet",
  },
  "subnet-outside-vpc": { why: "a subnet takes its addresses from the VPC's block" },
  "subnets-overlap": { why: "an address of a VPC belongs to one subnet only" },
  "task-subnet-missing": {
    why: "a Fargate task gets its network interface in a subnet; endpoint subnets hold endpoints only",
  },
  "layout-needs-cidr": { why: "a layout divides the VPC's block when the app is synthesized" },
  "layout-no-room": {
    why: `a layout divides the VPC into fixed slots, so that a further zone or subnet never moves an existing one, and AWS takes no subnet smaller than a /${SMALLEST_BLOCK}`,
  },
  "ipv6-index-unknown": { why: "it follows from the subnet's IPv4 block, which Terraform fills in only later" },
  "ipv6-index-out-of-range": { why: "the VPC's /56 has 256 blocks of the size of a subnet, a /64" },
  "ipv6-index-taken": {
    why: "an address of a VPC belongs to one subnet only; blocks are numbered by the 256th of the VPC in which the subnet starts",
  },
} as const satisfies IssueTable;

/** Ways out of a network: NAT gateways, public subnets and their route tables. */
export const WAYS_OUT_ISSUES = {
  "nat-gateways-unknown": { why: "a network has one NAT gateway for all zones, or one in each zone, or none" },
  "nat-gateway-missing": { why: "a NAT gateway costs per hour, so none is made unless the network says how many" },
  "nat-gateway-unused": { why: "a NAT gateway costs per hour, and without a route to it nothing uses it" },
  "nat-gateway-without-public-subnet": {
    why: "a NAT gateway has a public address and stands in a subnet whose default route is the internet gateway",
  },
  "way-out-of-public-subnet": {
    why: "a public subnet leaves by the internet gateway; a route table has one default route",
  },
  "way-out-without-route-table": { why: "a way out is a route, and the VPC's main route table is left without one" },
  "route-table-shared": { why: "a route table has one default route, so one of them would be opened or cut off" },
} as const satisfies IssueTable;

/** Endpoints as they are written, with this library or in Terraform. */
export const ENDPOINT_ISSUES = {
  "endpoint-settings-unused": {
    why: "settings that nothing reads are a misspelt or a forgotten service. A gateway endpoint is a route, which has a policy and tags only",
  },
  "endpoint-ports-unknown": {
    severities: ["error", "note"],
    why: "the security groups open exactly the ports of the endpoints, and AWS documents none for this service",
  },
  "gateway-endpoint-route-missing": {
    why: "a gateway endpoint is a route. Without it the subnet's calls to the service leave for the internet and time out",
  },
  "endpoint-subnet-missing": {
    why: "an interface endpoint is a network interface in a subnet",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "endpoint-subnet-unknown": { why: "the endpoint is placed in the subnets that are named" },
  "hub-host-name-unknown": {
    why: "other VPCs find an endpoint of a hub by a private hosted zone for the host name of the service",
    source:
      "https://docs.aws.amazon.com/whitepapers/latest/building-scalable-secure-multi-vpc-network-infrastructure/centralized-access-to-vpc-private-endpoints.html",
  },
  "endpoint-subnets-share-zone": {
    why: "an interface endpoint takes at most one subnet per Availability Zone; any subnet of the VPC can use it",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-zone-not-offered": {
    why: "AWS refuses the whole endpoint. An endpoint service of somebody is offered in the zones of its load balancer only; for a service of AWS it is known where a data source looks it up",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  },
  "endpoint-security-group-missing": {
    why: "AWS would give it the VPC's default group, which lets in nothing but itself",
  },
  "private-dns-without-vpc-dns": {
    why: "AWS refuses private DNS in such a VPC, and without it the service's host name leads to the internet",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "service-name-malformed": {
    why: "AWS finds an endpoint service by its name, which has its Region in it, and not by its id",
  },
  "service-in-other-region": {
    why: "an endpoint finds a service of another Region only if it says so, and only if the service supports the endpoint's Region",
  },
} as const satisfies IssueTable;

/** A Fargate service: its subnets, security group, role and load balancers. */
export const SERVICE_ISSUES = {
  "task-subnet-unknown": { why: "the service's tasks are placed in the subnets that are named" },
  "egress-missing": { why: "without an egress rule the calls time out; how wide it is, is yours to say" },
  "egress-rule-name-taken": {
    why: "the name is part of the resource address, and without the other rule nothing reaches the endpoint",
  },
  "task-role-statements-unused": {
    why: "a role that exists already keeps its own rights, so the statements would reach nothing",
  },
  "additional-field-lost": {
    why: "Terraform spells the fields of a task definition in its own way, and only some are passed on",
  },
  "load-balancer-container-unknown": { why: "ECS registers one container of each task in the target group" },
  "load-balancer-port-unknown": { why: "ECS refuses a port that is not among the container's TCP ports" },
  "health-check-grace-period-invalid": { why: "it is a number of seconds, 0 to 2,147,483,647" },
  "health-check-grace-period-unused": {
    why: "it is how long ECS ignores the health checks of load balancers; ECS refuses it without one",
  },
} as const satisfies IssueTable;

/** What tasks run on, and when: capacity providers, clusters, schedules. */
export const LAUNCH_ISSUES = {
  "log-retention-unknown": {
    why: `CloudWatch Logs keeps logs for one of these numbers of days: ${LOG_RETENTION_DAYS.join(", ")}`,
    source: "https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html",
  },
  "name-invalid": { why: "AWS refuses the name, and the apply ends halfway" },
  "vpc-id-malformed": { why: "AWS finds no VPC by it, and the apply ends halfway" },
  "role-option-invalid": {
    why: "IAM refuses the role, and the apply ends halfway",
    source: "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
  },
  "cluster-arn-malformed": {
    why: "the ARN names the Region, the account and the cluster; ECS finds no cluster by another text",
  },
  "capacity-providers-invalid": {
    why: "ECS refuses a strategy in which no provider has a weight, or two have a base; bases go to 100,000 and weights to 1,000",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  },
  "call-invalid": {
    why: "a call opens one TCP port of something in the VPC, by rules whose addresses and descriptions have its name",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "capacity-provider-missing": {
    why: "a task names only capacity providers that are associated with its cluster",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  },
  "fargate-spot-windows": {
    why: "FARGATE_SPOT runs Linux, on either architecture",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
  },
  "cluster-setting-unknown": { why: "ECS refuses any other when the cluster is made" },
  "schedule-expression-invalid": {
    why: "EventBridge Scheduler takes cron(…) with six fields, rate(…) of a minute or more, and at(…) for one time",
    source: "https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html",
  },
  "schedule-setting-invalid": {
    why: "EventBridge Scheduler refuses it when the schedule is made",
    source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html",
  },
  "schedule-ebs-volume": {
    why: "a schedule cannot say how ECS makes a volume of EBS for a task; a service can",
    source: "https://docs.aws.amazon.com/scheduler/latest/APIReference/API_EcsParameters.html",
  },
} as const satisfies IssueTable;

/** How a service is deployed, and how the number of its tasks changes. */
export const SCALING_ISSUES = {
  "deployment-invalid": {
    why: "tasks are replaced by stopping some before, or starting some more; where neither may be done, a deployment never ends",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentConfiguration.html",
  },
  "scaling-range-invalid": { why: "Application Auto Scaling keeps the number of tasks from min to max, both included" },
  "scaling-setting-invalid": {
    why: "Application Auto Scaling refuses it, or finds no metric by it",
    source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PutScalingPolicy.html",
  },
  "scaling-steps-invalid": {
    why: "the steps of a policy are ranges that follow one another on one side of its alarm's threshold, each with a whole number",
    source: "https://docs.aws.amazon.com/autoscaling/application/userguide/step-scaling-policy-overview.html",
  },
  "scaling-load-balancer-missing": {
    why: "an application load balancer counts the requests to its targets; nothing else does",
    source: "https://docs.aws.amazon.com/autoscaling/application/APIReference/API_PredefinedMetricSpecification.html",
  },
  "scaling-container-insights": {
    why: "CloudWatch knows how many tasks of a service run with Container Insights only, and without a metric nothing is scaled",
    source:
      "https://docs.aws.amazon.com/autoscaling/application/userguide/application-auto-scaling-target-tracking-metric-math.html",
  },
  "scaling-without-policy": {
    severities: ["warning"],
    why: "min and max are bounds; a policy or a schedule is what changes the number",
  },
  "scaling-from-zero": {
    severities: ["warning"],
    why: "once no task runs, none reports its use, and nothing starts the first one",
  },
} as const satisfies IssueTable;

/** Load balancers, their listeners and targets. */
export const LOAD_BALANCING_ISSUES = {
  "load-balancer-name-invalid": {
    why: 'AWS takes 1 to 32 letters, digits and hyphens, no hyphen at either end, and no "internal-" in front',
  },
  "load-balancer-ingress-missing": { why: "its security group lets in what is said here and nothing else" },
  "load-balancer-subnet-unknown": { why: "the load balancer is placed in the subnets that are named" },
  "load-balancer-subnets-share-zone": { why: "a load balancer takes one subnet of each Availability Zone" },
  "load-balancer-zones-too-few": {
    why: "AWS refuses an application load balancer with subnets in fewer than two zones; every load balancer stands in at least one",
  },
  "public-subnet-missing": { why: "nobody reaches it where the route table leads to no internet gateway" },
  "load-balancer-subnet-not-public": { why: "answers of its node there find no route to the internet" },
  "dualstack-without-ipv6": { why: "a dual-stack load balancer takes an IPv6 address of each of its subnets" },
  "listener-missing": { why: "a load balancer takes connections on the ports of its listeners only" },
  "listener-port-taken": { why: "a load balancer has one listener for each port" },
  "listener-unknown": { why: "a target is reached by a listener of its load balancer" },
  "listener-unnamed": { why: "each listener of a network load balancer has a target of its own" },
  "https-without-certificate": {
    why: "the load balancer proves with a certificate who it is; AWS refuses the listener without one",
  },
  "redirect-without-https": { why: "whoever follows the redirect would find nobody there" },
  "load-balancer-without-target": { why: "a listener is made with the target that it forwards to" },
  "load-balancer-target-taken": { why: "a listener forwards to one target group" },
  "load-balancer-setting-invalid": { why: "AWS refuses the load balancer" },
  "listener-rule-invalid": { why: "AWS refuses the rule, or it would never take a request" },
  "listener-rule-taken": {
    why: "the rules of a listener have different priorities, and a request goes by the first that takes it",
  },
  "health-check-path-malformed": {
    why: "it is the path of an HTTP request; AWS refuses a target group without the slash",
  },
} as const satisfies IssueTable;

/** EC2 instances. */
export const INSTANCE_ISSUES = {
  "instance-name-invalid": {
    why: "its role and its security group are named by it: 1 to 64 letters, digits, dots, hyphens and underscores",
  },
  "instance-subnet-unknown": { why: "an instance gets its network interface in a subnet" },
  "public-address-in-private-subnet": {
    why: "nothing reaches a public address in a subnet whose route table leads to no internet gateway",
  },
  "package-name-invalid": {
    why: "a name has letters, digits, +, dots, hyphens and underscores; anything else would be run by the shell",
  },
} as const satisfies IssueTable;

/** Endpoint services of your own, and who may connect to them. */
export const PRIVATE_LINK_ISSUES = {
  "endpoint-service-load-balancer-missing": { why: "consumers reach the service through a network load balancer" },
  "endpoint-service-without-ipv6": {
    why: "AWS takes IPv6 for an endpoint service only where its load balancers are dual-stack",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html",
  },
  "allowed-principals-missing": {
    why: "a consumer whose account, user or role is not listed does not find the service",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
  },
  "principal-malformed": {
    why: 'AWS takes the ARN of an account, a user or a role, none with a path in it, or "*" for everybody',
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ModifyVpcEndpointServicePermissions.html",
  },
  "endpoint-service-public": {
    why: "every AWS account could use the load balancer behind the service, even if it has no public address",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  },
  "cross-region-zones-too-few": {
    why: "AWS offers a service to other Regions only from at least two Availability Zones",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html",
  },
  "private-dns-name-malformed": {
    why: "AWS takes the name of a host in a public domain of yours, in lower case; its first label may be *",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/manage-dns-names.html",
  },
  "acceptance-not-required": {
    why: "AWS connects its consumers by itself, and there is no request that could be accepted",
  },
} as const satisfies IssueTable;

/** The hop of a call that is broken, in the order in which a call takes them. */
export const REACHABILITY_ISSUES = {
  "endpoint-in-other-region": { why: "an endpoint serves the Region in its service name" },
  "vpc-dns-support-off": {
    why: "nothing in the VPC can resolve a host name by Amazon's DNS server then, and AWS refuses private DNS",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "vpc-dns-hostnames-off": {
    why: "AWS resolves the names of endpoints to their private addresses only in a VPC with DNS host names; it is off unless somebody switches it on",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "private-dns-off": {
    why: "the service's host name then leads to the internet, and not to the endpoint",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "hosted-zone-name-wrong": {
    why: "a private hosted zone answers for its own name and those below; a host name such as api.ecr.REGION is not the service's short name, ecr.api",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
  },
  "hosted-zone-record-wrong": {
    why: "where a private hosted zone has no record for a name of its domain, the name has no answer; nobody else is asked",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
  },
  "hosted-zone-not-associated": {
    why: "only the VPCs with which a private hosted zone is associated see its records",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/hosted-zone-private-considerations.html",
  },
  "hosted-zone-endpoint-wrong": {
    why: "an endpoint answers for its own service in its own Region only",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "vpc-route-missing": {
    why: "only a route to the block of the other VPC leads there, and the answers need one back",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
  },
  "vpc-route-elsewhere": {
    why: "a peering connection leads from one of its VPCs to the other, and through none of them to a third",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
  },
  "vpc-blocks-overlap": {
    why: "the local route of a VPC comes first, so that the packets stay there; AWS refuses to peer VPCs whose blocks overlap",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
  },
  "peering-not-accepted": {
    why: "no packet passes before the owner of the other VPC has accepted the peering connection",
    source: "https://docs.aws.amazon.com/vpc/latest/peering/accept-vpc-peering-connection.html",
  },
  "transit-gateway-attachment-missing": {
    why: "a transit gateway leads to VPCs that are attached to it",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
  },
  "transit-gateway-zone-missing": {
    why: "packets get to a transit gateway only from zones in which the attachment has a subnet",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
  },
  "transit-gateway-association-missing": {
    why: "the route table with which an attachment is associated leads what comes from its VPC; without one it is dropped",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
  },
  "transit-gateway-route-missing": {
    why: "a transit gateway drops what no route of its route table leads on",
    source: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
  },
  "task-egress-missing": {
    why: "a security group lets out only what a rule admits; the connection times out",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "task-egress-prefix-list-missing": {
    why: "packets to a gateway endpoint keep the public addresses of the service, so a rule that names a security group or a block of the VPC does not admit them",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "network-acl-blocks": {
    why: "a network ACL keeps no state: the call and its answer each need a rule that allows them, before any that denies them",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "gateway-route-missing": {
    why: "a gateway endpoint is a route. Without it the packets leave for the internet",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "gateway-route-duplicate": {
    why: "a route table takes one gateway endpoint of a service; AWS refuses the second one",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-more-specific": {
    why: "two routes for one prefix list cannot both count",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "way-out-broken": {
    why: "packets to public addresses need a public address: the task's own at an internet gateway, or that of a public NAT gateway in a subnet which leads to one",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-troubleshooting.html",
  },
  "endpoint-ingress-missing": {
    why: "the endpoint drops the connection, and the call times out",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "mount-target-missing": {
    why: "the name of a file system leads to the mount target in the zone of the task; without one the name does not resolve, and the task stops",
    source: "https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html",
  },
  "mount-target-ingress-missing": {
    why: "the mount target drops the connection, the mount times out, and the task stops",
    source: "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
  },
  "call-ingress-missing": {
    why: "what is called drops the connection, and the call times out",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "access-point-other-file-system": {
    why: "an access point leads into the file system for which it was created, and into no other",
    source: "https://docs.aws.amazon.com/efs/latest/ug/efs-access-points.html",
  },
  "endpoint-policy-refuses": {
    why: "the endpoint answers with 403",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-layer-condition": {
    why: "ECR signs the request for an image layer, and the bucket belongs to AWS, so a condition on the principal, the account or the organization never holds",
  },
  "permission-missing": {
    why: "the call arrives, and the service answers that access is denied",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html",
  },
  "role-trust-missing": {
    why: 'ECS takes the roles of a task as the service "ecs-tasks.amazonaws.com"; it cannot take this one, and the task does not start',
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html",
  },
  "endpoint-subnet-shared": {
    why: "whoever a subnet is shared with cannot create an endpoint in it",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-address-type": {
    why: "AWS creates the endpoint only if each of its subnets has the addresses of its type",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "task-without-ipv4": {
    why: "the endpoints of ECR do not serve tasks that have IPv6 alone",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
} as const satisfies IssueTable;

/** What cannot be known before Terraform runs, and has to be assured. */
export const UNKNOWN_ISSUES = {
  "task-unknown": { severities: ["note"], why: "which endpoints the task needs is written in its task definition" },
  "task-network-unknown": {
    severities: ["note"],
    why: "which endpoints it reaches depends on its subnets, their VPC and its security groups",
  },
  "execute-command-unknown": {
    severities: ["note"],
    why: "with it the task calls Session Manager, and whatever the cluster logs sessions to",
  },
  "service-connect-unknown": {
    severities: ["note"],
    why: "with it a proxy runs in the task, which calls ECS and whatever it logs to",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "execute-command-logging-unknown": {
    severities: ["note"],
    why: "the cluster decides whether the task calls CloudWatch Logs, S3 and KMS, and it is elsewhere or known only when Terraform runs",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html",
  },
  "endpoint-unknown": {
    severities: ["note"],
    why: "an endpoint of which a part is known only when Terraform runs, or a VPC that is looked up, may have it",
  },
  "way-out-unknown": {
    severities: ["note"],
    why: "a route may lead out of the VPC over something that is not in this Terraform",
  },
  "vpc-dns-unknown": {
    severities: ["note"],
    why: "without DNS support and DNS host names in the VPC, the names of endpoints lead nowhere",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "dns-servers-unknown": {
    severities: ["note"],
    why: "only Amazon's DNS server knows those names; the DHCP options name others, or are not known",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/vpc-endpoints.html",
  },
  "task-ipv6-unknown": {
    severities: ["note"],
    why: "everything else here is about IPv4, over which Fargate fetches images, secrets and parameters",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "resolver-rule-unknown": {
    severities: ["note"],
    why: "the most specific domain counts, so those servers are asked, and what they answer is not in the Terraform",
    source: "https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resolver-overview-DSN-queries-to-vpc.html",
  },
  "dns-firewall-unknown": {
    severities: ["note"],
    why: "a rule group of the DNS firewall may block names, and its rules are not followed",
  },
  "private-dns-unknown": {
    severities: ["note"],
    why: "the service's host name leads to the endpoint only with private DNS",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/verify-connectivity.html",
  },
  "hosted-zone-unknown": {
    severities: ["note"],
    why: "no endpoint answers for the service's host name by itself, and the records of the zone are not followed",
  },
  "task-egress-unknown": {
    severities: ["note"],
    why: "the groups or the rules are, in part, known only when Terraform runs",
  },
  "network-acl-unknown": {
    severities: ["note"],
    why: "an entry of it, or which ACL the subnet has, is known only when Terraform runs",
  },
  "gateway-route-unknown": {
    severities: ["note"],
    why: "a gateway endpoint is reached only from subnets whose route table it is associated with",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-more-specific-unknown": {
    severities: ["note"],
    why: "the more specific route counts, and AWS alone knows the addresses of its services",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "route-detour-unknown": {
    severities: ["note"],
    why: "the route is more specific than the local route of the VPC, and what stands at its end is not looked into",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html",
  },
  "vpc-route-unknown": {
    severities: ["note"],
    why: "a part of the way from one VPC into the other is known only when Terraform runs, is elsewhere, or is not followed",
  },
  "permissions-not-proved": {
    severities: ["note"],
    why: "the proof judges what is written down in the roles of the task; the network is proved without it",
    source: "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html",
  },
  "mount-target-unknown": {
    severities: ["note"],
    why: "a mount target, its subnet or its zone is known only when Terraform runs",
    source: "https://docs.aws.amazon.com/efs/latest/ug/mounting-fs-mount-cmd-dns-name.html",
  },
  "mount-target-ingress-unknown": {
    severities: ["note"],
    why: "its security groups or their rules are, in part, known only when Terraform runs",
    source: "https://docs.aws.amazon.com/efs/latest/ug/network-access.html",
  },
  "call-ingress-unknown": {
    severities: ["note"],
    why: "the port of a call, or the security group that it goes to with its rules, is in part known only when Terraform runs",
    source: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  },
  "endpoint-ingress-unknown": {
    severities: ["note"],
    why: "they or their rules are, in part, known only when Terraform runs",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "endpoint-policy-unknown": {
    severities: ["note"],
    why: "a part of the policy or of the request has its value only when Terraform runs, a condition is not read, or the task does not show what it asks",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-subnets-unknown": {
    severities: ["note"],
    why: "an interface endpoint is a network interface in a subnet, and in none of them it answers nobody",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
} as const satisfies IssueTable;

/** What AWS would refuse at apply, or what could never work, whether a task calls it or not. */
export const CONFLICT_ISSUES = {
  "endpoint-type-wrong": {
    why: 'AWS offers some services to one type of endpoint only, and refuses any other. In Terraform the type is "Gateway" unless it is written',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "private-dns-conflict": {
    why: "private DNS is a private hosted zone of AWS's; a VPC has one for a name, and AWS refuses the second",
  },
  "inbound-resolver-without-gateway": {
    why: "calls from within the VPC go to the gateway endpoint then, and AWS refuses the setting without one",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
  },
  "gateway-policy-principal": {
    why: 'the principal in the policy of a gateway endpoint has to be "*"',
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-access.html",
  },
  "endpoint-policy-allows-nothing": { why: "what no statement allows is denied, so the endpoint refuses every call" },
  "endpoint-policy-too-long": {
    why: "an endpoint policy has at most 20480",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
  },
  "endpoint-quota": {
    severities: ["error", "warning"],
    why: "an account has 50 interface endpoints in a VPC and 20 gateway endpoints in a Region unless it has asked for more; a VPC can have 255 gateway endpoints at most",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html",
  },
  "task-network-limit": {
    why: "the network configuration of a task takes at most 16 subnets and 5 security groups",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "service-connect-closed": {
    severities: ["error", "warning"],
    why: "Service Connect leads connections from proxy to proxy and opens no security group; what no rule admits times out",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-connect-concepts-deploy.html",
  },
  "other-vpc": {
    why: "subnets, security groups and route tables can be used in their own VPC only; AWS refuses others",
  },
  "network-region": {
    why: "a VPC, all that is in it and the tasks that run in it are in one Region; AWS knows none of it in another",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
  },
  "name-made-twice": {
    why: "a cluster and a log group have their name once in an account and Region, a security group once in a VPC",
    source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSecurityGroup.html",
  },
  "network-contradicted": {
    why: "the proof counts on what a network says; where that is not so, it would prove what is not there",
  },
  "connection-not-accepted": {
    severities: ["warning"],
    why: "until somebody accepts it, the endpoint is pending and nothing gets through",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html",
  },
  "endpoint-service-region": {
    why: "AWS finds a service of another Region only where an interface endpoint names that Region, and for some services alone",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-cross-region-privatelink-support.html",
  },
} as const satisfies IssueTable;

/** What works, and is worth a look. */
export const WARNING_ISSUES = {
  "one-zone-only": { severities: ["warning"], why: "when the zone is impaired, the task cannot run anywhere else" },
  "endpoint-outside-task-zone": {
    severities: ["warning"],
    why: "tasks there reach it in another zone; when that zone is impaired, they lose it",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-access-aws-services.html",
  },
  "gateway-endpoint-unrouted": {
    severities: ["warning"],
    why: "a gateway endpoint is a route, and one that is in no route table serves nobody",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/gateway-endpoints.html",
  },
  "endpoint-unused": {
    severities: ["warning"],
    why: "an interface endpoint costs money in every zone by the hour, used or not. The application may call the service all the same",
  },
  "platform-version-old": {
    severities: ["warning"],
    why: "there the ECR token and secrets are fetched through an interface of Fargate's own, so the proof does not say what a later version needs",
    source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
  },
  "execute-api-private-dns": {
    severities: ["warning"],
    why: "public APIs of the Region can no longer be called from the VPC by their default host names",
    source: "https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-api-create.html",
  },
  "gateway-cuts-connections": {
    severities: ["warning"],
    why: "a new gateway endpoint changes the route of open connections, which break",
    source: "https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-endpoints-s3.html",
  },
  "rules-in-two-places": {
    severities: ["warning"],
    why: "Terraform takes the rules in it for all that there are, and each apply removes what the other one has added",
    source: "https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/security_group",
  },
} as const satisfies IssueTable;

/** What is given to the library without a compiler that checks it. */
export const SHAPE_ISSUES = {
  "property-missing": { why: "nothing else says it, and it has no default" },
  "property-unknown": { why: "nobody reads it, so that what is meant by it would not happen" },
  "property-malformed": { why: "what is in it cannot be read" },
} as const satisfies IssueTable;

/** Findings that are accepted knowingly. */
export const ACCEPTANCE_ISSUES = {
  "acceptance-unused": { severities: ["warning"], why: "it would silence the finding if it ever came up" },
  "acceptance-without-reason": { why: "whoever reads the Terraform later cannot tell a decision from an oversight" },
} as const satisfies IssueTable;

/** Why each kind of issue is one. `docs/errors.md` is made of it, with the texts of `scripts/pages/issue-topics`. */
export const ISSUE_TABLE = {
  ...TASK_ISSUES,
  ...PLATFORM_ISSUES,
  ...CONTAINER_ISSUES,
  ...IMAGE_ISSUES,
  ...SECRET_ISSUES,
  ...LOG_ISSUES,
  ...VOLUME_ISSUES,
  ...TASK_DEFINITION_ISSUES,
  ...COMMAND_ISSUES,
  ...PLAN_ISSUES,
  ...ADDRESSING_ISSUES,
  ...WAYS_OUT_ISSUES,
  ...ENDPOINT_ISSUES,
  ...SERVICE_ISSUES,
  ...LAUNCH_ISSUES,
  ...SCALING_ISSUES,
  ...LOAD_BALANCING_ISSUES,
  ...INSTANCE_ISSUES,
  ...PRIVATE_LINK_ISSUES,
  ...REACHABILITY_ISSUES,
  ...UNKNOWN_ISSUES,
  ...CONFLICT_ISSUES,
  ...WARNING_ISSUES,
  ...SHAPE_ISSUES,
  ...ACCEPTANCE_ISSUES,
} satisfies IssueTable;

/** Stable name of a kind of issue, for example `"endpoint-missing"`. */
export type IssueCode = keyof typeof ISSUE_TABLE;

/** How bad an issue of a kind may be. */
export type SeverityOf<Code extends IssueCode> = (typeof ISSUE_TABLE)[Code] extends {
  readonly severities: readonly (infer Severity extends IssueSeverity)[];
}
  ? Severity
  : "error";

/** The kinds of issue that may be as bad as that. */
export type CodeThatMayBe<Severity extends IssueSeverity> = {
  [Code in IssueCode]: Severity extends SeverityOf<Code> ? Code : never;
}[IssueCode];
