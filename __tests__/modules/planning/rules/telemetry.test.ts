import { describe, expect, it } from "vitest";
import { ContainerImage } from "../../../../modules";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "telemetry";
const HOST = "123456789012.dkr.ecr.eu-west-1.amazonaws.com";
const collector = (name: string, environment: Record<string, string> = {}) =>
  taskWith({ image: ContainerImage.ecr(`${HOST}/${name}`, { tag: "1" }), environment });
const openTelemetry = (yaml: string) => collector("aws-otel-collector", { AOT_CONFIG_CONTENT: yaml });
const agent = (configuration: object) =>
  collector("cloudwatch-agent", { CW_CONFIG_CONTENT: JSON.stringify(configuration) });

describe("the rule telemetry", () => {
  it("R13: the daemon of X-Ray needs xray", () => {
    expect(plannedBy(RULE, collector("aws-xray-daemon"))).toEqual(["xray"]);
    expect(plannedBy(RULE, collector("mirror/xray/aws-xray-daemon"))).toEqual(["xray"]);
    expect(plannedBy(RULE, collector("xray-daemon"))).toEqual(["xray"]);
    expect(plannedBy(RULE, collector("my-aws-xray-daemon"))).toEqual([]);
    expect(plannedBy(RULE, taskWith({ image: ContainerImage.registry("amazon/aws-xray-daemon:3.x") }))).toEqual([
      "xray",
    ]);
  });

  it("R13: a collector that exports to X-Ray needs xray", () => {
    expect(plannedBy(RULE, openTelemetry("exporters:\n  awsxray:\n    region: eu-west-1\n"))).toEqual(["xray"]);
    expect(plannedBy(RULE, agent({ traces: {} }))).toEqual(["xray"]);
  });

  it("R13b: metrics need monitoring, and logs where they are written as logs", () => {
    expect(plannedBy(RULE, agent({ metrics: {} }))).toEqual(["monitoring"]);
    expect(plannedBy(RULE, agent({ logs: { metrics_collected: { emf: {} } } }))).toEqual(["logs"]);
    expect(plannedBy(RULE, openTelemetry("exporters:\n  awsemf/app:\n"))).toEqual(["logs"]);
  });

  it("R13c: metrics for Managed Service for Prometheus need aps-workspaces, and sts to take another role", () => {
    const exporter =
      "exporters:\n  prometheusremotewrite:\n    endpoint: https://aps-workspaces.eu-west-1.amazonaws.com/workspaces/ws-1/api/v1/remote_write\n";
    expect(plannedBy(RULE, openTelemetry(exporter))).toEqual(["aps-workspaces"]);
    const withRole = `${exporter}extensions:\n  sigv4auth:\n    assume_role:\n      arn: arn:aws:iam::1:role/r\n`;
    expect(plannedBy(RULE, openTelemetry(withRole))).toEqual(["aps-workspaces", "sts"]);
  });

  it.each([
    ["${Endpoint}api/v1/remote_write", "service: aps", ""],
    ["${env:AWS_PROMETHEUS_ENDPOINT}", '{region: "eu-west-1", service: "aps"}', ""],
    ["${env:AWS_PROMETHEUS_ENDPOINT}", "region: ${env:AWS_REGION}", "auth: {authenticator: sigv4auth}"],
    ["https://aps-workspaces.eu-west-1.amazonaws.com/a", "service: aps", ""],
  ])(
    "R13c: a workspace is known by its signature where %s stands for its host, and %s",
    (endpoint, signature, auth) => {
      const yaml = `extensions:\n  sigv4auth:\n    ${signature}\nexporters:\n  prometheusremotewrite:\n    endpoint: ${endpoint}\n    ${auth}\n`;
      const flow = yaml.replace(/sigv4auth:\n\s+\{/, "sigv4auth: {");
      expect(plannedBy(RULE, openTelemetry(flow), { region: "eu-west-1" })).toEqual(["aps-workspaces"]);
    },
  );

  it("R13c: a workspace whose signature names another Region is out of reach", () => {
    const yaml =
      "extensions:\n  sigv4auth:\n    service: aps\n    region: us-east-1\nexporters:\n  prometheusremotewrite:\n    endpoint: ${E}\n";
    expect(plannedBy(RULE, openTelemetry(yaml), { region: "eu-west-1" })).toEqual([]);
    expect(plannedBy(RULE, openTelemetry(yaml), { region: "us-east-1" })).toEqual(["aps-workspaces"]);
  });

  it.each([
    "extensions:\n  sigv4auth:\n    service: es\nexporters:\n  otlphttp:\n    endpoint: ${E}\n",
    "exporters:\n  prometheusremotewrite:\n    endpoint: ${E}\n",
    "extensions:\n  sigv4auth:\nexporters:\n  prometheusremotewrite:\n    endpoint: http://10.0.0.4:9090\n",
  ])("R13c: nothing else is a workspace: %j", (yaml) => {
    expect(plannedBy(RULE, openTelemetry(yaml))).toEqual([]);
  });

  it.each([
    ["exporters: {awsxray: {}, awsemf: {}}", ["xray", "logs"]],
    ["exporters:\n  awscloudwatchlogs:\n    log_group_name: /orders\n", ["logs"]],
    ["exporters:\n  awsemf:\n    role_arn: arn:aws:iam::1:role/r\n", ["logs", "sts"]],
  ])("R13: reads exporters in any style: %s", (yaml, services) => {
    expect(plannedBy(RULE, openTelemetry(yaml)).sort()).toEqual([...services].sort());
    expect(issuesOf(openTelemetry(yaml))).toEqual([]);
  });

  it.each([
    ["exporters:\n  awsxray:\n    region: us-east-1\n", []],
    ["exporters: {awsemf: {region: us-east-1}}", []],
    ['{"exporters": {"awscloudwatchlogs": {"region": "us-east-1"}}}', []],
    ["exporters:\n  awsxray/a:\n    region: us-east-1\n  awsemf:\n    log_group_name: a\n", ["logs"]],
    ["receivers:\n  x:\n    region: us-east-1\nexporters:\n  awsemf:\n", ["logs"]],
  ])("R13: an exporter with another Region is out of reach: %j", (yaml, services) => {
    expect(plannedBy(RULE, openTelemetry(yaml), { region: "eu-west-1" })).toEqual(services);
    const issues = services.includes("logs") && !yaml.includes("awsxray") ? [] : ["error other-region"];
    expect(issuesOf(openTelemetry(yaml), { region: "eu-west-1" }).map((each) => each.split(" containers")[0])).toEqual(
      issues,
    );
  });

  it.each([
    ["receivers:\n  awsxray:\n    endpoint: 0.0.0.0:2000\nexporters:\n  awsemf:\n", ["logs"], []],
    ["receivers: {awsxray: {}}\nexporters: {awsemf: {}}\n", ["logs"], []],
    [
      "receivers:\n  awsxray:\nexporters:\n  otlp:\nservice:\n  pipelines:\n    traces:\n      exporters: [otlp]\n",
      [],
      ["note telemetry-destination-unknown containers.api.image"],
    ],
  ])("R13: a receiver sends nothing: %j", (yaml, services, issues) => {
    expect(plannedBy(RULE, openTelemetry(yaml))).toEqual(services);
    expect(issuesOf(openTelemetry(yaml))).toEqual(issues);
  });

  it.each([
    [["--config=env:CONFIGURATION"], "CONFIGURATION"],
    [["--config", "env:CONFIGURATION"], "CONFIGURATION"],
    [[], "SPLUNK_CONFIG_YAML"],
  ])("R13d: reads the configuration in a variable that %j or the image names", (command, variable) => {
    const image = ContainerImage.ecr(`${HOST}/opentelemetry-collector-contrib`);
    const task = taskWith({ image, command, environment: { [variable]: "exporters:\n  awsxray:\n" } });
    expect(plannedBy(RULE, task)).toEqual(["xray"]);
    expect(issuesOf(task)).toEqual([]);
  });

  it.each([
    ["--config=s3://conf.s3.eu-west-1.amazonaws.com/a/b.yaml", ["s3"]],
    ["--config=s3://conf.s3-eu-west-1.amazonaws.com/b.yaml", ["s3"]],
    ["--config=secretsmanager:arn:aws:secretsmanager:eu-west-1:123456789012:secret:conf-AbCdEf", ["secretsmanager"]],
    ["--config=s3://${var.bucket}.s3.${var.region}.amazonaws.com/b.yaml", ["s3"]],
    ["--config=secretsmanager:conf", ["secretsmanager"]],
    ["--config=s3://conf.s3.us-east-1.amazonaws.com/b.yaml", []],
    ["--config=/etc/otel.yaml", []],
  ])("R13e: gets its configuration from where the command says: %s", (word, services) => {
    const image = ContainerImage.ecr(`${HOST}/aws-otel-collector`);
    const task = taskWith({ image, command: [word] });
    expect(plannedBy(RULE, task, { region: "eu-west-1" })).toEqual(services);
    const other = word.includes("us-east-1") ? ["error other-region containers.api.command"] : [];
    expect(issuesOf(task, { region: "eu-west-1" })).toEqual([
      ...other,
      "note telemetry-destination-unknown containers.api.image",
    ]);
  });

  it("R13c: the CloudWatch agent with another role needs sts", () => {
    const credentials = { credentials: { role_arn: "arn:aws:iam::1:role/r" } };
    expect(plannedBy(RULE, agent({ agent: credentials, metrics: {} }))).toEqual(["monitoring", "sts"]);
  });

  it("R13c: a workspace in another Region is out of reach", () => {
    const exporter =
      "exporters:\n  prometheusremotewrite:\n    endpoint: https://aps-workspaces.us-east-1.amazonaws.com/a\n";
    expect(plannedBy(RULE, openTelemetry(exporter), { region: "eu-west-1" })).toEqual([]);
    expect(issuesOf(openTelemetry(exporter), { region: "eu-west-1" })).toEqual([
      "error other-region containers.api.environment.AOT_CONFIG_CONTENT",
    ]);
    expect(plannedBy(RULE, openTelemetry(exporter), { region: "us-east-1" })).toEqual(["aps-workspaces"]);
  });

  it.each([
    ["exporters:\n  otlphttp:\n    traces_endpoint: https://xray.eu-west-1.amazonaws.com/v1/traces\n", ["xray"]],
    ['exporters: {otlphttp: {logs_endpoint: "https://logs.eu-west-1.amazonaws.com/v1/logs"}}', ["logs"]],
    [
      "exporters:\n  awsemf:\n  otlphttp/a:\n    endpoint: https://monitoring.eu-west-1.api.aws\n",
      ["logs", "monitoring"],
    ],
  ])("R13: an exporter to a host of a service needs the service: %j", (yaml, services) => {
    expect(plannedBy(RULE, openTelemetry(yaml), { region: "eu-west-1" })).toEqual(services);
    expect(issuesOf(openTelemetry(yaml), { region: "eu-west-1" })).toEqual([]);
  });

  it.each([
    "exporters:\n  otlphttp:\n    endpoint: https://xray.eu-west-1.amazonaws.com\n  otlphttp/v:\n    endpoint: https://a.example\n",
    "exporters:\n  otlp:\n",
    "exporters:\n  otlphttp:\n    endpoint: https://telemetry.example.com\n",
    "exporters:\n  awsxray:\n  otlphttp/vendor:\n    endpoint: https://telemetry.example.com\n",
  ])("says where a configuration sends to hosts of which it cannot know what they are: %j", (yaml) => {
    expect(issuesOf(openTelemetry(yaml))).toEqual(["note telemetry-destination-unknown containers.api.image"]);
  });

  it.each([
    "aws-otel-collector",
    "cloudwatch-agent",
    "mirror/aws-observability/aws-otel-collector",
    "adot-collector",
    "amazon-cloudwatch-agent",
    "otel/opentelemetry-collector-contrib",
    "datadog/agent",
    "datadog-agent",
    "signalfx/splunk-otel-collector",
    "aws-for-fluent-bit",
  ])("says where it cannot see what %s sends", (name) => {
    expect(plannedBy(RULE, collector(name))).toEqual([]);
    expect(issuesOf(collector(name))).toEqual(["note telemetry-destination-unknown containers.api.image"]);
  });

  it.each(["agent", "my-datadog-agent", "datadog/agent-config", "fluent-bitter", "cloudwatch-agent/tools"])(
    "takes %s for an image of one's own",
    (name) => {
      expect(issuesOf(collector(name))).toEqual([]);
    },
  );

  it("takes a declared host of the vendor for an answer, and another for none", () => {
    const agentTo = (...reachableHosts: string[]) => issuesOf({ ...collector("datadog/agent"), reachableHosts });
    expect(agentTo("datadoghq.com")).toEqual([]);
    expect(agentTo("trace.agent.datadoghq.com")).toEqual([]);
    expect(agentTo("registry.example.com")).toEqual(["note telemetry-destination-unknown containers.api.image"]);
  });

  it("leaves a log router to the log drivers that send to it", () => {
    const router = { ...collector("aws-for-fluent-bit").containers["api"], firelens: { type: "fluentbit" } } as const;
    const image = ContainerImage.ecr(`${HOST}/aws-for-fluent-bit`, { tag: "1" });
    expect(issuesOf(taskWith({ ...router, image }))).toEqual([]);
  });

  it.each(STRING_TOKENS)("says so for a configuration that only Terraform knows: %s", (_name, token) => {
    expect(issuesOf(openTelemetry(token))).toEqual(["note telemetry-destination-unknown containers.api.image"]);
  });

  it("R21: nothing is planned for an ordinary container", () => {
    expect(plannedBy(RULE, taskWith({ environment: { STAGE: "test" } }))).toEqual([]);
  });
});
