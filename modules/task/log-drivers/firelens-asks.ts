import type { AskFinding } from "../../asks/ask";
import type { AskContext } from "../../asks/ask-context";
import { asksToRegion } from "../../asks/asks-to-region";
import { FAILURES } from "../../asks/failures";
import { hostOf, isReachableHost } from "../../asks/reachable-host";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { issue } from "../../issues/issue";
import { isUnresolved } from "../../values/unresolved";
import type { FirelensPlugin, KnownFirelensPlugin } from "./firelens-plugin";
import type { LogOptions } from "./log-driver-kind";

/** Where an output plugin sends: to a service of AWS's, to a domain of OpenSearch, to a host, or nowhere. */
type Destination =
  | { readonly service: EndpointServiceName; readonly title: string }
  | { readonly to: "domain" | "host" | "nowhere" };

const LOGS = { service: "logs", title: "CloudWatch Logs" } as const;
const FIREHOSE = { service: "kinesis-firehose", title: "Amazon Data Firehose" } as const;
const KINESIS = { service: "kinesis-streams", title: "Kinesis Data Streams" } as const;

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
  datadog: { to: "host" },
  splunk: { to: "host" },
  http: { to: "host" },
  null: { to: "nowhere" },
  stdout: { to: "nowhere" },
};
const DESTINATIONS: ReadonlyMap<string, Destination> = new Map(Object.entries(DESTINATION_OF_PLUGIN));

/** A driver as far as it says where the router sends. */
export interface FirelensOutput {
  readonly plugin?: FirelensPlugin;
  readonly options?: LogOptions;
}

/** What the log router asks. It sends from within the task, with the task role, while the task runs. */
export function* firelensAsks(driver: FirelensOutput, path: string, context: AskContext): Generator<AskFinding> {
  const { plugin } = driver;
  const destination = plugin === undefined ? undefined : DESTINATIONS.get(plugin);
  if (destination === undefined) {
    yield { remark: unknownOutput(plugin, path) };
  } else if ("service" in destination) {
    const { service, title } = destination;
    const text = `the log router writes to ${title}`;
    const ask = { rule: "firelens", service, by: "task-role", text, failure: FAILURES.logRouter, path } as const;
    yield* asksToRegion([ask], option(driver, "region"), context, {
      name: `the destination of the plugin "${plugin}"`,
      fix: `send to ${title} in ${context.surroundings.region}`,
    });
  } else if (destination.to !== "nowhere") {
    const address = option(driver, "host");
    if (isUnresolved(address)) return;
    const host = address === undefined ? undefined : hostOf(address);
    if (host !== undefined && isReachableHost(host, context.reachableHosts)) return;
    if (destination.to === "domain") yield { remark: unknownDomain(host, path) };
    else {
      const unreachable = unreachableHost(String(plugin), host, path);
      yield { unreachable, outside: { kind: "log-destination", path } };
    }
  }
}

/** Fluent Bit takes its options in any case: `Host`, `host`. */
function option({ options }: FirelensOutput, name: string): string | undefined {
  return Object.entries(options ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

function unknownOutput(plugin: string | undefined, path: string) {
  return issue("firelens-output-unknown", {
    path,
    problem:
      plugin === undefined
        ? "where the log router sends is not said in the task"
        : `where the log router's plugin "${plugin}" sends is not known`,
    fix: 'name the services that it calls, for example uses: ["logs"]',
  });
}

function unknownDomain(host: string | undefined, path: string) {
  return issue("opensearch-domain-unverified", {
    path,
    problem: `whether the OpenSearch domain${host === undefined ? "" : ` "${host}"`} is in the VPC is not known`,
    fix: `use a domain in the VPC, and say so with reachableHosts: ["${host ?? "the domain's host"}"]`,
  });
}

function unreachableHost(plugin: string, host: string | undefined, path: string) {
  const where = host === undefined ? "a host on the internet" : `"${host}"`;
  return issue("log-destination-unreachable", {
    path,
    problem: `the log router's plugin "${plugin}" sends to ${where}, to which no VPC endpoint leads`,
    why: "it is not an AWS service; without an internet route nothing arrives",
    fix: `if the task reaches it through its VPC, for example by the vendor's own endpoint service, write its host as an option of the plugin and reachableHosts: ["${host ?? "its host"}"]; otherwise send to CloudWatch Logs or Amazon Data Firehose`,
  });
}
