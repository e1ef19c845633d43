import type { Cause } from "./cause";
import { ENDPOINT_CAUSES } from "./endpoint-causes";
import { GATEWAY_CAUSES } from "./gateway-causes";
import { MOUNT_CAUSES } from "./mount-causes";
import { PERMISSION_CAUSES } from "./permission-causes";
import { START_CAUSES } from "./start-causes";
import { THING_CAUSES } from "./thing-causes";

const TABLE = {
  ...ENDPOINT_CAUSES,
  ...GATEWAY_CAUSES,
  ...PERMISSION_CAUSES,
  ...MOUNT_CAUSES,
  ...THING_CAUSES,
  ...START_CAUSES,
};

/** Name of a cause; that of the issue where the proof finds it. */
export type CauseName = keyof typeof TABLE;

/** Every cause by its name. */
export const CAUSE_TABLE: Readonly<Record<CauseName, Cause>> = TABLE;

/** Whether the table has a cause of a name. */
export function isCauseName(name: string): name is CauseName {
  return Object.hasOwn(TABLE, name);
}
