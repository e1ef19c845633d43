import { CONTAINER_TIMEOUT } from "../../aws/limits";
import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { asWritten } from "../../text/words";
import type { JsonValue } from "../../values/json-value";
import { isPending, isPendingNumber } from "../../values/pending";
import { given } from "../json/given";
import { type ContainerOption, plainOption } from "./container-option";
import { type LinuxParameters, linuxParametersOption } from "./linux-parameters";
import { isPlainNumber, isPlainTruth, isTexts } from "./plain-values";
import { type RestartPolicy, restartPolicyOption } from "./restart-policy";
import { systemControlsOption } from "./system-controls";
import { type Ulimit, type UlimitName, ulimitsOption } from "./ulimits";

/** What a container can have besides, under the names of ECS. */
export interface ContainerOptions {
  /**
   * Whether, and when, ECS restarts the container after it has ended, without a new task. Needs Linux and platform
   * version 1.4.0.
   *
   * @default - it is not restarted; the task stops with it where it is essential
   * @example { ignoredExitCodes: [0], restartAttemptPeriod: 60 }
   */
  readonly restartPolicy?: boolean | RestartPolicy;
  /** Limits of the operating system. Not on Windows. @default - Fargate's; 65,535 open files */
  readonly ulimits?: Readonly<Partial<Record<UlimitName, Ulimit>>>;
  /**
   * Parameters of the kernel by name. Those that begin with `net.` hold for all containers of the task. Needs Linux
   * and platform version 1.4.0.
   *
   * @default - the kernel's
   * @example { "net.ipv4.tcp_keepalive_time": "500" }
   */
  readonly systemControls?: Readonly<Record<string, string>>;
  /** What Fargate takes of the parameters of Linux. Not on Windows. @default - none */
  readonly linuxParameters?: LinuxParameters;
  /** Labels of the container. @default - none */
  readonly dockerLabels?: Readonly<Record<string, string>>;
  /** Whether ECS puts the image's digest in place of its tag, so that all tasks of a deployment have one image. @default "enabled" */
  readonly versionConsistency?: "enabled" | "disabled";
  /** Whether the container's input stays open. @default false */
  readonly interactive?: boolean;
  /** Whether the container has a terminal. @default false */
  readonly pseudoTerminal?: boolean;
  /** Seconds within which containers that wait for this one must be able to start, 2 to 120. @default - ECS's */
  readonly startTimeout?: number;
}

type Fields = Readonly<Record<string, JsonValue>>;
type OptionName = keyof ContainerOptions;
type OptionValues = Required<ContainerOptions>;
type OptionValue<Name extends OptionName> = OptionValues[Name];

const CONSISTENCIES = ["enabled", "disabled"] as const;

const OPTIONS: { readonly [Name in keyof OptionValues]: ContainerOption<OptionValues[Name]> } = {
  restartPolicy: restartPolicyOption,
  ulimits: ulimitsOption,
  systemControls: systemControlsOption,
  linuxParameters: linuxParametersOption,
  dockerLabels: plainOption(isTexts),
  versionConsistency: plainOption<OptionValue<"versionConsistency">>(isConsistency, checkConsistency),
  interactive: plainOption(isPlainTruth),
  pseudoTerminal: plainOption(isPlainTruth),
  startTimeout: plainOption(isPlainNumber, checkStartTimeout),
};

/** The names of the options, which are those of their fields. */
export const OPTION_NAMES = [
  "restartPolicy",
  "ulimits",
  "systemControls",
  "linuxParameters",
  "dockerLabels",
  "versionConsistency",
  "interactive",
  "pseudoTerminal",
  "startTimeout",
] as const satisfies readonly OptionName[];

/** The options that fields of a container definition can be read as. What no option can say stays a field. */
export function readOptions(fields: Fields): ContainerOptions {
  return given({
    restartPolicy: readOption("restartPolicy", fields),
    ulimits: readOption("ulimits", fields),
    systemControls: readOption("systemControls", fields),
    linuxParameters: readOption("linuxParameters", fields),
    dockerLabels: readOption("dockerLabels", fields),
    versionConsistency: readOption("versionConsistency", fields),
    interactive: readOption("interactive", fields),
    pseudoTerminal: readOption("pseudoTerminal", fields),
    startTimeout: readOption("startTimeout", fields),
  });
}

/** The fields of the options that are given. */
export function writeOptions(options: ContainerOptions): Fields {
  return Object.fromEntries(givenOptions(options).map(([name, option, value]) => [name, option.write(value)]));
}

/** What ECS refuses of the options on Fargate. */
export function* checkOptions(options: ContainerOptions, path: string): Generator<Issue> {
  for (const [name, option, value] of givenOptions(options)) yield* option.check(value, `${path}.${name}`);
}

type AnyOption = ContainerOption<OptionValue<OptionName>>;

function givenOptions(
  options: ContainerOptions,
): (readonly [name: string, option: AnyOption, value: OptionValue<OptionName>])[] {
  const byName: Readonly<Record<OptionName, AnyOption>> = OPTIONS;
  return OPTION_NAMES.flatMap((name) => {
    const value = options[name];
    return value === undefined ? [] : [[name, byName[name], value] as const];
  });
}

function readOption<Name extends OptionName>(name: Name, fields: Fields): OptionValue<Name> | undefined {
  const field = fields[name];
  const option: ContainerOption<OptionValue<Name>> = OPTIONS[name];
  return field === undefined ? undefined : option.read(field);
}

function isConsistency(field: JsonValue): field is (typeof CONSISTENCIES)[number] {
  return CONSISTENCIES.some((each) => each === field);
}

function* checkConsistency(value: string, path: string): Generator<Issue> {
  if (isPending(value) || isConsistency(value)) return;
  yield issue("container-option-invalid", {
    path,
    problem: `"${value}" says nothing about the version of the image`,
    why: `ECS takes ${CONSISTENCIES.join(" and ")}`,
    fix: `write "${nearest(value, CONSISTENCIES) ?? "enabled"}"`,
  });
}

function* checkStartTimeout(value: number, path: string): Generator<Issue> {
  const { least, most } = CONTAINER_TIMEOUT;
  if (isPendingNumber(value) || (Number.isInteger(value) && value >= least && value <= most)) return;
  yield issue("container-option-invalid", {
    path,
    problem: `a start timeout of ${asWritten(value)} seconds cannot be had`,
    why: `Fargate takes whole numbers from ${least} to ${most}`,
    fix: `write ${Number.isFinite(value) ? Math.min(most, Math.max(least, Math.round(value))) : most}`,
  });
}
