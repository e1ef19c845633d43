import { logGroupGrant, type NamedThing } from "./log-destination";
import { type Sidecar, type SidecarOptions, sidecarContainer } from "./sidecar";
import { XRAY_GRANT } from "./xray-rights";

const PUBLISHED = "public.ecr.aws/aws-observability/aws-otel-collector:latest";

export interface AdotCollectorOptions extends SidecarOptions {
  /** Whether traces go to X-Ray. @default true */
  readonly traces?: boolean;
  /** Where metrics go: to CloudWatch, by way of a log group. @default - metrics are not taken */
  readonly metrics?: { readonly namespace: string; readonly logGroup: NamedThing };
  /** Log group to which logs go. @default - logs are not taken */
  readonly logs?: NamedThing;
}

/** What the collector takes at the ports of OTLP, and to which exporter it hands it. */
interface Pipeline {
  readonly signal: "traces" | "metrics" | "logs";
  readonly exporter: string;
  readonly settings: readonly string[];
}

/**
 * The AWS Distro for OpenTelemetry: takes OTLP at ports 4317 (gRPC) and 4318 (HTTP) of the task, and sends it on, with its
 * configuration in `AOT_CONFIG_CONTENT`. Source: https://aws-otel.github.io/docs/setup/ecs
 *
 * @example Sidecars.adotCollector({ image, metrics: { namespace: "orders", logGroup } })
 */
export function adotCollector({ traces = true, metrics, logs, ...options }: AdotCollectorOptions = {}): Sidecar {
  const pipelines: readonly Pipeline[] = [
    ...(traces ? [{ signal: "traces", exporter: "awsxray", settings: [] } as const] : []),
    ...(metrics === undefined
      ? []
      : [
          {
            signal: "metrics",
            exporter: "awsemf",
            settings: [`namespace: ${quoted(metrics.namespace)}`, `log_group_name: ${quoted(metrics.logGroup.name)}`],
          } as const,
        ]),
    ...(logs === undefined
      ? []
      : [
          {
            signal: "logs",
            exporter: "awscloudwatchlogs",
            settings: [`log_group_name: ${quoted(logs.name)}`, "log_stream_name: otel"],
          } as const,
        ]),
  ];
  return {
    container: sidecarContainer(PUBLISHED, options, {
      essential: false,
      environment: { AOT_CONFIG_CONTENT: configuration(pipelines) },
    }),
    grants: [
      ...(traces ? [XRAY_GRANT] : []),
      ...(metrics === undefined ? [] : [logGroupGrant(metrics.logGroup)]),
      ...(logs === undefined ? [] : [logGroupGrant(logs)]),
    ],
  };
}

function configuration(pipelines: readonly Pipeline[]): string {
  return [
    "receivers:",
    "  otlp:",
    "    protocols:",
    "      grpc:",
    "        endpoint: 127.0.0.1:4317",
    "      http:",
    "        endpoint: 127.0.0.1:4318",
    "processors:",
    "  batch:",
    "exporters:",
    ...pipelines.flatMap(({ exporter, settings }) => [`  ${exporter}:`, ...settings.map((each) => `    ${each}`)]),
    "service:",
    "  pipelines:",
    ...pipelines.flatMap(({ signal, exporter }) => [
      `    ${signal}:`,
      "      receivers: [otlp]",
      "      processors: [batch]",
      `      exporters: [${exporter}]`,
    ]),
    "",
  ].join("\n");
}

/** A text of YAML, which one of JSON is as well. */
function quoted(text: string): string {
  return JSON.stringify(text);
}
