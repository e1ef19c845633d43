import type { ExecuteCommandOptions } from "../../task/execute-command";
import { knownValue } from "../model/fact";
import { isSymbolic, symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import { blocksFact, memberOf, notKnown, textFact } from "./facts";
import { identityFact, namesOf } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** What a cluster does with the sessions of ECS Exec. */
export interface SessionLogging {
  /** As the task has it: what is sure, and no logging where that is not known. */
  readonly executeCommand: true | ExecuteCommandOptions;
  /** Why there may be more. @default - that is all */
  readonly because?: string;
}

/** How the cluster logs and encrypts the sessions of ECS Exec. That of a cluster that is elsewhere is what somebody says. */
export function sessionLogging(
  cluster: Value,
  index: ResourceIndex,
  said: true | ExecuteCommandOptions | undefined,
): SessionLogging {
  const id = knownValue(identityFact(cluster, index));
  const found = id && clusters(index).get(id.text);
  if (found === undefined) return said === undefined ? notTold(elsewhere(cluster)) : { executeCommand: said };
  const configuration = blocksFact(found.argument("configuration"));
  if (!configuration.known) return notTold(configuration.because);
  const [outer] = configuration.value;
  if (outer === undefined) return { executeCommand: true };
  const command = blocksFact(memberOf(outer, "execute_command_configuration"));
  if (!command.known) return notTold(command.because);
  const [block] = command.value;
  return block === undefined ? { executeCommand: true } : ofBlock(block);
}

function ofBlock(command: ObjectValue): SessionLogging {
  const key = given("kmsKeyId", command, "kms_key_id");
  const logging = textFact(memberOf(command, "logging"), "DEFAULT");
  if (!logging.known) return notTold(logging.because, key);
  if (logging.value === "NONE" || logging.value === "DEFAULT") {
    return { executeCommand: { logging: logging.value, ...key } };
  }
  const log = blocksFact(memberOf(command, "log_configuration"));
  if (!log.known) return notTold(log.because, key);
  const [destination] = log.value;
  return {
    executeCommand: {
      logging: "OVERRIDE",
      ...key,
      ...given("cloudWatchLogGroupName", destination, "cloud_watch_log_group_name"),
      ...given("s3BucketName", destination, "s3_bucket_name"),
    },
  };
}

function notTold(because: string, sure: ExecuteCommandOptions = {}): SessionLogging {
  return { executeCommand: { logging: "NONE", ...sure }, because };
}

function elsewhere(cluster: Value): string {
  if (isAbsent(cluster))
    return 'no cluster is named, so that it is the one with the name "default", which is elsewhere';
  return isSymbolic(cluster) ? `the cluster ${symbolicText(cluster)} is elsewhere` : notKnown(cluster).because;
}

/** The clusters by their names and ARNs, and references to either. */
function clusters(index: ResourceIndex) {
  return index.byIdentity("aws_ecs_cluster", (cluster) => namesOf(cluster, index, ["name", "arn"]));
}

function given<Name extends string>(
  name: Name,
  block: ObjectValue | undefined,
  argument: string,
): { [N in Name]?: string } {
  const value = block && memberOf(block, argument);
  const result: { [N in Name]?: string } = {};
  if (value !== undefined && !isAbsent(value)) Object.assign(result, { [name]: symbolicText(value) });
  return result;
}
