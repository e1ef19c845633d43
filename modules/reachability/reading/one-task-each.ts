import { byCodeUnits } from "../../text/code-units";
import { knownValue } from "../model/fact";
import type { Identity } from "../model/identity";
import type { RunningTask } from "../model/network-model";
import { startersOf } from "../model/starters";

/** A task, and whether what starts it gives it a name, as a service does. */
export interface StartedTask {
  readonly task: RunningTask;
  readonly isNamed: boolean;
}

/**
 * Each task once: what a schedule or a rule starts, and something before it starts as well in the same subnets with the same
 * security groups, makes the same calls on the same ways. Services stay apart.
 */
export function oneTaskEach(started: readonly StartedTask[]): readonly RunningTask[] {
  const tasks: RunningTask[] = [];
  const places = new Map<string, number>();
  for (const { task, isNamed } of started) {
    const key = keyOf(task);
    const place = key === undefined ? undefined : places.get(key);
    const same = place === undefined ? undefined : tasks[place];
    if (place === undefined || same === undefined || isNamed) {
      if (key !== undefined && place === undefined) places.set(key, tasks.length);
      tasks.push(task);
    } else if (!startersOf(same).includes(task.address)) {
      tasks[place] = { ...same, alsoStartedBy: [...(same.alsoStartedBy ?? []), task.address] };
    }
  }
  return tasks;
}

/** All of a task but its name and what starts it. @returns `undefined` where not all of what decides is known */
function keyOf({ address: _address, name: _name, ...task }: RunningTask): string | undefined {
  const [subnets, groups] = [knownValue(task.subnets), knownValue(task.securityGroups)];
  const reading = knownValue(task.reading);
  if (subnets === undefined || groups === undefined || reading === undefined) return undefined;
  // Its paths follow from the task definition.
  const { paths: _paths, unknown, ...calls } = reading;
  return JSON.stringify({
    ...task,
    subnets: textsOf(subnets),
    securityGroups: textsOf(groups),
    reading: { ...calls, unknown: [...unknown] },
  });
}

function textsOf(ids: readonly Identity[]): readonly string[] {
  return [...new Set(ids.map(({ text }) => text))].sort(byCodeUnits);
}
