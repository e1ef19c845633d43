import type { UncheckedFargateTask } from "../fargate-task";
import { isUnset } from "../json/is-unset";
import { writeOptions } from "../options/container-options";

/** Something of a task that platform version 1.3.0 does not have. */
export interface PlatformFeature {
  readonly name: string;
  /** Whether Windows has it, as far as that is established; what is not established counts as there. */
  readonly windows: boolean;
  /** Where the task asks for it. */
  readonly paths: (task: UncheckedFargateTask) => Iterable<string>;
}

/**
 * What needs Linux platform version 1.4.0.
 *
 * Sources: Amazon ECS Developer Guide, pages on platform versions, storage, environment files, secrets, EFS and Service
 * Connect; container restart policies and, in the API Reference, SystemControl; GuardDuty User Guide, prerequisites of Runtime Monitoring; for ECS Exec the AWS Toolkit's user guide; read
 * 2026-11-20.
 */
export const PLATFORM_FEATURES: readonly PlatformFeature[] = [
  {
    name: "ephemeral storage to choose",
    windows: true,
    paths: ({ ephemeralStorage }) => (ephemeralStorage === undefined ? [] : ["ephemeralStorage"]),
  },
  {
    name: "ECS Exec",
    windows: true,
    paths: ({ executeCommand }) => (executeCommand === undefined ? [] : ["executeCommand"]),
  },
  {
    name: "Service Connect",
    windows: false,
    paths: ({ serviceConnect }) => (serviceConnect === undefined ? [] : ["serviceConnect"]),
  },
  {
    name: "GuardDuty Runtime Monitoring",
    windows: false,
    paths: ({ runtimeMonitoring }) => (runtimeMonitoring === true ? ["runtimeMonitoring"] : []),
  },
  { name: "restart policies", windows: false, paths: withOption("restartPolicy") },
  { name: "system controls", windows: false, paths: withOption("systemControls") },
  { name: "EFS volumes", windows: true, paths: efsVolumes },
  { name: "environment files", windows: true, paths: environmentFiles },
  { name: "parts and versions of secrets", windows: true, paths: partsOfSecrets },
];

function withOption(option: "restartPolicy" | "systemControls"): PlatformFeature["paths"] {
  return ({ containers }) =>
    Object.entries(containers).flatMap(([name, container]) =>
      isUnset(writeOptions(container)[option]) ? [] : [`containers.${name}.${option}`],
    );
}

function* efsVolumes({ volumes }: UncheckedFargateTask): Generator<string> {
  for (const [name, { kind }] of Object.entries(volumes ?? {})) if (kind === "efs") yield `volumes.${name}`;
}

function* environmentFiles({ containers }: UncheckedFargateTask): Generator<string> {
  for (const [name, container] of Object.entries(containers)) {
    if ((container.environmentFiles ?? []).length > 0) yield `containers.${name}.environmentFiles`;
  }
}

function* partsOfSecrets({ containers }: UncheckedFargateTask): Generator<string> {
  for (const [name, { secrets }] of Object.entries(containers)) {
    for (const [variable, secret] of Object.entries(secrets ?? {})) {
      if (secret.kind !== "secrets-manager") continue;
      const { jsonKey, versionStage, versionId } = secret;
      if (jsonKey ?? versionStage ?? versionId) yield `containers.${name}.secrets.${variable}`;
    }
  }
}
