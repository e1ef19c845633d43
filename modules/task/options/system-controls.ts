import { issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isPending } from "../../values/pending";
import type { ContainerOption } from "./container-option";
import { isPlainText, onlyMembers } from "./plain-values";

/** The parameters of the namespace IPC. Those of networks begin with `net.`, those of queues with `fs.mqueue.`. */
const OF_IPC = [
  "kernel.msgmax",
  "kernel.msgmnb",
  "kernel.msgmni",
  "kernel.sem",
  "kernel.shmall",
  "kernel.shmmax",
  "kernel.shmmni",
  "kernel.shm_rmid_forced",
] as const;

/** Source: Amazon ECS API Reference, SystemControl, which says that Fargate takes all of them, read 2026-11-28. */
export const systemControlsOption: ContainerOption<Readonly<Record<string, string>>> = {
  read(field) {
    if (!Array.isArray(field) || isPending(field)) return undefined;
    const values: Record<string, string> = {};
    for (const element of field) {
      const { namespace, value } = onlyMembers(element, ["namespace", "value"]) ?? {};
      if (!isPlainText(namespace) || !isPlainText(value) || Object.hasOwn(values, namespace)) return undefined;
      values[namespace] = value;
    }
    return values;
  },
  write: (values) => Object.entries(values).map(([namespace, value]) => ({ namespace, value })),
  *check(values, path) {
    for (const name of Object.keys(values)) {
      if (isPending(name) || /^(?:net|fs\.mqueue)\../.test(name) || OF_IPC.some((each) => each === name)) continue;
      const meant = nearest(name, OF_IPC);
      yield issue("container-option-invalid", {
        path: `${path}["${name}"]`,
        problem: `"${name}" is not a parameter of the kernel that a container can set`,
        why: `ECS takes those that begin with net. or fs.mqueue., and ${OF_IPC.join(", ")}`,
        fix: meant === undefined ? "remove it" : `write "${meant}"`,
      });
    }
  },
};
