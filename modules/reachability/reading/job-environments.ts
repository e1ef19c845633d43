import { allKnown, eachFact, type Fact, known, knownValue, mapFact, unknown } from "../model/fact";
import { UNKNOWN_TEXT } from "../model/symbol";
import { symbolicJson, symbolicText } from "../terraform/expressions/symbolic-text";
import type { Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, listFact, memberOf, notKnown, textFact } from "./facts";
import { namesOf } from "./identities";
import { jobNamed, jobSubmissions } from "./job-submissions";
import type { NetworkTypeName } from "./network-types";
import type { ResourceIndex } from "./resource-index";

type Environments = Fact<readonly TerraformResource[]>;

/**
 * The compute environments on Fargate in which a job runs: those of the queues to which something here submits it. Where
 * nothing does, somebody submits it by hand, for which there has to be one choice only.
 */
export function environmentsOfJob(job: TerraformResource, index: ResourceIndex): Environments {
  const queues = jobSubmissions(index)
    .filter((submission) => jobNamed(submission.job, index) === job)
    .map(({ queue }) => queueNamed(queue, index));
  if (queues.length === 0) return onlyEnvironments(job, index);
  const found = mapFact(
    eachFact(allKnown(queues), (queue) => environmentsOf(queue, index)),
    (all) => distinct(all.flat()),
  );
  return found.known && found.value.length === 0
    ? unknown(`no compute environment on Fargate is known for the queue to which ${job.address} is submitted`)
    : found;
}

function onlyEnvironments(job: TerraformResource, index: ResourceIndex): Environments {
  const ofQueues = allKnown(index.managed("aws_batch_job_queue").map((queue) => environmentsOf(queue, index)));
  if (!ofQueues.known) return ofQueues;
  const choices = ofQueues.value.map(distinct).filter((environments) => environments.length > 0);
  const [first, ...others] = choices;
  if (first === undefined) return unknown(`nothing here says where ${job.address} runs`);
  const isSame = others.every((each) => keysOf(each) === keysOf(first));
  return isSame ? known(first) : unknown(`nothing here says to which job queue ${job.address} is submitted`);
}

/** Those of a queue that are on Fargate and take jobs. */
function environmentsOf(queue: TerraformResource, index: ResourceIndex): Environments {
  const listed = listFact(queue.argument("compute_environments"));
  const ordered = mapFact(blocksFact(queue.argument("compute_environment_order")), (blocks) =>
    blocks.map((block) => memberOf(block, "compute_environment")),
  );
  const named = mapFact(allKnown([listed, ordered]), (lists) => lists.flat());
  return mapFact(
    eachFact(named, (name) => resourceNamed(name, "aws_batch_compute_environment", index)),
    (all) => all.filter((each) => isForFargate(each) && knownValue(textFact(each.argument("state"))) !== "DISABLED"),
  );
}

function isForFargate(environment: TerraformResource): boolean {
  const [resources] = knownValue(blocksFact(environment.argument("compute_resources"))) ?? [];
  const type = resources && knownValue(textFact(memberOf(resources, "type")));
  return type === "FARGATE" || type === "FARGATE_SPOT";
}

/** Those in the same subnets with the same security groups count once, as one on Fargate and one on Fargate Spot. */
function distinct(environments: readonly TerraformResource[]): readonly TerraformResource[] {
  return [...new Map([...environments].reverse().map((each) => [keyOf(each), each])).values()].reverse();
}

function keyOf(environment: TerraformResource): string {
  const [resources] = knownValue(blocksFact(environment.argument("compute_resources"))) ?? [];
  const parts = ["subnets", "security_group_ids"].map((name) => resources && symbolicJson(memberOf(resources, name)));
  const key = JSON.stringify(parts);
  return key.includes(UNKNOWN_TEXT) ? environment.address : key;
}

function keysOf(environments: readonly TerraformResource[]): string {
  return environments.map(keyOf).sort().join();
}

function queueNamed(value: Value, index: ResourceIndex): Fact<TerraformResource> {
  return resourceNamed(value, "aws_batch_job_queue", index);
}

function resourceNamed(value: Value, type: NetworkTypeName, index: ResourceIndex): Fact<TerraformResource> {
  const named = index.byIdentity(type, (each) =>
    namesOf(each, index, ["id", "arn", "name", "compute_environment_name"]).filter(
      (name) => !name.includes(UNKNOWN_TEXT),
    ),
  );
  const text = symbolicText(value);
  const found = named.get(text) ?? named.get(text.replace(/^arn:.*\//, ""));
  if (found !== undefined) return known(found);
  return value.kind === "unknown" ? notKnown(value) : unknown(`${text} is elsewhere`);
}
