import { isObject } from "../../../values/is-object";
import { navigate, type ValueStep } from "../expressions/navigate";
import { blocksAt, objectAt, type TerraformJson, textAt } from "../expressions/terraform-json";
import { unknownValue, type Value } from "../expressions/value";

/** Finds an output of another configuration that is proved together with this one. */
export type RemoteOutputs = (remoteState: TerraformJson, output: string) => Value | undefined;

/** What the steps behind a `terraform_remote_state` lead to. */
export function remoteOutput(
  remoteState: TerraformJson,
  address: string,
  [outputs, output, ...rest]: readonly ValueStep[],
  find: RemoteOutputs,
): Value {
  const name =
    output?.kind === "member"
      ? output.name
      : output?.kind === "index" && output.index.kind === "literal"
        ? output.index.value
        : undefined;
  if (outputs?.kind !== "member" || outputs.name !== "outputs" || typeof name !== "string") {
    return unknownValue(`${address} is the state of another configuration`);
  }
  const open = { kind: "reference", address, attribute: `outputs.${name}`, lack: "state" } as const;
  return navigate(find(remoteState, name) ?? open, rest);
}

/**
 * Whether a `terraform_remote_state` reads the state of a configuration: their backends are the same.
 *
 * cdktf writes the same configuration on both sides of a reference between stacks.
 */
export function readsStateOf(remoteState: TerraformJson, configuration: TerraformJson): boolean {
  const [type, backend] = backendOf(configuration);
  return type !== undefined && textAt(remoteState, "backend") === type && sameJson(remoteState["config"], backend);
}

function backendOf(configuration: TerraformJson): readonly [type: string | undefined, backend: unknown] {
  for (const terraform of blocksAt(configuration, "terraform")) {
    for (const [type, backend] of Object.entries(objectAt(terraform, "backend"))) {
      return [type, Array.isArray(backend) ? backend[0] : backend];
    }
    const [cloud] = blocksAt(terraform, "cloud");
    if (cloud !== undefined) return ["remote", cloud];
  }
  return [undefined, undefined];
}

/** What one side has beyond the other, such as locking, does not make another state. */
function sameJson(reading: unknown, writing: unknown): boolean {
  if (isObject(reading) && isObject(writing)) {
    const members = Object.entries(reading).filter(([, value]) => value !== null && value !== undefined);
    return members.length > 0 && members.every(([name, value]) => sameJson(value, writing[name]));
  }
  if (Array.isArray(reading) && Array.isArray(writing)) {
    return reading.length === writing.length && reading.every((item, index) => sameJson(item, writing[index]));
  }
  return reading === writing;
}
