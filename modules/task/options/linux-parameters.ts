import { type Issue, issue } from "../../issues/issue";
import { asWritten } from "../../text/words";
import type { JsonValue } from "../../values/json-value";
import { isPending, isPendingNumber } from "../../values/pending";
import { given } from "../json/given";
import type { ContainerOption } from "./container-option";
import { isPlainNumber, isPlainText, isPlainTruth, listOf, onlyMembers } from "./plain-values";

/** What Fargate takes of the parameters of Linux. */
export interface LinuxParameters {
  /** Whether a process of its own passes signals on and removes processes that have ended. @default false */
  readonly initProcessEnabled?: boolean;
  /** Capabilities of the kernel. @default - those that every container has */
  readonly capabilities?: LinuxCapabilities;
  /** File systems in memory. Not on Windows. @default - none */
  readonly tmpfs?: readonly Tmpfs[];
}

/** Capabilities beside, or without, those that every container has. */
export interface LinuxCapabilities {
  /** Capabilities to add; Fargate lets add one only. @default - none */
  readonly add?: readonly "SYS_PTRACE"[];
  /** Capabilities to take away, for example `["ALL"]`. @default - none */
  readonly drop?: readonly string[];
}

/** A file system in memory. */
export interface Tmpfs {
  /** Where the container sees it. */
  readonly containerPath: string;
  /** Its most, in MiB. */
  readonly size: number;
  /** For example `["noexec"]`. @default - none */
  readonly mountOptions?: readonly string[];
}

export const linuxParametersOption: ContainerOption<LinuxParameters> = {
  read(field) {
    const members = onlyMembers(field, ["initProcessEnabled", "capabilities", "tmpfs"]);
    if (members === undefined) return undefined;
    const { initProcessEnabled } = members;
    const init = isPlainTruth(initProcessEnabled) ? initProcessEnabled : undefined;
    const read = given({
      initProcessEnabled: init,
      capabilities: readCapabilities(members["capabilities"]),
      tmpfs: readTmpfs(members["tmpfs"]),
    });
    return Object.keys(members).length === Object.keys(read).length ? read : undefined;
  },
  write: ({ tmpfs, capabilities, ...parameters }) =>
    given({ ...parameters, capabilities: capabilities && given({ ...capabilities }), tmpfs: tmpfs?.map(writeTmpfs) }),
  *check({ capabilities, tmpfs = [] }, path) {
    yield* checkCapabilities(capabilities?.add, `${path}.capabilities.add`);
    for (const [index, each] of tmpfs.entries()) yield* checkTmpfs(each, `${path}.tmpfs[${index}]`);
  },
};

function readCapabilities(field: JsonValue | undefined): LinuxCapabilities | undefined {
  const members = onlyMembers(field, ["add", "drop"]);
  const isAddable = (value: JsonValue): value is "SYS_PTRACE" => value === "SYS_PTRACE";
  const read = given({ add: listOf(members?.["add"], isAddable), drop: listOf(members?.["drop"], isPlainText) });
  return Object.keys(members ?? { none: true }).length === Object.keys(read).length ? read : undefined;
}

function readTmpfs(field: JsonValue | undefined): readonly Tmpfs[] | undefined {
  if (!Array.isArray(field) || isPending(field)) return undefined;
  const read = field.flatMap((element: JsonValue): readonly Tmpfs[] => {
    const { containerPath, size, mountOptions } = onlyMembers(element, ["containerPath", "size", "mountOptions"]) ?? {};
    const options = listOf(mountOptions, isPlainText);
    if (!isPlainText(containerPath) || !isPlainNumber(size)) return [];
    if (mountOptions !== undefined && options === undefined) return [];
    return [{ containerPath, size, ...given({ mountOptions: options }) }];
  });
  return read.length === field.length ? read : undefined;
}

function writeTmpfs({ containerPath, size, mountOptions }: Tmpfs): JsonValue {
  return given({ containerPath, size, mountOptions });
}

/** Source: Amazon ECS Developer Guide, "Task definition differences for Fargate", read 2026-11-20. */
function* checkCapabilities(added: readonly string[] = [], path: string): Generator<Issue> {
  for (const capability of added) {
    if (capability === "SYS_PTRACE" || isPending(capability)) continue;
    yield issue("field-refused", {
      path,
      problem: `the container adds the capability ${JSON.stringify(capability)}`,
      why: "on Fargate only SYS_PTRACE can be added",
      fix: "remove it",
    });
  }
}

function* checkTmpfs({ containerPath, size }: Tmpfs, path: string): Generator<Issue> {
  if (!isPendingNumber(size) && !(Number.isInteger(size) && size >= 1)) {
    yield issue("container-option-invalid", {
      path: `${path}.size`,
      problem: `a file system in memory cannot have ${asWritten(size)} MiB`,
      why: "ECS takes whole numbers from 1",
      fix: "write its most in MiB, for example 64",
    });
  }
  if (isPending(containerPath) || containerPath.startsWith("/")) return;
  yield issue("container-option-invalid", {
    path: `${path}.containerPath`,
    problem: `"${containerPath}" is not an absolute path`,
    why: "a file system is mounted at an absolute path of the container",
    fix: `write "/${containerPath.replace(/^[./]+/, "")}"`,
  });
}
