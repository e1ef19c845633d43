import type { PlatformVersionNumber } from "../aws/platform-version";
import type { PlanSurroundings } from "./plan-surroundings";

/** What decides, besides a part of a task, what that part asks. */
export interface AskContext {
  readonly surroundings: PlanSurroundings;
  /** The platform version that runs, with `LATEST` and the default resolved. */
  readonly platformVersion: PlatformVersionNumber;
  readonly isWindows: boolean;
  /** Hosts that the task declares reachable. */
  readonly reachableHosts: readonly string[];
}
