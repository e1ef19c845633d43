import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { asksToHost, type Sender } from "../../asks/asks-to-host";
import { asksToRegion } from "../../asks/asks-to-region";
import { FAILURES } from "../../asks/failures";
import { declaredCall, hostOf, isReachableHost, portOf } from "../../asks/reachable-host";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { isPort } from "../../aws/limits";
import { inEachLanguage } from "../../issues/fix";
import { issue } from "../../issues/issue";
import { isPending } from "../../values/pending";
import { FROM_ELSEWHERE } from "../../values/unresolved";
import type { FirelensPlugin, KnownFirelensPlugin } from "./firelens-plugin";
import type { LogDriverOptions, LogOptions } from "./log-driver-kind";
import { logHostAsks } from "./log-host-asks";
import { unknownDestination } from "./unknown-destination";

/** Where an output plugin sends: to a service of AWS's, to a domain of OpenSearch, to a host, or nowhere. */
type Destination =
  | { readonly service: EndpointServiceName; readonly title: string }
  | { readonly to: "domain" | "nowhere" }
  | {
      readonly to: "host";
      /** The host where no option names one. */
      readonly host: string;
    };

const LOGS = { service: "logs", title: "CloudWatch Logs" } as const;
const FIREHOSE = { service: "kinesis-firehose", title: "Amazon Data Firehose" } as const;
const KINESIS = { service: "kinesis-streams", title: "Kinesis Data Streams" } as const;

/**
 * Sources: https://docs.fluentbit.io/manual/pipeline/outputs, the page of each plugin; of those that vendors add to their images
 * https://github.com/newrelic/newrelic-fluent-bit-output and
 * https://grafana.com/docs/loki/latest/send-data/fluentbit/community-plugin
 */
const DESTINATION_OF_PLUGIN: Readonly<Record<KnownFirelensPlugin, Destination>> = {
  cloudwatch: LOGS,
  cloudwatch_logs: LOGS,
  firehose: FIREHOSE,
  kinesis_firehose: FIREHOSE,
  kinesis: KINESIS,
  kinesis_streams: KINESIS,
  s3: { service: "s3", title: "S3" },
  opensearch: { to: "domain" },
  es: { to: "domain" },
  datadog: { to: "host", host: "http-intake.logs.datadoghq.com" },
  splunk: { to: "host", host: "127.0.0.1" },
  http: { to: "host", host: "127.0.0.1" },
  opentelemetry: { to: "host", host: "127.0.0.1" },
  newrelic: { to: "host", host: "log-api.newrelic.com" },
  nrlogs: { to: "host", host: "log-api.newrelic.com" },
  loki: { to: "host", host: "127.0.0.1" },
  "grafana-loki": { to: "host", host: "localhost" },
  null: { to: "nowhere" },
  stdout: { to: "nowhere" },
};
const DESTINATIONS: ReadonlyMap<string, Destination> = new Map(Object.entries(DESTINATION_OF_PLUGIN));

/** The options in which plugins take the host, or an address with it. Those with "hec" are Fluentd's. */
const HOST_OPTIONS = ["host", "endpoint", "base_uri", "url", "hec_host", "hec_endpoint"];

/** The options in which they take the port. */
const PORT_OPTIONS = ["port", "hec_port"];

/** A driver as far as it says where the router sends. */
export interface FirelensOutput {
  readonly plugin?: FirelensPlugin;
  readonly options?: LogOptions;
  readonly secretOptions?: LogDriverOptions["secretOptions"];
}

const ROUTER = { rule: "firelens", by: "task-role", failure: FAILURES.logRouter } as const;

/** What the log router asks. It sends from within the task, with the task role, while the task runs. */
export function* firelensAsks(driver: FirelensOutput, path: string, context: AskContext): Generator<AskFinding> {
  // A name that is spelt otherwise is an error, and still the name that is meant.
  const plugin = driver.plugin ?? option(driver, ["name"]);
  const destination = plugin === undefined ? undefined : DESTINATIONS.get(`${plugin}`.toLowerCase());
  if (destination === undefined) yield* unknownOutputAsks(driver, path, context);
  else if ("service" in destination) {
    const { service, title } = destination;
    const ask = { ...ROUTER, service, text: `the log router writes to ${title}`, path } as const;
    const role = { ...ask, service: "sts", text: "the log router takes another role" } as const;
    const asks = option(driver, ["role_arn"]) === undefined ? [ask] : [ask, role];
    yield* asksToRegion(asks, option(driver, ["region"]), context, {
      name: `the destination of the plugin "${plugin}"`,
      fix: `send to ${title} in ${context.surroundings.region}`,
    });
  } else if (destination.to !== "nowhere") {
    const address = option(driver, HOST_OPTIONS) ?? ("host" in destination ? destination.host : undefined);
    // An empty host is no place, and ECS registers it: a pipeline or the image may fill it in.
    if (isPending(address) || address?.trim() === "") {
      yield { remark: unknownDestination(pluginName(plugin), path) };
      return;
    }
    const host = address === undefined ? undefined : hostOf(address);
    if (host === undefined) yield { remark: unknownDomain(host, path) };
    else if (isReachableHost(host, context.reachableHosts)) {
      yield* declaredCall(destinationOf(driver, host, address, path));
    } else if (destination.to === "domain") {
      yield* asksToHost(host, sender(plugin, path), context) ?? [{ remark: unknownDomain(host, path) }];
    } else {
      const unreachable = unreachableHost(String(plugin), host, path);
      const outside = destinationOf(driver, host, address, path);
      yield* logHostAsks(host, sender(plugin, path), context, { unreachable, outside });
    }
  }
}

