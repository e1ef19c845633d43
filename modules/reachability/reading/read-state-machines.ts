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
  return handedOver(machine, RUN_TASK).map(withNetwork);
}

/**
 * What a state machine hands over to AWS Batch for each job that it submits, under the names of arguments.
 *
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/connect-batch.html
 */
export function jobsOfStateMachine(machine: TerraformResource): readonly ObjectValue[] {
  return handedOver(machine, SUBMIT_JOB);
}

/** `"arn:aws:states:::ecs:runTask.sync"`, in any partition and with any way of waiting. */
const RUN_TASK = /:states:::ecs:runTask(\.|$)/;
const SUBMIT_JOB = /:states:::(?:aws-sdk:)?batch:submitJob(\.|$)/;

function handedOver(machine: TerraformResource, integration: RegExp): readonly ObjectValue[] {
  const definition = jsonDecode([machine.argument("definition")]);
  return definition === undefined ? [] : [...statesIn(definition, integration)].map(parametersOf);
}

function* statesIn(value: Value, integration: RegExp): Generator<ObjectValue> {
  if (value.kind === "list") for (const item of value.items) yield* statesIn(item, integration);
  if (value.kind !== "object") return;
  if (isOf(integration, memberOf(value, "Resource"))) yield value;
  else for (const member of Object.values(value.members)) yield* statesIn(member, integration);
}

function isOf(integration: RegExp, resource: Value): boolean {
  const end = resource.kind === "text" ? resource.parts.at(-1) : resource;
  return end?.kind === "literal" && integration.test(String(end.value));
}

function parametersOf(state: ObjectValue): ObjectValue {
  const given = ["Parameters", "Arguments"].map((name) => asArgument(memberOf(state, name)));
  return given.find((value) => value.kind === "object") ?? NOTHING;
}

function withNetwork(parameters: ObjectValue): ObjectValue {
  const network = memberOf(parameters, "network_configuration");
  const vpc = network.kind === "object" ? memberOf(network, "awsvpc_configuration") : network;
  return { kind: "object", members: { ...parameters.members, network_configuration: withPublicIpFlag(vpc) } };
}

const NOTHING: ObjectValue = { kind: "object", members: {} };

/** Terraform has `true` where the API has a word. */
export function withPublicIpFlag(vpc: Value): Value {
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
