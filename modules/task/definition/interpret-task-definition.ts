import type { Issue } from "../../issues/issue";
import type { UncheckedFargateTask, VerbatimTaskDefinition } from "../fargate-task";
import type { InputPaths } from "../json/input-paths";
import { TaskDefinitionContext, type UnknownPart } from "../json/task-definition-context";
import { openDocument } from "./open-document";
import { readTask } from "./read-task";
import { unwrittenPartNotes } from "./unwritten-parts";

/** What is known of a document besides what is in it. */
export interface DocumentOrigin {
  /** Name of the task where the document has none. @default - then there is none */
  readonly family?: string | undefined;
  /** Whether parts of it exclude each other, as the branches of a template do. @default false */
  readonly hasBranches?: boolean;
}

/** What a document says of a task. */
export interface TaskDefinitionReading {
  /** The task. @default - none could be read; the issues say why */
  readonly task?: UncheckedFargateTask;
  /** The roles, which a task leaves to its service. @default - the document is a list of containers, which has none */
  readonly roles?: VerbatimTaskDefinition;
  /** Region in which the document says that it is registered. @default - it does not say */
  readonly region?: string;
  /** What is wrong or uncertain, with paths of the document. What the checks of a task find is not among it. */
  readonly issues: readonly Issue[];
  /** Where the parts of the task stand in the document. */
  readonly paths: InputPaths;
  /** Lists and objects of the task, by their paths, of which not all is in sight. */
  readonly incomplete: ReadonlySet<string>;
  /** Parts of the task, by their paths, of which nobody knows what they call, because they are written later; a note says so. */
  readonly unknown: ReadonlyMap<string, UnknownPart>;
}

/**
 * Reads a raw ECS task definition, whoever wrote it: the answer of `aws ecs describe-task-definition`, the input of
 * `register-task-definition`, the attributes of Terraform's `aws_ecs_task_definition`, the properties of CloudFormation's
 * `AWS::ECS::TaskDefinition`, or a list of container definitions, as a value or as text.
 *
 * It is taken as one for Fargate. Fields that a task has no name for are kept in `additionalFields`.
 */
export function interpretTaskDefinition(
  json: unknown,
  { family, hasBranches = false }: DocumentOrigin = {},
): TaskDefinitionReading {
  const context = new TaskDefinitionContext(hasBranches);
  const document = openDocument(json, context.issues);
  const read = document && readTask(document, context, family);
  return {
    ...read,
    issues: [...context.issues.all, ...unwrittenPartNotes(context.unwritten)],
    paths: context.paths,
    incomplete: context.incomplete,
    unknown: context.unknown,
  };
}
