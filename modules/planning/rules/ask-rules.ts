import type { AskRule } from "./ask-rule";
import { credentialSpecs } from "./credential-specs";
import { declaredUses } from "./declared-uses";
import { environmentFiles } from "./environment-files";
import { executeCommand } from "./execute-command";
import { grants } from "./grants";
import { images } from "./images";
import { logDrivers } from "./log-drivers";
import { logRouterFiles } from "./log-router-files";
import { meshProxies } from "./mesh-proxies";
import { newRegions } from "./new-regions";
import { runtimeMonitoring } from "./runtime-monitoring";
import { secrets } from "./secrets";
import { serviceConnect } from "./service-connect";
import { taskRoleActions } from "./task-role-actions";
import { telemetry } from "./telemetry";
import { temporaryFileSystems } from "./temporary-file-systems";
import { volumes } from "./volumes";

/** Every reason for which a task asks something of AWS, from the start of a task to its application. */
export const ASK_RULES: readonly AskRule[] = [
  images,
  runtimeMonitoring,
  secrets,
  environmentFiles,
  volumes,
  logDrivers,
  logRouterFiles,
  serviceConnect,
  executeCommand,
  telemetry,
  declaredUses,
  grants,
  taskRoleActions,
  newRegions,
  temporaryFileSystems,
  credentialSpecs,
  meshProxies,
];
