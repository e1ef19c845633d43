import type { AskFinding } from "../../asks/ask";
import { FAILURES } from "../../asks/failures";
import type { EndpointServiceName } from "../../aws/endpoint-services/catalog";
import { issue } from "../../issues/issue";
import type { Container } from "../../task/container";
import { imageName } from "../../task/images/container-image";
import { isUnresolved } from "../../values/unresolved";
import type { AskRule } from "./ask-rule";

/** A sign in a collector's configuration, and the service to which it sends then. */
interface Sign {
  readonly pattern: RegExp;
  readonly service: EndpointServiceName;
  readonly text: string;
}

const XRAY = "the collector sends traces to X-Ray";
const EMF = "the collector writes metrics as logs to CloudWatch Logs";

/** The exporters of the AWS Distro for OpenTelemetry, in YAML. */
const OPENTELEMETRY: readonly Sign[] = [
  { pattern: /^\s*awsxray(?:\/[\w-]+)?\s*:/m, service: "xray", text: XRAY },
  { pattern: /^\s*awsemf(?:\/[\w-]+)?\s*:/m, service: "logs", text: EMF },
  {
    pattern: /aps-workspaces\./,
    service: "aps-workspaces",
    text: "the collector writes metrics to Managed Service for Prometheus",
  },
  { pattern: /^\s*assume_role\s*:/m, service: "sts", text: "the collector takes another role" },
];

/** The sections of the CloudWatch agent's configuration, in JSON. */
const CLOUDWATCH_AGENT: readonly Sign[] = [
  { pattern: /"traces"\s*:/, service: "xray", text: XRAY },
  { pattern: /"metrics"\s*:/, service: "monitoring", text: "the CloudWatch agent sends metrics to CloudWatch" },
  { pattern: /"logs"\s*:/, service: "logs", text: "the CloudWatch agent writes to CloudWatch Logs" },
];

/** The variables in which collectors take their configuration. */
const CONFIGURATIONS: ReadonlyMap<string, readonly Sign[]> = new Map([
  ["AOT_CONFIG_CONTENT", OPENTELEMETRY],
  ["CW_CONFIG_CONTENT", CLOUDWATCH_AGENT],
]);

/** Collectors whose configuration may be out of sight, by the name of their image. */
const COLLECTORS = /\/(aws-otel-collector|cloudwatch-agent)(?=[:@]|$)/;
const XRAY_DAEMON = /\/aws-xray-daemon(?=[:@]|$)/;

const COMMON = { rule: "telemetry", by: "task-role", failure: FAILURES.telemetry } as const;

/** Collectors of traces and metrics beside the application, which send with the task role while the task runs. */
export const telemetry: AskRule = {
  source: "https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html",
  *asks({ containers }) {
    for (const [name, container] of containers) yield* collector(container, `containers.${name}`);
  },
};

function* collector(container: Container, path: string): Generator<AskFinding> {
  const image = imageName(container.image);
  if (XRAY_DAEMON.test(image)) {
    yield { ...COMMON, service: "xray", text: XRAY, path: `${path}.image` };
  }
  let configured = false;
  for (const [variable, signs] of CONFIGURATIONS) {
    const content = container.environment?.[variable];
    if (content === undefined) continue;
    configured = !isUnresolved(content);
    for (const { pattern, service, text } of signs) {
      if (!pattern.test(content)) continue;
      yield { ...COMMON, service, text, path: `${path}.environment.${variable}` };
    }
  }
  const name = COLLECTORS.exec(image)?.[1];
  if (configured || name === undefined) return;
  yield {
    remark: issue("telemetry-destination-unknown", {
      path: `${path}.image`,
      problem: `where the collector "${name}" sends is not said in the task`,
      fix: 'name the services that it calls, for example uses: ["xray", "logs", "monitoring"]',
    }),
  };
}
