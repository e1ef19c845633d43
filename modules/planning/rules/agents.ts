import type { Container } from "../../task/container";

/** A program beside the application that sends what it collects, and whose configuration may be out of sight. */
export interface Agent {
  /** Name of its image, without what stands before. */
  readonly image: string;
  /** The domain of the vendor to whose hosts it sends. @default - it sends to services of AWS, or wherever it is told to */
  readonly domain?: string;
}

/** The vendors whose agents send to them, by the end of the image's name, and the domain. */
const VENDORS: readonly (readonly [image: RegExp, domain: string])[] = [
  // Source: https://docs.datadoghq.com/agent/configuration/network/
  [/^datadog[/-]agent$/, "datadoghq.com"],
  // Source: https://github.com/signalfx/splunk-otel-collector/tree/main/deployments/fargate
  [/^splunk-otel-collector$/, "signalfx.com"],
];

const AGENT =
  /(?:^|\/)(aws-otel-collector|adot-collector|(?:opentelemetry|otel)-collector(?:-contrib)?|(?:amazon-)?cloudwatch-agent|datadog[/-]agent|splunk-otel-collector|aws-for-fluent-bit|fluent-bit)(?=[:@]|$)/;

/** Names of the images of log routers, of which the log drivers of a task say where they send. */
const ROUTER = /fluent-bit$/;

/** The agent that a container is by the name of its image, which a copy in a registry of one's own keeps. */
export function agentOf(image: string, { firelens }: Pick<Container, "firelens">): Agent | undefined {
  const name = AGENT.exec(image)?.[1];
  if (name === undefined || (firelens !== undefined && ROUTER.test(name))) return undefined;
  const domain = VENDORS.find(([vendor]) => vendor.test(name))?.[1];
  return { image: name, ...(domain === undefined ? {} : { domain }) };
}

const XRAY_DAEMON = /\/(?:aws-)?xray-daemon(?=[:@]|$)/;

/** Whether the image is the daemon of X-Ray. */
export function isXrayDaemon(image: string): boolean {
  return XRAY_DAEMON.test(image);
}
