import type { RequirementRule } from "./requirement-rule";
import { awslogs } from "./rules/awslogs";
import { ecrPull } from "./rules/ecr-pull";
import { otherRegistry } from "./rules/other-registry";
import { secretValues } from "./rules/secret-values";

/** Every reason for which a task needs an endpoint. */
export const REQUIREMENT_RULES: readonly RequirementRule[] = [ecrPull, otherRegistry, awslogs, secretValues];
