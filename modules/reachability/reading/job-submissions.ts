import { knownValue } from "../model/fact";
import { UNKNOWN_TEXT } from "../model/symbol";
import { jsonDecode } from "../terraform/expressions/json-functions";
import { symbolicText } from "../terraform/expressions/symbolic-text";
import { isAbsent, type ObjectValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, memberOf } from "./facts";
import { namesOf } from "./identities";
import { jobsOfStateMachine } from "./read-state-machines";
import type { ResourceIndex } from "./resource-index";

/** A job that something submits to a queue of AWS Batch. */
export interface JobSubmission {
  /** The job definition. */
  readonly job: Value;
  readonly queue: Value;
}

/** The jobs that rules of EventBridge, pipes, state machines and schedules submit. */
export function jobSubmissions(index: ResourceIndex): readonly JobSubmission[] {
  const submitted = [
    ...index.managed("aws_cloudwatch_event_target").flatMap((target) =>
      blocks(target.argument("batch_target")).map((block) => ({
        job: memberOf(block, "job_definition"),
        queue: target.argument("arn"),
      })),
    ),
    ...index.managed("aws_pipes_pipe").flatMap((pipe) =>
      blocks(pipe.argument("target_parameters"))
        .flatMap((parameters) => blocks(memberOf(parameters, "batch_job_parameters")))
        .map((block) => ({ job: memberOf(block, "job_definition"), queue: pipe.argument("target") })),
    ),
    ...index
      .managed("aws_sfn_state_machine")
      .flatMap(jobsOfStateMachine)
      .map((parameters) => ({
        job: memberOf(parameters, "job_definition"),
        queue: memberOf(parameters, "job_queue"),
      })),
    ...index
      .managed("aws_scheduler_schedule")
      .flatMap((schedule) => blocks(schedule.argument("target")).flatMap(ofCall)),
  ];
  return submitted.filter(({ job }) => !isAbsent(job));
}

/** A schedule calls Batch as it calls any API. Source: EventBridge Scheduler User Guide, "Using universal targets". */
function ofCall(target: ObjectValue): JobSubmission[] {
  if (!symbolicText(memberOf(target, "arn")).endsWith(":scheduler:::aws-sdk:batch:submitJob")) return [];
  const input = jsonDecode([memberOf(target, "input")]);
  return input?.kind === "object"
    ? [{ job: memberOf(input, "JobDefinition"), queue: memberOf(input, "JobQueue") }]
    : [];
}

function blocks(value: Value): readonly ObjectValue[] {
  return knownValue(blocksFact(value)) ?? [];
}

/** The job definition with an ARN or a name, with a revision or without. */
export function jobNamed(value: Value, index: ResourceIndex): TerraformResource | undefined {
  const jobs = index.byIdentity("aws_batch_job_definition", (job) =>
    namesOf(job, index, ["id", "arn", "arn_prefix", "name"]).filter((name) => !name.includes(UNKNOWN_TEXT)),
  );
  const text = symbolicText(value);
  return jobs.get(text) ?? jobs.get(text.replace(/^arn:.*:job-definition\//, "").replace(REVISION, ""));
}

/** A number, or what Terraform knows of one. */
const REVISION = /:(?:\d+|\$\{[^}]*\.revision\})$/;
