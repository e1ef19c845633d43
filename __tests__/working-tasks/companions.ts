import { app, awslogs, ECR, IMAGE, registered, TASK_ROLE, type WorkingTask } from "./working-task";

const ROUTER = {
  name: "log_router",
  image: `${ECR}/aws-for-fluent-bit:stable`,
  essential: true,
  firelensConfiguration: { type: "fluentbit" },
};
const routed = (options: Record<string, string>, more: Record<string, unknown> = {}) =>
  registered(
    { taskRoleArn: TASK_ROLE },
    ROUTER,
    app({ logConfiguration: { logDriver: "awsfirelens", options, ...more } }),
  );

/** Where logs go. */
export const LOGS: readonly WorkingTask[] = [
  {
    name: "FireLens to CloudWatch Logs",
    document: routed({
      Name: "cloudwatch_logs",
      region: "eu-west-1",
      log_group_name: "/app",
      log_stream_prefix: "a-",
      auto_create_group: "true",
    }),
    services: `${IMAGE} logs`,
  },
  {
    name: "FireLens to Firehose",
    document: routed({ Name: "firehose", region: "eu-west-1", delivery_stream: "app" }),
    services: `${IMAGE} kinesis-firehose`,
  },
  {
    name: "FireLens to Kinesis",
    document: routed({ Name: "kinesis_streams", region: "eu-west-1", stream: "app" }),
    services: `${IMAGE} kinesis-streams`,
  },
  {
    name: "FireLens to S3",
    document: routed({ Name: "s3", region: "eu-west-1", bucket: "logs", total_file_size: "1M" }),
    services: IMAGE,
  },
  {
    name: "FireLens to OpenSearch",
    document: routed({
      Name: "opensearch",
      Host: "vpc-logs-abc.eu-west-1.es.amazonaws.com",
      Port: "443",
      AWS_Auth: "On",
      AWS_Region: "eu-west-1",
      tls: "On",
    }),
    services: IMAGE,
  },
  {
    name: "FireLens with a configuration of the image",
    document: registered(
      {},
      {
        ...ROUTER,
        firelensConfiguration: {
          type: "fluentbit",
          options: {
            "config-file-type": "file",
            "config-file-value": "/extra.conf",
            "enable-ecs-log-metadata": "true",
          },
        },
      },
      app({ logConfiguration: { logDriver: "awsfirelens" } }),
    ),
    services: IMAGE,
  },
  {
    name: "FireLens to a collector beside it",
    document: routed({ Name: "http", Host: "127.0.0.1", Port: "8080" }),
    services: IMAGE,
  },
  {
    name: "FireLens to Datadog, with a NAT gateway and a key",
    document: routed(
      { Name: "datadog", Host: "http-intake.logs.datadoghq.eu", TLS: "on", provider: "ecs" },
      { secretOptions: [{ name: "apikey", valueFrom: "/datadog/key" }] },
    ),
    options: ["--subnet-has-nat"],
    services: `${IMAGE} ssm`,
  },
  {
    name: "FireLens with hosts that are left empty",
    document: registered(
      { taskRoleArn: TASK_ROLE },
      ROUTER,
      app({ logConfiguration: { logDriver: "awsfirelens", options: { Name: "http", Host: "", Port: "443" } } }),
      app({
        name: "other",
        logConfiguration: { logDriver: "awsfirelens", options: { Name: "datadog", Host: " ", apikey: "" } },
      }),
    ),
    services: IMAGE,
  },
  {
    name: "a host that is in a secret",
    document: routed({ Name: "http", Port: "443" }, { secretOptions: [{ name: "Host", valueFrom: "/logs/host" }] }),
    services: `${IMAGE} ssm`,
  },
  {
    name: "splunk whose address and token are secrets",
    document: registered(
      {},
      app({
        logConfiguration: {
          logDriver: "splunk",
          options: { "splunk-index": "main" },
          secretOptions: [
            { name: "splunk-url", valueFrom: "/hec/url" },
            { name: "splunk-token", valueFrom: "/hec/token" },
          ],
        },
      }),
    ),
    services: `${IMAGE} ssm`,
  },
  {
    name: "a router that logs to awslogs itself",
    document: registered(
      { taskRoleArn: TASK_ROLE },
      { ...ROUTER, ...awslogs({ "awslogs-create-group": "True" }) },
      app({ logConfiguration: { logDriver: "awsfirelens", options: { Name: "stdout" } } }),
    ),
    services: `${IMAGE} logs`,
  },
];

