import { either, flag, list, type MembersOf, number, object, record, required, text } from "../../shapes/shape";
import type { ContainerOptions } from "./container-options";
import type { LinuxCapabilities, LinuxParameters, Tmpfs } from "./linux-parameters";
import type { RestartPolicy } from "./restart-policy";
import type { Ulimit } from "./ulimits";

const RESTART_POLICY = object({
  ignoredExitCodes: list(number(0)),
  restartAttemptPeriod: number(60),
} satisfies MembersOf<RestartPolicy>);

const ULIMIT = object({
  softLimit: required(number(65_535)),
  hardLimit: required(number(65_535)),
} satisfies MembersOf<Ulimit>);

const CAPABILITIES = object({
  add: list(text("SYS_PTRACE")),
  drop: list(text("ALL")),
} satisfies MembersOf<LinuxCapabilities>);

const TMPFS = object({
  containerPath: required(text("/scratch")),
  size: required(number(64)),
  mountOptions: list(text("noexec")),
} satisfies MembersOf<Tmpfs>);

const LINUX_PARAMETERS = object({
  initProcessEnabled: flag,
  capabilities: CAPABILITIES,
  tmpfs: list(TMPFS),
} satisfies MembersOf<LinuxParameters>);

/** The shapes of {@link ContainerOptions}. */
export const CONTAINER_OPTIONS = {
  restartPolicy: either(flag, RESTART_POLICY),
  ulimits: record(ULIMIT, "nofile"),
  systemControls: record(text("500"), "net.ipv4.tcp_keepalive_time"),
  linuxParameters: LINUX_PARAMETERS,
  dockerLabels: record(text("orders"), "team"),
  versionConsistency: text("enabled"),
  interactive: flag,
  pseudoTerminal: flag,
  startTimeout: number(30),
} satisfies MembersOf<ContainerOptions>;
