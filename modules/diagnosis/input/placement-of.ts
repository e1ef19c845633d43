import { ownMember } from "../../values/own-member";
import type { TaskPlacement } from "./message";

/**
 * Where a task runs: a service has the whole network configuration, a task has the subnet among the details of its network
 * interface.
 */
export function placementOf(object: object): TaskPlacement | undefined {
  const network = memberOf(memberOf(object, "networkConfiguration"), "awsvpcConfiguration");
  const subnets = textsIn(memberOf(network, "subnets"));
  if (subnets.length > 0) return { subnets, securityGroups: textsIn(memberOf(network, "securityGroups")) };
  const details = listIn(memberOf(object, "attachments")).flatMap((each) => listIn(memberOf(each, "details")));
  const ofTask = details.flatMap((each) =>
    memberOf(each, "name") === "subnetId" ? textsIn([memberOf(each, "value")]) : [],
  );
  return ofTask.length > 0 ? { subnets: ofTask } : undefined;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? ownMember<unknown>({ ...value }, name) : undefined;
}

function listIn(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsIn(value: unknown): readonly string[] {
  return listIn(value).filter((each) => typeof each === "string");
}
