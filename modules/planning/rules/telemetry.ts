import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { asksToHost } from "../../asks/asks-to-host";
import { asksToRegion } from "../../asks/asks-to-region";
import { FAILURES } from "../../asks/failures";
import { hostOf, isReachableHost } from "../../asks/reachable-host";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { serviceOfHost } from "../../aws/endpoint-services/service-of-host";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import type { Container } from "../../task/container";
import { imageName } from "../../task/images/container-image";
import { isUnresolved } from "../../values/unresolved";
import { adotConfiguration } from "./adot-configurations";
import { agentOf, isXrayDaemon } from "./agents";
import type { AskRule } from "./ask-rule";
import { configurationPlaces } from "./collector-files";
import { collectorKey, exporterRegion, exportersIn, sectionsBelow } from "./collector-sections";
import { workspacesIn } from "./collector-workspaces";

/** A sign in a collector's configuration, and the service to which it sends then. */
interface Sign {
  readonly pattern: RegExp;
  /** The exporter that is the sign, which may name a Region of its own. @default - it is no exporter */
  readonly exporter?: string;
  readonly service: EndpointServiceName;
  readonly text: string;
}

const XRAY = "the collector sends traces to X-Ray";
const PROMETHEUS = "the collector writes metrics to Managed Service for Prometheus";
const ROLE = "the collector takes another role";
const EMF = "the collector writes metrics as logs to CloudWatch Logs";

/**
 * The exporters of the AWS Distro for OpenTelemetry, in YAML with or without braces.
 * Source: https://aws-otel.github.io/docs/components/exporters
 */
const OPENTELEMETRY: readonly Sign[] = [
  exporter("awsxray", "xray", XRAY),
  exporter("awsemf", "logs", EMF),
  exporter("awscloudwatchlogs", "logs", "the collector writes logs to CloudWatch Logs"),
  { pattern: key("assume_role"), service: "sts", text: ROLE },
  { pattern: key("role_arn"), service: "sts", text: ROLE },
];
const OPENTELEMETRY_EXPORTERS = OPENTELEMETRY.filter(({ service }) => service !== "sts");

/** The exporters that send to a host of any kind, which services of AWS's have as well. */
const TO_A_HOST = key("otlphttp");
const ADDRESS = /endpoint["']?\s*:\s*["']?(https?:\/\/[^\s"',}]+)/g;

/** A key of YAML, once. */
function key(name: string): RegExp {
  return new RegExp(collectorKey(name).source, "m");
}

function exporter(name: string, service: EndpointServiceName, text: string): Sign {
  return { pattern: key(name), exporter: name, service, text };
}

/** The sections of the CloudWatch agent's configuration, in JSON. */
const CLOUDWATCH_AGENT: readonly Sign[] = [
  { pattern: /"traces"\s*:/, service: "xray", text: XRAY },
  { pattern: /"metrics"\s*:/, service: "monitoring", text: "the CloudWatch agent sends metrics to CloudWatch" },
  { pattern: /"logs"\s*:/, service: "logs", text: "the CloudWatch agent writes to CloudWatch Logs" },
  { pattern: /"role_arn"\s*:/, service: "sts", text: ROLE },
];

/** The variables in which collectors take their configuration. */
const CONFIGURATIONS: ReadonlyMap<string, readonly Sign[]> = new Map([
  ["AOT_CONFIG_CONTENT", OPENTELEMETRY],
  ["SPLUNK_CONFIG_YAML", OPENTELEMETRY],
  ["CW_CONFIG_CONTENT", CLOUDWATCH_AGENT],
]);

const COMMON = { rule: "telemetry", by: "task-role", failure: FAILURES.telemetry } as const;

/** Collectors of traces and metrics beside the application, which send with the task role while the task runs. */
export const telemetry: AskRule = {
  source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  *asks({ containers, context }) {
    for (const [name, container] of containers) yield* collector(container, `containers.${name}`, context);
  },
};

