import type { ExecuteCommandOptions } from "../../planning/task/execute-command";
import { knownValue } from "../model/fact";
import { symbolicText } from "../terraform/symbolic-text";
import { isAbsent, type ObjectValue, type Value } from "../terraform/value";
import { blocksFact, memberOf, textFact } from "./facts";
import { identityFact, identityOf } from "./identities";
import type { ResourceIndex } from "./resource-index";

/** How the cluster logs the sessions of ECS Exec, as the task has it. */
export function clusterLogging(cluster: Value, index: ResourceIndex): true | ExecuteCommandOptions {
  const id = knownValue(identityFact(cluster, index));
  const found = id && clusters(index).get(id.text);
  const configuration = firstBlock(found?.argument("configuration"));
  const command = configuration && firstBlock(memberOf(configuration, "execute_command_configuration"));
  if (command === undefined) return true;
  const log = firstBlock(memberOf(command, "log_configuration"));
  const logging = knownValue(textFact(memberOf(command, "logging"), "DEFAULT"));
  return {
    ...(logging === "NONE" || logging === "OVERRIDE" || logging === "DEFAULT" ? { logging } : {}),
    ...given("kmsKeyId", command, "kms_key_id"),
    ...given("cloudWatchLogGroupName", log, "cloud_watch_log_group_name"),
    ...given("s3BucketName", log, "s3_bucket_name"),
  };
}

/** The clusters by their names and ARNs, and references to either. */
function clusters(index: ResourceIndex) {
  return index.byIdentity("aws_ecs_cluster", (cluster) => {
    const names = ["name", "arn"].map((name) => symbolicText(cluster.attribute(name)));
    return [identityOf(cluster, index).text, ...names];
  });
}

function firstBlock(value: Value | undefined): ObjectValue | undefined {
  return value === undefined ? undefined : knownValue(blocksFact(value))?.[0];
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
