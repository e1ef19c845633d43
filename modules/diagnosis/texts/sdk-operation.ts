import { isEndpointServiceName } from "../../aws/endpoint-services/endpoint-service-facts";

/** Names of services as SDKs have them, where they are not the short names of the endpoints. */
const SDK_NAMES: ReadonlyMap<string, string> = new Map([
  ["cloudwatch logs", "logs"],
  ["cloudwatch", "monitoring"],
  ["ecr", "ecr.api"],
  ["eventbridge", "events"],
  ["firehose", "kinesis-firehose"],
  ["kinesis", "kinesis-streams"],
  ["sfn", "states"],
]);

/** The service whose operation the SDK for Go (2) says has failed: `operation error SQS: SendMessage`. */
export function serviceOfOperation(text: string): string | undefined {
  const name = /\boperation error ([A-Za-z][A-Za-z0-9 ]*): [A-Z]/.exec(text)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  const short = SDK_NAMES.get(name) ?? name.replaceAll(" ", "");
  return isEndpointServiceName(short) ? short : undefined;
}
