import { describe, expect, it } from "vitest";
import { LogDriver, SecretSource } from "../../../../modules";
import { EndpointPlan } from "../../../../modules/planning/plan/endpoint-plan";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";
import { STRING_TOKENS } from "../../../support/tokens";

const RULE = "firelens";
const PATH = "containers.api.logDriver";
const routed = (plugin?: string, options: Record<string, string> = {}, reachableHosts: string[] = []) =>
  taskWith({ logDriver: LogDriver.firelens(plugin, { options }) }, { reachableHosts });

describe("the rule firelens", () => {
  it.each([
    ["R12", "cloudwatch", "logs"],
    ["R12", "cloudwatch_logs", "logs"],
    ["R12b", "firehose", "kinesis-firehose"],
    ["R12b", "kinesis_firehose", "kinesis-firehose"],
    ["R12c", "kinesis", "kinesis-streams"],
    ["R12c", "kinesis_streams", "kinesis-streams"],
    ["R12d", "s3", "s3"],
  ])("%s: the output %s needs %s", (_row, plugin, service) => {
    expect(plannedBy(RULE, routed(plugin))).toEqual([service]);
    expect(issuesOf(routed(plugin))).toEqual([]);
  });

  it.each(["opensearch", "es"])("R12e: the output %s needs no endpoint, but a domain in the VPC", (plugin) => {
    const host = "vpc-orders-abc.eu-west-1.es.amazonaws.com";
    expect(plannedBy(RULE, routed(plugin, { Host: host }))).toEqual([]);
    expect(issuesOf(routed(plugin, { Host: host }))).toEqual([`note opensearch-domain-unverified ${PATH}`]);
    expect(issuesOf(routed(plugin))).toEqual([`note opensearch-domain-unverified ${PATH}`]);
    expect(issuesOf(routed(plugin, { Host: host }, [host]))).toEqual([]);
  });

  it("R12e: a collection of OpenSearch Serverless is reached by an endpoint of its own kind", () => {
    const host = "orders.eu-west-1.aoss.amazonaws.com";
    const [found, ...others] = EndpointPlan.forTasks([routed("opensearch", { Host: host })]).issues;
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      code: "opensearch-domain-unverified",
      severity: "note",
      fix: expect.stringContaining("aws opensearchserverless create-vpc-endpoint"),
    });
    expect(issuesOf(routed("opensearch", { Host: host }, [host]))).toEqual([]);
  });

  it.each(["datadog", "splunk", "http"])(
    "R12f: the output %s is out of reach, unless its host is declared",
    (plugin) => {
      const options = { host: "logs.example.com" };
      expect(issuesOf(routed(plugin, options))).toEqual([`error log-destination-unreachable ${PATH}`]);
      expect(issuesOf(routed(plugin, options, ["example.com"]))).toEqual([]);
      expect(issuesOf(routed(plugin, { Host: "10.1.2.3" }))).toEqual([]);
      expect(plannedBy(RULE, routed(plugin, options))).toEqual([]);
    },
  );

  it("R12f: an output without a host sends to the plugin's own: Datadog's on the internet, or the task itself", () => {
    expect(issuesOf(routed("datadog"))).toEqual([`error log-destination-unreachable ${PATH}`]);
    expect(issuesOf(routed("datadog", {}, ["datadoghq.com"]))).toEqual([]);
    expect(issuesOf(routed("http"))).toEqual([]);
    expect(issuesOf(routed("splunk"))).toEqual([]);
  });

  it.each(["endpoint", "hec_host", "hec_endpoint"])("R12f: Fluentd's option %s names the host", (option) => {
    expect(issuesOf(routed("http", { [option]: "http://10.4.0.8:9880" }))).toEqual([]);
    expect(issuesOf(routed("http", { [option]: "https://logs.example.com/in" }))).toEqual([
      `error log-destination-unreachable ${PATH}`,
    ]);
  });

  it.each(["datadog", "http", "splunk", "opensearch", "es"])(
    "R12f: the output %s whose host is a secret may send anywhere",
    (plugin) => {
      const secretOptions = { Host: SecretSource.ssmParameter("/logs/host") };
      const task = taskWith({ logDriver: LogDriver.firelens(plugin, { secretOptions, options: { port: "443" } }) });
      expect(issuesOf(task)).toEqual([`note log-destination-unknown ${PATH}`]);
    },
  );

  it("R12: a Region that is a secret is unknown, and taken for the task's own", () => {
    const secretOptions = { region: SecretSource.ssmParameter("/logs/region") };
    const task = taskWith({ logDriver: LogDriver.firelens("firehose", { secretOptions }) });
    expect(plannedBy(RULE, task, { region: "eu-west-1" })).toEqual(["kinesis-firehose"]);
  });

  it.each(["CloudWatch_Logs", "Kinesis_Firehose", "DATADOG", "Null"])(
    "knows %s in any case, as Fluent Bit",
    (plugin) => {
      const known = (name: string) => [plannedBy(RULE, routed(name)), issuesOf(routed(name))];
      expect(known(plugin)).toEqual(known(plugin.toLowerCase()));
      expect(issuesOf(routed(plugin))).not.toContain(`note firelens-output-unknown ${PATH}`);
    },
  );

  it.each([
    ["cloudwatch_logs", "logs"],
    ["kinesis_firehose", "kinesis-firehose"],
    ["s3", "s3"],
  ])("R12: the output %s with another role needs sts as well", (plugin, service) => {
    const options = { role_arn: "arn:aws:iam::999999999999:role/logs" };
    expect(plannedBy(RULE, routed(plugin, options)).sort()).toEqual([service, "sts"].sort());
  });

  it.each([
    ["http", "logs.eu-west-1.amazonaws.com", "logs"],
    ["opentelemetry", "xray.eu-west-1.amazonaws.com", "xray"],
    ["opentelemetry", "monitoring.eu-west-1.api.aws", "monitoring"],
    ["otlp", "logs.eu-west-1.amazonaws.com", "logs"],
    ["http", "a1b2.execute-api.eu-west-1.amazonaws.com", "execute-api"],
    ["es", "orders.s3.eu-west-1.amazonaws.com", "s3"],
    ["HTTP", "LOGS.eu-west-1.amazonaws.com", "logs"],
  ])("R12g: the output %s to the host %s needs %s", (plugin, host, service) => {
    expect(plannedBy(RULE, routed(plugin, { Host: host }), { region: "eu-west-1" })).toEqual([service]);
    expect(issuesOf(routed(plugin, { Host: host }), { region: "eu-west-1" })).toEqual([]);
    expect(plannedBy(RULE, routed(plugin, { endpoint: `https://${host}:443/v1/logs` }))).toEqual([service]);
    expect(plannedBy(RULE, routed(plugin === "otlp" ? "http" : plugin, { Host: host }, [host]))).toEqual([]);
  });

  it("R12g: a host in another Region is out of reach, and that of another partition is the service's", () => {
    const far = routed("http", { Host: "logs.us-east-1.amazonaws.com" });
    expect(issuesOf(far, { region: "eu-west-1" })).toEqual([`error other-region ${PATH}`]);
    const inBeijing = routed("http", { Host: "logs.cn-north-1.amazonaws.com.cn" });
    expect(plannedBy(RULE, inBeijing, { region: "cn-north-1" })).toEqual(["logs"]);
  });

  it("R12g: in FIPS mode as well, the host that is named is called", () => {
    const task = (host: string) => routed("http", { Host: host });
    expect(plannedBy(RULE, task("logs.us-gov-west-1.amazonaws.com"), { fips: true })).toEqual(["logs"]);
    expect(plannedBy(RULE, task("logs-fips.us-gov-west-1.amazonaws.com"), { fips: true })).toEqual(["logs-fips"]);
  });

  it.each(["vpc-orders-abc.eu-west-1.es.amazonaws.com", "internal-logs-1.eu-west-1.elb.amazonaws.com"])(
    "R12g: what has the host %s of AWS's is not known, and it may be in the VPC",
    (host) => {
      expect(issuesOf(routed("http", { Host: host }))).toEqual([`note log-destination-unknown ${PATH}`]);
      expect(issuesOf(routed("http", { Host: host }, [host]))).toEqual([]);
    },
  );

  it.each<[string, Record<string, string>, string]>([
    ["newrelic", {}, "log-api.newrelic.com"],
    ["newrelic", { endpoint: "https://log-api.eu.newrelic.com/log/v1" }, "log-api.eu.newrelic.com"],
    ["nrlogs", { base_uri: "https://log-api.eu.newrelic.com/log/v1" }, "log-api.eu.newrelic.com"],
    ["loki", { host: "logs.example.net", tls: "on" }, "logs.example.net"],
    ["grafana-loki", { Url: "https://1234:key@logs.example.net/loki/api/v1/push" }, "logs.example.net"],
  ])("R12h: %s with %j sends to a host", (plugin, options, host) => {
    expect(issuesOf(routed(plugin, options))).toEqual([`error log-destination-unreachable ${PATH}`]);
    expect(issuesOf(routed(plugin, options, [host]))).toEqual([]);
  });

  it.each(["loki", "grafana-loki"])("R12i: %s without a host sends to the task itself", (plugin) => {
    expect(issuesOf(routed(plugin))).toEqual([]);
  });

  it.each(["collector", "loki.orders.local", "logs.internal"])(
    "R12j: the internet has no name %s, and the VPC may have it",
    (host) => {
      expect(issuesOf(routed("http", { Host: host }))).toEqual([`note log-destination-unknown ${PATH}`]);
      expect(issuesOf(routed("http", { Host: host }, [host]))).toEqual([]);
    },
  );

  it("R12: another Region is out of reach, unless an endpoint leads there", () => {
    const task = routed("kinesis_firehose", { region: "us-east-1" });
    expect(issuesOf(task, { region: "eu-west-1" })).toEqual([`error other-region ${PATH}`]);
    const endpoints = [{ service: "kinesis-firehose", type: "Interface", serviceRegion: "us-east-1" }] as const;
    expect(plannedBy(RULE, task, { region: "eu-west-1", endpoints })).toEqual(["kinesis-firehose in us-east-1"]);
  });

  it("says where it cannot know the output", () => {
    expect(issuesOf(routed())).toEqual([`note firelens-output-unknown ${PATH}`]);
    expect(issuesOf(routed("kafka"))).toEqual([`note firelens-output-unknown ${PATH}`]);
    expect(plannedBy(RULE, routed("kafka"))).toEqual([]);
  });

  it("takes a host that the task reaches from any plugin", () => {
    expect(issuesOf(routed("forward", { Host: "10.0.4.8" }))).toEqual([]);
    expect(issuesOf(routed("forward", { Host: "logs.example.net" }, ["example.net"]))).toEqual([]);
    expect(issuesOf(routed("forward", { Host: "logs.example.net" }))).toEqual([`note firelens-output-unknown ${PATH}`]);
  });

  it("plans nothing for output that stays in the task", () => {
    expect(plannedBy(RULE, routed("null"))).toEqual([]);
    expect(issuesOf(routed("stdout"))).toEqual([]);
  });

  it("looks at the proxy of Service Connect as well", () => {
    const task = taskWith({}, { serviceConnect: { namespace: "a", logDriver: LogDriver.firelens("firehose") } });
    expect(plannedBy(RULE, task)).toEqual(["kinesis-firehose"]);
  });

  it.each(STRING_TOKENS)("takes %s as a host, a Region and a plugin", (_name, token) => {
    expect(issuesOf(routed("http", { Host: token }))).toEqual([`note log-destination-unknown ${PATH}`]);
    expect(plannedBy(RULE, routed("s3", { region: token }), { region: "eu-west-1" })).toEqual(["s3"]);
    expect(issuesOf(routed(token))).toEqual([`note firelens-output-unknown ${PATH}`]);
  });
});
