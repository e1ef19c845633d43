import { describe, expect, it } from "vitest";
import { LogDriver, type ServiceConnect } from "../../../../modules";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { taskWith } from "../../../support/planned";
import { onlyIssue } from "../../../support/reported";
import { NUMBER_TOKENS, STRING_TOKENS } from "../../../support/tokens";

const check = (task: UncheckedFargateTask) => [...checkTask(task)];

describe("Service Connect of a task", () => {
  const connect = (own: Partial<ServiceConnect>, name = "http") =>
    check(taskWith({ ports: [{ containerPort: 8080, name }] }, { serviceConnect: { namespace: "orders", ...own } }));

  it("offers a port by its name", () => {
    expect(connect({ services: [{ portName: "http", clientAlias: { port: 80, dnsName: "orders" } }] })).toEqual([]);
    expect(onlyIssue(connect({ services: [{ portName: "htp" }] }))).toMatchObject({
      code: "service-connect-port-unknown",
      path: "serviceConnect.services[0].portName",
      fix: 'write "http"',
    });
  });

  it("is refused with a port that there is not, and with a log driver that is wrong", () => {
    expect(onlyIssue(connect({ services: [{ portName: "http", clientAlias: { port: 0 } }] }))).toMatchObject({
      code: "port-out-of-range",
      path: "serviceConnect.services[0].clientAlias.port",
    });
    expect(onlyIssue(connect({ logDriver: LogDriver.firelens() }))).toMatchObject({
      code: "log-router-missing",
      path: "serviceConnect.logDriver",
    });
  });

  it("has access logs with a log driver only", () => {
    const accessLogs = { format: "json" } as const;
    expect(connect({ accessLogs, logDriver: LogDriver.awslogs() })).toEqual([]);
    expect(onlyIssue(connect({ accessLogs }))).toMatchObject({
      code: "service-connect-access-logs-lost",
      path: "serviceConnect.accessLogs",
    });
  });

  it.each(STRING_TOKENS)("takes %s as the name of a port", (_name, token) => {
    expect(connect({ services: [{ portName: token }] })).toEqual([]);
    expect(connect({ services: [{ portName: "http" }] }, token)).toEqual([]);
  });

  it.each(NUMBER_TOKENS)("takes %s as a port of clients", (_name, port) => {
    expect(connect({ services: [{ portName: "http", clientAlias: { port } }] })).toEqual([]);
  });
});
