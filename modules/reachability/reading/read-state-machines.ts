import { jsonDecode } from "../terraform/expressions/json-functions";
import { literal, type ObjectValue, unknownValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { memberOf } from "./facts";

/**
 * What a state machine of Step Functions hands over to ECS for each task that it starts, as the arguments of a service would
 * have it: its states of the integration `ecs:runTask`, wherever they are nested. Of a definition that is not JSON before
 * Terraform runs nothing is known.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-ecs.html
 */
export function tasksOfStateMachine(machine: TerraformResource): readonly ObjectValue[] {
  const definition = jsonDecode([machine.argument("definition")]);
  return definition === undefined ? [] : [...tasksIn(definition)];
}

function* tasksIn(value: Value): Generator<ObjectValue> {
  if (value.kind === "list") for (const item of value.items) yield* tasksIn(item);
  if (value.kind !== "object") return;
  if (runsTask(memberOf(value, "Resource"))) yield handedOver(value);
  else for (const member of Object.values(value.members)) yield* tasksIn(member);
}

/** `"arn:aws:states:::ecs:runTask.sync"`, in any partition and with any way of waiting. */
function runsTask(resource: Value): boolean {
  const end = resource.kind === "text" ? resource.parts.at(-1) : resource;
  return end?.kind === "literal" && /:states:::ecs:runTask(\.|$)/.test(String(end.value));
}

function handedOver(state: ObjectValue): ObjectValue {
  const given = ["Parameters", "Arguments"].map((name) => asArgument(memberOf(state, name)));
  const parameters = given.find((value) => value.kind === "object") ?? NOTHING;
  const network = memberOf(parameters, "network_configuration");
  const vpc = network.kind === "object" ? memberOf(network, "awsvpc_configuration") : network;
  return { kind: "object", members: { ...parameters.members, network_configuration: withFlag(vpc) } };
}

const NOTHING: ObjectValue = { kind: "object", members: {} };

/** Terraform has `true` where the API has a word. */
function withFlag(vpc: Value): Value {
  if (vpc.kind !== "object") return vpc;
  const publicIp = memberOf(vpc, "assign_public_ip");
  const isWord = publicIp.kind === "literal" && typeof publicIp.value === "string";
  const flag = isWord ? literal(publicIp.value === "ENABLED") : publicIp;
  return { kind: "object", members: { ...vpc.members, assign_public_ip: flag } };
}

/** A value with the names that Terraform has for its members. What only an execution knows is not known. */
function asArgument(value: Value): Value {
  if (value.kind === "literal" && /^\{%.*%\}$/s.test(String(value.value))) return FROM_EXECUTION;
  if (value.kind === "list") return { kind: "list", items: value.items.map(asArgument) };
  if (value.kind !== "object") return value;
  const members = Object.entries(value.members).map(([name, member]) => {
    const isPath = name.endsWith(".$");
    return [snakeCase(isPath ? name.slice(0, -2) : name), isPath ? FROM_EXECUTION : asArgument(member)] as const;
  });
  return { kind: "object", members: Object.fromEntries(members) };
}

function snakeCase(name: string): string {
  return name.replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_").toLowerCase();
}

const FROM_EXECUTION = unknownValue("it comes from the input of an execution");
