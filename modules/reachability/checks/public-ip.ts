import type { RunningTask } from "../model/network-model";
import { type Truth, truthOf } from "../model/truth";

/** Whether a task gets a public address. */
export function hasPublicIp({ publicIp }: RunningTask): Truth {
  return publicIp.known ? truthOf(publicIp.value) : "unknown";
}
