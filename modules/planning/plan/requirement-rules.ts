import type { RequirementRule } from "./requirement-rule";
import { awslogs } from "./rules/awslogs";
import { declaredUses } from "./rules/declared-uses";
import { ecrPull } from "./rules/ecr-pull";
import { efsVolumes } from "./rules/efs-volumes";
import { environmentFiles } from "./rules/environment-files";
import { executeCommand } from "./rules/execute-command";
import { firelens } from "./rules/firelens";
import { newRegions } from "./rules/new-regions";
import { otherRegistry } from "./rules/other-registry";
import { repositoryCredentials } from "./rules/repository-credentials";
import { runtimeMonitoring } from "./rules/runtime-monitoring";
import { secretValues } from "./rules/secret-values";
import { serviceConnect } from "./rules/service-connect";
import { splunk } from "./rules/splunk";
import { taskRoleActions } from "./rules/task-role-actions";
import { telemetry } from "./rules/telemetry";

/** Every reason for which a task needs an endpoint, from the start of a task to its application. */
export const REQUIREMENT_RULES: readonly RequirementRule[] = [
  ecrPull,
  otherRegistry,
  repositoryCredentials,
  runtimeMonitoring,
  secretValues,
  environmentFiles,
  efsVolumes,
  awslogs,
  firelens,
  splunk,
  serviceConnect,
  executeCommand,
  telemetry,
  declaredUses,
  taskRoleActions,
  newRegions,
];