/** The port is an option, or part of the address. */
function destinationOf(driver: FirelensOutput, host: string, address: string | undefined, path: string) {
  const said = Number(option(driver, PORT_OPTIONS));
  const port = isPort(said) ? { port: said } : portOf(address ?? "");
  return { kind: "log-destination", host, ...port, path } as const;
}

/** An output that is not understood may name the host of a service, or one that the task reaches. */
function* unknownOutputAsks(driver: FirelensOutput, path: string, context: AskContext): Generator<AskFinding> {
  const { plugin } = driver;
  const address = plugin === undefined ? undefined : option(driver, HOST_OPTIONS);
  const host = address === undefined || isPending(address) ? "" : hostOf(address);
  if (address !== undefined && isReachableHost(host, context.reachableHosts)) {
    yield* declaredCall(destinationOf(driver, host, address, path));
    return;
  }
  yield* asksToHost(host, sender(plugin, path), context) ?? [{ remark: unknownOutput(plugin, path) }];
}

function sender(plugin: string | undefined, path: string): Sender {
  return { ...ROUTER, name: pluginName(plugin), path };
}

function pluginName(plugin: string | undefined): string {
  return `the log router's plugin "${plugin}"`;
}

/** The value of the first of some options. Fluent Bit takes them in any case: `Host`, `host`. Of a secret it is unknown. */
function option({ options, secretOptions }: FirelensOutput, names: readonly string[]): string | undefined {
  const has = ([key]: readonly [string, unknown]) => names.includes(key.toLowerCase());
  const said = Object.entries(options ?? {}).find(has)?.[1];
  return said ?? (Object.entries(secretOptions ?? {}).some(has) ? FROM_ELSEWHERE : undefined);
}

function unknownOutput(plugin: string | undefined, path: string) {
  return issue("firelens-output-unknown", {
    path,
    problem:
      plugin === undefined
        ? "where the log router sends is not said in the task"
        : `where the log router's plugin "${plugin}" sends is not known`,
    fix: inEachLanguage(
      ({ uses }) =>
        `if it calls services of AWS's, name them, for example ${uses("logs")}; any other host has to be in reach of the VPC`,
    ),
  });
}

/** A collection has no address in the VPC. Source: https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-vpc.html */
function unknownCollection(host: string, path: string) {
  return issue("opensearch-domain-unverified", {
    path,
    problem: `whether the collection "${host}" of OpenSearch Serverless is reached from the VPC is not known`,
    why: "an endpoint that OpenSearch Serverless makes leads to it, which is none of those that EC2 makes",
    fix: inEachLanguage(
      ({ reachableHost }) =>
        `make one for the VPC (aws opensearchserverless create-vpc-endpoint), let the collection's network policy admit it, and say so with ${reachableHost(host)}`,
    ),
  });
}

function unknownDomain(host: string | undefined, path: string) {
  if (host !== undefined && /\.aoss\./.test(host)) return unknownCollection(host, path);
  return issue("opensearch-domain-unverified", {
    path,
    problem: `whether the OpenSearch domain${host === undefined ? "" : ` "${host}"`} is in the VPC is not known`,
    fix: inEachLanguage(
      ({ reachableHost }) => `use a domain in the VPC, and say so with ${reachableHost(host ?? "the domain's host")}`,
    ),
  });
}

function unreachableHost(plugin: string, host: string, path: string) {
  return issue("log-destination-unreachable", {
    path,
    problem: `the log router's plugin "${plugin}" sends to "${host}", to which no VPC endpoint leads`,
    why: "it is not an AWS service; without an internet route nothing arrives",
    fix: inEachLanguage(
      ({ reachableHost }) =>
        `if the task reaches it through its VPC, for example by the vendor's own endpoint service, write its host as an option of the plugin and ${reachableHost(host)}; otherwise send to CloudWatch Logs or Amazon Data Firehose`,
    ),
  });
}
