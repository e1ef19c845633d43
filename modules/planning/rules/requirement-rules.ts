import { awslogs } from "./awslogs";
import { declaredUses } from "./declared-uses";
import { ecrPull } from "./ecr-pull";
import { efsVolumes } from "./efs-volumes";
import { environmentFiles } from "./environment-files";
import { executeCommand } from "./execute-command";
import { firelens } from "./firelens";
import { newRegions } from "./new-regions";
import { otherRegistry } from "./other-registry";
import { repositoryCredentials } from "./repository-credentials";
import type { RequirementRule } from "./requirement-rule";
import { runtimeMonitoring } from "./runtime-monitoring";
import { secretValues } from "./secret-values";
import { serviceConnect } from "./service-connect";
import { splunk } from "./splunk";
import { taskRoleActions } from "./task-role-actions";
import { telemetry } from "./telemetry";

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
