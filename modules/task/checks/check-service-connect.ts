import { isPort } from "../../aws/limits";
import { type Issue, issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isPending, isPendingNumber } from "../../values/pending";
import type { UncheckedFargateTask } from "../fargate-task";
import { checkLogDriver } from "../log-drivers/check-log-driver";
import type { LogDriverContext } from "../log-drivers/log-driver-kind";
import { portMapping } from "../port-mapping";

/** Everything that is wrong with Service Connect. Source: Amazon ECS Developer Guide, "Service Connect components". */
export function* checkServiceConnect(
  { serviceConnect, containers }: UncheckedFargateTask,
  logs: LogDriverContext,
): Generator<Issue> {
  if (serviceConnect === undefined) return;
  const names = Object.values(containers).flatMap(({ ports = [] }) =>
    ports.flatMap((port) => portMapping(port).name ?? []),
  );
  for (const [index, { portName, clientAlias, ingressPortOverride }] of (serviceConnect.services ?? []).entries()) {
    const path = `serviceConnect.services[${index}]`;
    if (!isPending(portName) && !names.some((name) => name === portName || isPending(name))) {
      const meant = nearest(portName, names);
      yield issue("service-connect-port-unknown", {
        path: `${path}.portName`,
        problem: `no port of the task has the name "${portName}"`,
        fix:
          meant === undefined
            ? `name the port: ports: [{ containerPort: 8080, name: "${portName}" }]`
            : `write "${meant}"`,
      });
    }
    yield* checkPort(clientAlias?.port, `${path}.clientAlias.port`, "the port that clients use");
    yield* checkPort(
      ingressPortOverride,
      `${path}.ingressPortOverride`,
      "the port at which the proxy takes connections",
    );
  }
  const { logDriver, accessLogs } = serviceConnect;
  if (logDriver !== undefined) yield* checkLogDriver(logDriver, "serviceConnect.logDriver", logs);
  if (logDriver !== undefined || accessLogs === undefined) return;
  yield issue("service-connect-access-logs-lost", {
    path: "serviceConnect.accessLogs",
    problem: "the proxy is to write access logs, and has no log driver",
    fix: {
      library: "write logDriver: LogDriver.awslogs() in serviceConnect, or leave accessLogs out",
      ecs: "give serviceConnectConfiguration a logConfiguration, or leave accessLogConfiguration out",
    },
  });
}

function* checkPort(port: number | undefined, path: string, what: string): Generator<Issue> {
  if (port === undefined || isPendingNumber(port) || isPort(port)) return;
  yield issue("port-out-of-range", {
    path,
    problem: `${port} is not a port`,
    fix: `write the number of ${what}, for example 8080`,
  });
}
