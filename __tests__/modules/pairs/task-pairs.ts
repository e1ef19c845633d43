import { type Container, ContainerImage, type FargateTask, LogDriver, SecretSource, Volume } from "../../../modules";
import type { IssueSeverity } from "../../../modules/issues/table/issue-row";
import type { IssueCode } from "../../../modules/issues/table/issue-table";
import { ordersTask } from "../../support/orders";
import { orders, type Pair } from "./pair";

const ecr = (name: string, region = "eu-west-1") =>
  ContainerImage.ecr(`123456789012.dkr.ecr.${region}.amazonaws.com/${name}`, { tag: "1" });
const parameter = (region: string) => SecretSource.ssmParameter(`arn:aws:ssm:${region}:123456789012:parameter/a`);
const secret = SecretSource.secretsManager("arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf");

const withContainer = (more: Partial<Container>): FargateTask => {
  return { family: "orders", containers: { api: { ...ordersTask.containers.api, ...more } } };
};
const routed = (logDriver: LogDriver): FargateTask => {
  const router: Container = { image: ecr("router"), firelens: { type: "fluentbit" }, logDriver: LogDriver.none() };
  return { family: "orders", containers: { api: { ...ordersTask.containers.api, logDriver }, router } };
};

/** What the plan of a task says in the constructors, and again in the proof. */
const planned = (severity: IssueSeverity, code: IssueCode, name: string, task: FargateTask): Pair => ({
  ...{ name, early: code, late: code, severities: [severity, severity] },
  build: (stack, hasFault) => orders(stack, { task: hasFault ? task : ordersTask }),
});

/** What is wrong with a task in its network. */
export const TASK_PAIRS: readonly Pair[] = [
  planned(
    "error",
    "registry-unreachable",
    "an image from the internet",
    withContainer({ image: ContainerImage.registry("nginx:1.29") }),
  ),
  {
    ...planned("note", "registry-unknown", "an image whose registry Terraform fills in", {
      ...withContainer({ image: ContainerImage.registry("${var.image}") }),
      reachableHosts: ["registry.example.com"],
    }),
    late: "image-registry-unknown",
  },
  planned(
    "note",
    "ecr-host-unverified",
    "an image at the dual-stack host of ECR",
    withContainer({ image: ContainerImage.ecr("123456789012.dkr-ecr.eu-west-1.on.aws/orders", { tag: "1" }) }),
  ),
  planned("error", "other-region", "an image in another Region", withContainer({ image: ecr("orders", "us-east-1") })),
  planned(
    "error",
    "other-region",
    "a parameter in another Region",
    withContainer({ secrets: { A: parameter("us-east-1") } }),
  ),
  planned(
    "error",
    "log-destination-unreachable",
    "logs to Splunk on the internet",
    withContainer({
      logDriver: LogDriver.splunk("https://splunk.example.com", { secretOptions: { "splunk-token": secret } }),
    }),
  ),
  planned(
    "error",
    "log-destination-unreachable",
    "a log router that sends to the internet",
    routed(LogDriver.firelens("datadog", { options: { Host: "logs.example.com" } })),
  ),
  planned(
    "note",
    "firelens-output-unknown",
    "a log router that sends nobody knows where",
    routed(LogDriver.firelens()),
  ),
  planned(
    "note",
    "log-destination-unknown",
    "a log router that sends to a host from a secret",
    routed(LogDriver.firelens("datadog", { secretOptions: { Host: secret } })),
  ),
  planned(
    "note",
    "opensearch-domain-unverified",
    "a log router that sends to a domain",
    routed(LogDriver.firelens("opensearch", { options: { Host: "a.eu-west-1.es.amazonaws.com" } })),
  ),
  planned(
    "note",
    "telemetry-destination-unknown",
    "a collector that sends nobody knows where",
    withContainer({ image: ecr("cloudwatch-agent") }),
  ),
  planned("warning", "windows-foreign-layers", "an image for Windows", {
    ...ordersTask,
    operatingSystemFamily: "WINDOWS_SERVER_2022_CORE",
  }),
  planned("note", "efs-mount-target", "a file system", {
    ...ordersTask,
    volumes: { data: Volume.efs("fs-0123456789abcdef0") },
  }),
  planned("note", "service-connect-unverified", "Service Connect", {
    ...ordersTask,
    serviceConnect: { namespace: "orders" },
  }),
  planned("note", "secret-endpoint-unverified", "a secret on platform version 1.3.0", {
    ...withContainer({ secrets: { A: secret } }),
    platformVersion: "1.3.0",
  }),
  planned("note", "guardduty-repository", "Runtime Monitoring", { ...ordersTask, runtimeMonitoring: true }),
  planned("note", "sts-global-host", "calls of STS", { ...ordersTask, uses: ["sts"] }),
  planned("note", "task-role-hint", "rights for a service to which no endpoint leads", {
    ...ordersTask,
    taskRoleStatements: [{ actions: ["sqs:SendMessage"], resources: ["*"] }],
  }),
  planned("note", "fips-endpoint-unknown", "a service without an endpoint for FIPS", {
    ...withContainer({ secrets: { A: secret } }),
    fips: true,
  }),
  planned(
    "note",
    "credential-spec-unverified",
    "a gMSA account",
    withContainer({ additionalFields: { credentialSpecs: ["credentialspecdomainless:arn:aws:s3:::gmsa/spec.json"] } }),
  ),
  planned(
    "warning",
    "mesh-proxy-without-mesh",
    "a proxy of App Mesh",
    withContainer({ environment: { APPMESH_RESOURCE_ARN: "mesh/orders/virtualNode/api" } }),
  ),
  {
    ...planned("note", "tmpfs-unverified", "a tmpfs in a Region in China", ordersTask),
    faultyRegion: "cn-north-1",
    build: (stack, hasFault) => {
      const linuxParameters = { tmpfs: [{ containerPath: "/scratch", size: 64 }] };
      const task = withContainer({ image: ecr("orders", "cn-north-1"), additionalFields: { linuxParameters } });
      const network = { region: "cn-north-1", availabilityZones: ["cn-north-1a"] };
      orders(stack, hasFault ? { task, network } : {});
    },
  },
  {
    ...planned("warning", "ecs-endpoints-unverified", "a new Region", ordersTask),
    faultyRegion: "ca-west-1",
    build: (stack, hasFault) => {
      const task = withContainer({ image: ecr("orders", "ca-west-1") });
      const network = { region: "ca-west-1", availabilityZones: ["ca-west-1a"] };
      orders(stack, hasFault ? { task, network } : {});
    },
  },
];
