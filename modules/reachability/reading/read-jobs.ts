import { known, knownValue, mapFact, unknown } from "../model/fact";
import { ABSENT, type ObjectValue, unknownValue, type Value } from "../terraform/expressions/value";
import type { TerraformResource } from "../terraform/resources/terraform-resource";
import { blocksFact, booleanFact, listFact, memberOf, textFact } from "./facts";
import { environmentsOfJob } from "./job-environments";
import { publicIpOfJob, taskOfJob } from "./job-tasks";
import type { ResourceIndex } from "./resource-index";
import type { TaskLaunch } from "./task-launch";

/**
 * The tasks of jobs of AWS Batch on Fargate, each with the compute environments in which it runs.
 *
 * Source: https://docs.aws.amazon.com/batch/latest/userguide/fargate.html
 */
export function launchesOfJobs(index: ResourceIndex): readonly TaskLaunch[] {
  return index
    .managed("aws_batch_job_definition")
    .filter(isForFargate)
    .flatMap((job) => {
      const environments = environmentsOfJob(job, index);
      if (!environments.known) return [launch(job, job, unknown(environments.because))];
      return environments.value.map((environment) =>
        launch(
          job,
          environment,
          mapFact(taskOfJob(job), (task) => networkOf(environment, publicIpOfJob(task))),
        ),
      );
    });
}

/** Without platform capabilities a job is for EC2. */
function isForFargate(job: TerraformResource): boolean {
  const capabilities = listFact(job.argument("platform_capabilities"));
  return capabilities.known && capabilities.value.some((each) => knownValue(textFact(each)) === "FARGATE");
}

function launch(
  job: TerraformResource,
  resource: TerraformResource,
  networkConfiguration: TaskLaunch["networkConfiguration"],
): TaskLaunch {
  const task = knownValue(taskOfJob(job));
  return {
    resource,
    isForFargate: "yes",
    taskDefinition: job.attribute("arn"),
    networkConfiguration,
    platformVersion: textFact(task?.platformVersion ?? ABSENT, ""),
    executeCommand: task === undefined ? known(false) : booleanFact(memberOf(task.task, "enableExecuteCommand"), false),
    cluster: unknownValue("the cluster is one that AWS Batch makes"),
  };
}

function networkOf(environment: TerraformResource, publicIp: Value): ObjectValue {
  const [resources] = knownValue(blocksFact(environment.argument("compute_resources"))) ?? [];
  const member = (name: string) => (resources === undefined ? ABSENT : memberOf(resources, name));
  return {
    kind: "object",
    members: {
      subnets: member("subnets"),
      security_groups: member("security_group_ids"),
      assign_public_ip: publicIp,
    },
  };
}
