import { issue } from "../../issues/issue";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import type { UncheckedFargateTask } from "../../task/fargate-task";
import type { SessionLogging } from "./read-clusters";
import { PROXY_LOG_DRIVER, readServiceConnect, SERVICE_CONNECT_BLOCK } from "./read-service-connect";
import type { TaskLaunch } from "./task-launch";

/** A reading in which there is a task. */
interface TaskReading extends TaskDefinitionReading {
  readonly task: UncheckedFargateTask;
}

/** A task definition with what its service adds: the platform version, ECS Exec, Service Connect. */
export function asLaunched(reading: TaskReading, launch: TaskLaunch, sessions: SessionLogging): TaskReading {
  const { platformVersion } = launch;
  const hasVersion = platformVersion.known && platformVersion.value !== "";
  const task = { ...reading.task, ...(hasVersion ? { platformVersion: platformVersion.value } : {}) };
  const { roles, ...others } = reading;
  const known = launch.mayNameRoles === true || roles === undefined ? others : { ...others, roles };
  return withServiceConnect(withExecuteCommand({ ...known, task }, launch, sessions), launch);
}

function withExecuteCommand(reading: TaskReading, launch: TaskLaunch, sessions: SessionLogging): TaskReading {
  const { executeCommand, resource } = launch;
  const mark = { unknown: new Map([...reading.unknown, ["executeCommand", "execute-command"] as const]) };
  if (!executeCommand.known) {
    const open = issue("execute-command-unknown", {
      problem: `whether ECS Exec is on for ${resource.address} is not known`,
      why: `with it the task calls "ssmmessages", and what the cluster logs sessions to; ${executeCommand.because}`,
      fix: 'assure that it is off, or that there is an endpoint for "ssmmessages"',
    });
    return { ...reading, ...mark, issues: [...reading.issues, open] };
  }
  if (!executeCommand.value) return reading;
  const task = { ...reading.task, executeCommand: sessions.executeCommand };
  if (sessions.because === undefined) return { ...reading, task };
  const open = issue("execute-command-logging-unknown", {
    problem: `how the sessions of ECS Exec of ${resource.address} are logged and encrypted is not known`,
    why: `the cluster says so, and with it whether the task calls "logs", "s3" and "kms"; ${sessions.because}`,
    fix: "assure that there are endpoints for what the cluster logs to and encrypts with, or give the cluster in the same Terraform",
  });
  return { ...reading, ...mark, task, issues: [...reading.issues, open] };
}

function withServiceConnect(reading: TaskReading, { serviceConnect, resource }: TaskLaunch): TaskReading {
  if (serviceConnect === undefined) return reading;
  if (!serviceConnect.known) {
    const open = issue("service-connect-unknown", {
      path: SERVICE_CONNECT_BLOCK,
      problem: `whether ${resource.address} has Service Connect, and where its proxy logs to, is not known`,
      why: `with it ECS runs a proxy in the task, which calls "ecs-agent" and its log driver's service; ${serviceConnect.because}`,
      fix: "assure that it is off, or that there are endpoints for what the proxy calls",
    });
    const unknown = new Map([...reading.unknown, ["serviceConnect", "field"] as const]);
    return { ...reading, unknown, issues: [...reading.issues, open] };
  }
  const added = readServiceConnect(serviceConnect.value);
  reading.paths.set("serviceConnect", SERVICE_CONNECT_BLOCK);
  reading.paths.set(PROXY_LOG_DRIVER, `${SERVICE_CONNECT_BLOCK}.log_configuration`);
  return {
    ...reading,
    task: { ...reading.task, serviceConnect: added.serviceConnect },
    issues: [...reading.issues, ...added.issues],
    unknown: new Map([...reading.unknown, ...added.unknown]),
  };
}
