import { ContainerImage, EndpointPlan, type FargateTask, LogDriver, SecretSource } from "../modules";
import { median } from "./measure";
import type { Workspace } from "./workspace";

const TASKS = 1000;
const CONTAINERS = 10;

/** Planning many tasks at once, in this process: the plan is pure, so nothing else has to start. */
export function benchPlanning({ repetitions }: Workspace): string {
  const tasks = Array.from({ length: TASKS }, (_, index) => taskNumber(index));
  const times = Array.from({ length: repetitions }, () => {
    const started = process.hrtime.bigint();
    const plan = EndpointPlan.forTasks(tasks);
    const ms = Number(process.hrtime.bigint() - started) / 1e6;
    if (plan.endpoints.length === 0) throw new Error("the plan is empty");
    return ms;
  });
  const perTask = (median(times) * 1000) / TASKS;
  return [
    `Planning ${TASKS} tasks of ${CONTAINERS} containers`,
    `  ${median(times).toFixed(0)} ms, ${perTask.toFixed(0)} µs a task`,
  ].join("\n");
}

/** A task in which every container has an image, secrets of both kinds and logs. */
function taskNumber(task: number): FargateTask {
  const containers = Array.from({ length: CONTAINERS }, (_, container) => [
    `container-${container}`,
    {
      image: ContainerImage.ecr(`123456789012.dkr.ecr.eu-west-1.amazonaws.com/app-${task}`, { tag: `${container}` }),
      logDriver: LogDriver.awslogs(),
      secrets: {
        PARAMETER: SecretSource.ssmParameter(`/app-${task}/${container}`),
        SECRET: SecretSource.secretsManager(
          `arn:aws:secretsmanager:eu-west-1:123456789012:secret:app-${task}-${container}-AbCdEf`,
        ),
      },
    },
  ]);
  return { family: `app-${task}`, containers: Object.fromEntries(containers) };
}
