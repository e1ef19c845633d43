import { arnRegion } from "../../aws/arn-region";
import { isRegion, regionOfZone } from "../../aws/region";
import { ownMember } from "../../values/own-member";
import type { MessageContext } from "./message";
import { placementOf } from "./placement-of";

/** Members of tasks, services and events whose ARN has the Region. */
const ARNS = ["taskArn", "serviceArn", "clusterArn", "taskDefinitionArn", "taskDefinition"];

/** What an object of ECS's JSON tells of the task that messages in it are about. */
export function contextOf(object: object, around: MessageContext): MessageContext {
  const member = (name: string) => textOf(object, name);
  const arns = ARNS.flatMap((name) => member(name) ?? []);
  const zone = member("availabilityZone");
  const regions = [...arns.map(arnRegion), ...[member("region"), member("awsRegion")].filter(isKnownRegion)];
  const region = regions.find(isKnownRegion) ?? (zone === undefined ? undefined : regionOfZone(zone)) ?? around.region;
  const own = [member("serviceName"), serviceOfGroup(member("group")), familyOf(arns)].flatMap((name) => name ?? []);
  const placement = placementOf(object) ?? around.placement;
  return {
    ...(region === undefined ? {} : { region }),
    tasks: own.length > 0 ? own : around.tasks,
    ...(placement === undefined ? {} : { placement }),
  };
}

/** What an object tells without words: an agent of ECS Exec that does not run, a task that did not start for no given reason. */
export function* agentMessages(object: object): Generator<string> {
  const status = textOf(object, "lastStatus");
  if (textOf(object, "name") === "ExecuteCommandAgent" && (status === "STOPPED" || status === "PENDING")) {
    yield `ExecuteCommandAgent is ${status}${described(textOf(object, "reason"))}`;
  }
  if (textOf(object, "stopCode") === "TaskFailedToStart" && (textOf(object, "stoppedReason") ?? "") === "") {
    yield "TaskFailedToStart without a reason";
  }
}

function described(reason: string | undefined): string {
  return reason === undefined ? "" : `: ${reason}`;
}

function textOf(object: object, name: string): string | undefined {
  const value = ownMember<unknown>({ ...object }, name);
  return typeof value === "string" ? value : undefined;
}

function isKnownRegion(region: string | undefined): region is string {
  return region !== undefined && isRegion(region);
}

/** A task of a service has the group `service:NAME`. */
function serviceOfGroup(group: string | undefined): string | undefined {
  return group === undefined ? undefined : /^service:(.+)$/.exec(group)?.[1];
}

function familyOf(arns: readonly string[]): string | undefined {
  return arns.flatMap((arn) => /:task-definition\/([^:]+)/.exec(arn)?.[1] ?? [])[0];
}
