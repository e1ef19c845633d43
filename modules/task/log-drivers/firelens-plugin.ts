/** Output plugins of the log routers of FireLens that are understood, Fluent Bit's and Fluentd's names side by side. */
export const FIRELENS_PLUGINS = [
  "cloudwatch",
  "cloudwatch_logs",
  "firehose",
  "kinesis_firehose",
  "kinesis",
  "kinesis_streams",
  "s3",
  "opensearch",
  "es",
  "datadog",
  "splunk",
  "http",
  "opentelemetry",
  "newrelic",
  "nrlogs",
  "loki",
  "grafana-loki",
  "null",
  "stdout",
] as const;

/** An output plugin that is understood. */
export type KnownFirelensPlugin = (typeof FIRELENS_PLUGINS)[number];

/** An output plugin. Of one that is not understood it is unknown what it calls. */
export type FirelensPlugin = KnownFirelensPlugin | (string & Record<never, never>);
