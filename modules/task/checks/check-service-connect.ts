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
  for (const [index, { portName, clientAlias }] of (serviceConnect.services ?? []).entries()) {
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
    const port = clientAlias?.port;
    if (port === undefined || isPendingNumber(port) || isPort(port)) continue;
    yield issue("port-out-of-range", {
      path: `${path}.clientAlias.port`,
      problem: `${port} is not a port`,
      fix: "write the number of the port that clients use, for example 8080",
    });
  }
  const { logDriver } = serviceConnect;
  if (logDriver !== undefined) yield* checkLogDriver(logDriver, "serviceConnect.logDriver", logs);
}
