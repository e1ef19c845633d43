import { knownValue } from "../model/fact";
import type { RunningTask } from "../model/network-model";
import type { TaskPlace } from "./symbolic-arns";

/** Where a task runs, as ARNs say it. */
export function placeOf({ task: { region, account } }: { readonly task: RunningTask }): TaskPlace {
  const own = knownValue(region);
  return own === undefined ? { account } : { account, region: own };
}