function* collector(container: Container, path: string, context: AskContext): Generator<AskFinding> {
  const image = imageName(container.image);
  if (isXrayDaemon(image)) {
    yield { ...COMMON, service: "xray", text: XRAY, path: `${path}.image` };
  }
  yield* asksForConfiguration(container, path, context);
  let configured = false;
  for (const { content, signs, place } of configurationsOf(container)) {
    const sender = { ...COMMON, name: "the collector", path: `${path}.${place}` };
    configured = saysWhere(content, signs);
    for (const sign of signs) yield* asksOfSign(sign, `${content}`, sender.path, context);
    if (signs === OPENTELEMETRY) yield* asksOfWorkspaces(`${content}`, sender.path, context);
    for (const host of hostsIn(content)) {
      if (!isReachableHost(host, context.reachableHosts)) yield* asksToHost(host, sender, context) ?? [];
    }
  }
  const agent = agentOf(image, container);
  if (configured || agent === undefined) return;
  const { domain } = agent;
  if (domain !== undefined && context.reachableHosts.some((host) => isReachableHost(host, [domain]))) return;
  yield {
    remark: issue("telemetry-destination-unknown", {
      path: `${path}.image`,
      problem: `where the collector "${agent.image}" sends is not said in the task`,
      fix: inEachLanguage(({ uses, reachableHost }) =>
        domain === undefined
          ? `name the services that it calls, for example ${uses("xray", "logs", "monitoring")}`
          : `see to it that the task reaches the hosts of ${domain}, which no endpoint of AWS's services leads to, and say so: ${reachableHost(domain)}`,
      ),
    }),
  };
}

const DOWNLOADS = {
  s3: "the collector downloads its configuration from S3",
  secretsmanager: "the collector fetches its configuration from Secrets Manager",
} as const;

/** What it asks to get its configuration where that is in AWS. */
function* asksForConfiguration(container: Container, path: string, context: AskContext): Generator<AskFinding> {
  for (const place of configurationPlaces(container)) {
    if (place.from === "variable") continue;
    const ask = {
      ...COMMON,
      service: place.from,
      text: DOWNLOADS[place.from],
      failure: "the collector ends, and with it the task where the collector is essential",
      path: `${path}.command`,
    };
    yield* asksToRegion([ask], place.region, context, {
      name: "the configuration of the collector",
      fix: `keep a copy in ${context.surroundings.region}`,
    });
  }
}

/** A configuration of a collector, and the part of its container that says it. */
interface Configuration {
  readonly content: string;
  readonly signs: readonly Sign[];
  readonly place: string;
}

/** The configurations in sight. One in a variable comes before the one in the image. */
function configurationsOf(container: Container): readonly Configuration[] {
  const named = configurationPlaces(container).flatMap((place) =>
    place.from === "variable" ? [[place.name, OPENTELEMETRY] as const] : [],
  );
  const written = Array.from(new Map([...named, ...CONFIGURATIONS]), ([variable, signs]) => {
    const content = container.environment?.[variable];
    return content === undefined ? [] : [{ content, signs, place: `environment.${variable}` }];
  }).flat();
  const content = adotConfiguration(container);
  if (written.length > 0 || content === undefined) return written;
  return [{ content, signs: OPENTELEMETRY, place: "command" }];
}

function* asksOfSign(
  { pattern, exporter: name, service, text }: Sign,
  content: string,
  path: string,
  context: AskContext,
): Generator<AskFinding> {
  const ask = { ...COMMON, service, text, path };
  if (name !== undefined) {
    // A receiver or a processor may have the same name.
    for (const section of sectionsBelow(exportersIn(content), name)) {
      yield* asksToRegion([ask], exporterRegion(section), context, {
        name: `what the exporter ${name} writes to`,
        fix: `leave region out of the exporter, or write ${context.surroundings.region}`,
      });
    }
    return;
  }
  if (pattern.test(content)) yield ask;
}

function* asksOfWorkspaces(content: string, path: string, context: AskContext): Generator<AskFinding> {
  const ask = { ...COMMON, service: "aps-workspaces", text: PROMETHEUS, path } as const;
  for (const { region } of workspacesIn(content)) {
    yield* asksToRegion([ask], region, context, {
      name: "the workspace to which the collector writes",
      fix: `write to a workspace in ${context.surroundings.region}`,
    });
  }
}

/** Whether a configuration says to which services the collector sends, and to nothing else. */
function saysWhere(content: string, signs: readonly Sign[]): boolean {
  if (isUnresolved(content)) return false;
  if (signs !== OPENTELEMETRY) return true;
  const hosts = hostsIn(content);
  if (TO_A_HOST.test(content)) return hosts.length > 0 && hosts.every((host) => serviceOfHost(host) !== undefined);
  const exporters = exportersIn(content);
  return workspacesIn(content).length > 0 || OPENTELEMETRY_EXPORTERS.some(({ pattern }) => pattern.test(exporters));
}

/** The hosts to which exporters send. Those of workspaces are signs of their own. */
function hostsIn(content: string): readonly string[] {
  const hosts = Array.from(`${content}`.matchAll(ADDRESS), ([, address = ""]) => hostOf(address));
  return [...new Set(hosts)].filter((host) => !host.startsWith("aps-workspaces."));
}
