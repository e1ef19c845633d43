import { askFindings } from "../../planning/rules/asks-of";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import { apiRequests, keyRequests } from "../calls/api-requests";
import type { TaskSite } from "../calls/call";
import { placeOf } from "../calls/task-place";
import { decryptions } from "../checks/decryptions";
import type { ApiRequest } from "../model/api-request";
import type { RunningTask } from "../model/network-model";
import { planSurroundings } from "./site-surroundings";

/** What the roles of a task ask. */
export interface AskedRights {
  readonly task: RunningTask;
  readonly requests: readonly ApiRequest[];
  /** Whether that is all that ECS asks for the task. */
  readonly isWhole: boolean;
  /** Whether it says what the application calls. */
  readonly saysCalls: boolean;
}

/** What the roles of a task ask of services and keys, also where no endpoint is needed for it. */
export function askedRights(site: TaskSite, { task, unknown, issues }: TaskDefinitionReading): AskedRights {
  const place = placeOf(site);
  const requests = [...(task === undefined ? [] : askFindings(task, planSurroundings(site)))].flatMap((found) => {
    if (!("service" in found)) return [];
    const { service, region } = found;
    const asked = apiRequests(found, place);
    const call = { ...site, service, requests: asked, ...(region === undefined ? {} : { region }) };
    return [...asked, ...keyRequests(found, place), ...decryptions(call)];
  });
  return {
    task: site.task,
    requests,
    isWhole: task !== undefined && unknown.size === 0 && !issues.some(({ code }) => code === "field-unresolved"),
    saysCalls: (task?.grants ?? []).length > 0,
  };
}
