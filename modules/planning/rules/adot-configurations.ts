import type { Container } from "../../task/container";
import { FROM_ELSEWHERE } from "../../values/unresolved";

const TRACES = "awsxray";
const METRICS = "awsemf";
const PROMETHEUS = "prometheusremotewrite";

/**
 * The configurations that the image of the AWS Distro for OpenTelemetry has for ECS, and the exporters in each.
 * Source: https://github.com/aws-observability/aws-otel-collector/tree/main/config/ecs
 */
const EXPORTERS: ReadonlyMap<string, readonly string[]> = new Map([
  ["/etc/ecs/ecs-default-config.yaml", [TRACES, METRICS]],
  ["/etc/ecs/ecs-cloudwatch.yaml", [METRICS]],
  ["/etc/ecs/ecs-xray.yaml", [TRACES]],
  ["/etc/ecs/ecs-cloudwatch-xray.yaml", [TRACES, METRICS]],
  ["/etc/ecs/container-insights/otel-task-metrics-config.yaml", [TRACES, METRICS]],
  ["/etc/ecs/ecs-amp.yaml", [PROMETHEUS]],
  ["/etc/ecs/ecs-amp-prometheus.yaml", [PROMETHEUS]],
  ["/etc/ecs/ecs-amp-xray.yaml", [TRACES, PROMETHEUS]],
  ["/etc/ecs/ecs-amp-xray-prometheus.yaml", [TRACES, PROMETHEUS]],
]);

/** Where those with Prometheus take the address of the workspace from. */
const WORKSPACE = "AWS_PROMETHEUS_ENDPOINT";

/** The exporters of the configuration of the image that a container's command names, in YAML; `undefined` where it names none. */
export function adotConfiguration({ command, entryPoint, environment }: Container): string | undefined {
  const words = [entryPoint, command].flatMap((list) => (Array.isArray(list) ? list : []));
  const files = words.flatMap((word) => `${word}`.split(/[=\s]+/));
  const exporters = files.flatMap((file) => EXPORTERS.get(file) ?? []);
  if (exporters.length === 0) return undefined;
  const sections = exporters.map((name) => `  ${name}:\n${settings(name, environment)}`);
  return `exporters:\n${sections.join("")}`;
}

function settings(exporter: string, environment: Container["environment"]): string {
  return exporter === PROMETHEUS ? `    endpoint: ${environment?.[WORKSPACE] ?? FROM_ELSEWHERE}\n` : "";
}
