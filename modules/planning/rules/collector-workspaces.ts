import { exporterRegion, exportersIn, sectionsBelow } from "./collector-sections";

/** A workspace of Managed Service for Prometheus to which a collector writes. */
export interface Workspace {
  /** @default - the collector's own, or only a deployment knows it */
  readonly region?: string | undefined;
}

/**
 * The workspaces to which a configuration of OpenTelemetry writes: by their hosts, or where a deployment fills those in, by the
 * signature, which names the service, or which nobody else asks of who writes metrics of Prometheus.
 *
 * Source: https://aws-otel.github.io/docs/getting-started/prometheus-remote-write-exporter
 */
export function workspacesIn(content: string): readonly Workspace[] {
  const [host, region] = /aps-workspaces\.([a-z]+(?:-[a-z]+)+-\d+)?/.exec(content) ?? [];
  if (host !== undefined) return [{ region }];
  const signatures = sectionsBelow(content, "sigv4auth");
  const named = signatures.filter((section) => OF_PROMETHEUS.test(section));
  if (named.length > 0) return named.map((section) => ({ region: exporterRegion(section) }));
  const [signed] = sectionsBelow(exportersIn(content), "prometheusremotewrite").filter((each) => SIGNED.test(each));
  return signed === undefined ? [] : signatures.slice(0, 1).map((section) => ({ region: exporterRegion(section) }));
}

const OF_PROMETHEUS = /(?:^|[{,])\s*["']?service["']?\s*:\s*["']?aps\b/m;
const SIGNED = /authenticator["']?\s*:\s*["']?sigv4auth\b/;
