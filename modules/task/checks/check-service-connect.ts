import type { Issue } from "../../issues/issue";
import { nearest } from "../../text/nearest";
import { isUnresolved } from "../../values/unresolved";
import type { UncheckedFargateTask } from "../fargate-task";
import { checkLogDriver, type LogDriverContext } from "../log-drivers/check-log-driver";
import { portMapping } from "../port-mapping";

/** Everything that is wrong with Service Connect. Source: Amazon ECS Developer Guide, "Service Connect components". */
export function checkServiceConnect(
  { serviceConnect, containers }: UncheckedFargateTask,
  logs: LogDriverContext,
  report: (issue: Issue) => void,
): void {
  if (serviceConnect === undefined) return;
  const names = Object.values(containers).flatMap(({ ports = [] }) =>
    ports.flatMap((port) => portMapping(port).name ?? []),
  );
  for (const [index, { portName, clientAlias }] of (serviceConnect.services ?? []).entries()) {
    const path = `serviceConnect.services[${index}]`;
    if (!isUnresolved(portName) && !names.some((name) => name === portName || isUnresolved(name))) {
      const meant = nearest(portName, names);
      report({
        code: "service-connect-port-unknown",
        path: `${path}.portName`,
        problem: `no port of the task has the name "${portName}"`,
        why: "Service Connect offers a port by the name that it has in the container",
        fix:
          meant === undefined
            ? `name the port: ports: [{ containerPort: 8080, name: "${portName}" }]`
            : `write "${meant}"`,
      });
    }
    const port = clientAlias?.port;
    if (port === undefined || isUnresolved(port) || (Number.isInteger(port) && port >= 1 && port <= 65535)) continue;
    report({
      code: "port-out-of-range",
      path: `${path}.clientAlias.port`,
      problem: `${port} is not a port`,
      why: "ports are whole numbers from 1 to 65535",
      fix: "write the number of the port that clients use, for example 8080",
    });
  }
  const { logDriver } = serviceConnect;
  if (logDriver !== undefined) checkLogDriver(logDriver, "serviceConnect.logDriver", logs, report);
}