/** Containers beside the application, and what pipelines fill in. */
export const COMPANIONS: readonly WorkingTask[] = [
  {
    name: "X-Ray's daemon",
    document: registered({ taskRoleArn: TASK_ROLE }, app(), {
      name: "xray",
      image: `${ECR}/amazon/aws-xray-daemon:3.x`,
      essential: false,
      portMappings: [{ containerPort: 2000, protocol: "udp" }],
    }),
    services: `${IMAGE} xray`,
  },
  {
    name: "the CloudWatch agent",
    document: registered({ taskRoleArn: TASK_ROLE }, app(), {
      name: "cwagent",
      image: `${ECR}/cloudwatch-agent/cloudwatch-agent:latest`,
      essential: false,
      secrets: [{ name: "CW_CONFIG_CONTENT", valueFrom: "ecs-cwagent" }],
    }),
    services: `${IMAGE} ssm`,
  },
  {
    name: "an Envoy of App Mesh, with its proxy",
    document: registered(
      {
        taskRoleArn: TASK_ROLE,
        proxyConfiguration: {
          type: "APPMESH",
          containerName: "envoy",
          properties: [
            { name: "IgnoredUID", value: "1337" },
            { name: "AppPorts", value: "8080" },
            { name: "ProxyIngressPort", value: "15000" },
            { name: "ProxyEgressPort", value: "15001" },
          ],
        },
      },
      app({ dependsOn: [{ containerName: "envoy", condition: "HEALTHY" }] }),
      {
        name: "envoy",
        image: `${ECR}/aws-appmesh-envoy:v1.29`,
        essential: true,
        user: "1337",
        healthCheck: { command: ["CMD-SHELL", "true"] },
      },
    ),
    services: IMAGE,
  },
  {
    name: "migrations before the application",
    document: registered(
      {},
      { name: "migrate", image: `${ECR}/app:1`, essential: false, command: ["migrate"] },
      app({ dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }] }),
    ),
    services: IMAGE,
  },
  {
    name: "ten containers",
    document: registered(
      {},
      ...Array.from({ length: 10 }, (_, index) => app({ name: `c${index}`, essential: index === 0 })),
    ),
    services: IMAGE,
  },
  {
    name: "the placeholder of CodePipeline",
    document: registered({}, app({ image: "<IMAGE1_NAME>", ...awslogs() })),
    services: "logs",
  },
  {
    name: "the account and the Region as words",
    document: registered(
      {},
      app({ image: "ACCOUNT_ID.dkr.ecr.REGION.amazonaws.com/app:latest", ...awslogs({ "awslogs-region": "REGION" }) }),
    ),
    services: `${IMAGE} logs`,
  },
  {
    name: "expressions of Terraform",
    document: registered(
      { executionRoleArn: "${role}" },
      app({ image: "${image}", secrets: [{ name: "A", valueFrom: "${secret}" }] }),
    ),
    services: "",
  },
  {
    name: "marks of ecspresso",
    document: registered({}, app({ image: `${ECR}/app:{{ must_env \`TAG\` }}` })),
    services: IMAGE,
  },
  {
    name: "variables of a shell",
    document: registered(
      { executionRoleArn: "$EXECUTION_ROLE" },
      app({ image: `${ECR}/app:$TAG`, environment: [{ name: "STAGE", value: "$STAGE" }] }),
    ),
    services: IMAGE,
  },
  {
    name: "the placeholders of a rule of EventBridge",
    document: registered(
      {},
      app({ command: ["process", "<bucket>", "<key>"], environment: [{ name: "KEY", value: "<key>" }] }),
    ),
    services: IMAGE,
  },
  {
    name: "what the application calls itself",
    document: registered({ taskRoleArn: TASK_ROLE }),
    options: ["--uses", "sqs", "--uses", "dynamodb"],
    services: `dynamodb ${IMAGE} sqs`,
  },
];
