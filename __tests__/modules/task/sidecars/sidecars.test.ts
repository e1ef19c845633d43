import { describe, expect, it } from "vitest";
import { checkTask } from "../../../../modules/task/checks/check-task";
import type { FargateTask } from "../../../../modules/task/fargate-task";
import { LogDestination } from "../../../../modules/task/sidecars/log-destination";
import { type Sidecar, withSidecars } from "../../../../modules/task/sidecars/sidecar";
import { Sidecars } from "../../../../modules/task/sidecars/sidecars";
import { issuesOf, planned, silent } from "../../../support/planned";

const { image } = silent;
const region = "eu-west-1";
const logGroup = { name: "/metrics", arn: "arn:aws:logs:eu-west-1:123456789012:log-group:/metrics" };

const beside = (sidecar: Sidecar): FargateTask =>
  withSidecars<FargateTask>({ family: "orders", containers: { api: silent } }, { sidecar });

/** The services beside those of the image, and the issues that the plan has besides. */
function answers(sidecar: Sidecar) {
  const quiet = { ...sidecar, container: { ...sidecar.container, logDriver: silent.logDriver } };
  const task = beside(quiet);
  expect([...checkTask(task)]).toEqual([]);
  const pulled = ["ecr.api Interface", "ecr.dkr Interface", "s3 Gateway"];
  return {
    services: planned(task, { region }).filter((each) => !pulled.includes(each)),
    issues: issuesOf(task, { region }),
    granted: (task.grants ?? []).map(({ service }) => service),
  };
}

describe("the containers beside an application", () => {
  it.each<[string, Sidecar, string[]]>([
    ["the daemon of X-Ray", Sidecars.xrayDaemon({ image }), ["xray"]],
    ["the CloudWatch agent", Sidecars.cloudWatchAgent({ image }), ["logs"]],
    [
      "the CloudWatch agent with all that it collects",
      Sidecars.cloudWatchAgent({ image, collects: ["emf", "statsd", "traces"] }),
      ["logs", "monitoring", "xray"],
    ],
    ["the collector of OpenTelemetry", Sidecars.adotCollector({ image }), ["xray"]],
    [
      "the collector with metrics and logs",
      Sidecars.adotCollector({ image, metrics: { namespace: "orders", logGroup }, logs: logGroup, traces: false }),
      ["logs"],
    ],
  ])("get the endpoints and the rights of %s", (_name, sidecar, services) => {
    const { services: found, issues, granted } = answers(sidecar);
    expect(found.sort()).toEqual(services.map((each) => `${each} Interface`));
    expect([...new Set(granted)].sort()).toEqual(services);
    expect(issues).toEqual([]);
  });

  it("have AWS's images where none is given, which no endpoint leads to", () => {
    for (const sidecar of [Sidecars.xrayDaemon(), Sidecars.cloudWatchAgent(), Sidecars.adotCollector()]) {
      expect(issuesOf(beside(sidecar), { region })).toContain("error registry-unreachable containers.sidecar.image");
    }
  });
});

describe("a log router", () => {
  const arn = (service: string, name: string) => `arn:aws:${service}:eu-west-1:123456789012:${name}`;
  const routed = (destination: LogDestination) => {
    const router = Sidecars.logRouter({ image, destination, container: { logDriver: silent.logDriver } });
    const task: FargateTask = { family: "orders", containers: { api: { image, logDriver: router.logDriver } } };
    return withSidecars(task, { router });
  };

  it.each<[string, LogDestination, string]>([
    ["cloudwatch_logs", LogDestination.cloudWatchLogs(logGroup, region), "logs"],
    [
      "kinesis_firehose",
      LogDestination.firehose({ name: "a", arn: arn("firehose", "stream/a") }, region),
      "kinesis-firehose",
    ],
    [
      "kinesis_streams",
      LogDestination.kinesis({ name: "a", arn: arn("kinesis", "stream/a") }, region),
      "kinesis-streams",
    ],
    ["s3", LogDestination.s3({ bucket: "a", arn: "arn:aws:s3:::a" }, region), "s3"],
  ])("asks by its plugin %s what its destination is", (plugin, destination, service) => {
    const task = routed(destination);
    expect(task.containers["api"]?.logDriver).toMatchObject({ kind: "firelens", plugin });
    expect([...checkTask(task)]).toEqual([]);
    expect(planned(task, { region }).map((each) => each.split(" ")[0])).toContain(service);
    expect(task.grants?.map((grant) => grant.service)).toEqual([service]);
    expect(issuesOf(task, { region }).filter((each) => each.startsWith("error"))).toEqual([]);
  });

  it("has a host, and for OpenSearch the rights to the domain, where no endpoint leads to it", () => {
    const http = routed(LogDestination.http({ host: "logs.example.com", uri: "/in" }));
    expect(http.reachableHosts).toEqual(["logs.example.com"]);
    expect(issuesOf(http, { region })).toEqual([]);
    const domain = { endpoint: "vpc-a.eu-west-1.es.amazonaws.com", arn: arn("es", "domain/a") };
    const openSearch = routed(LogDestination.openSearch(domain, { region, index: "orders" }));
    expect(openSearch.taskRoleStatements?.[0]?.resources).toEqual([`${domain.arn}/*`]);
    expect(openSearch.reachableHosts).toEqual([domain.endpoint]);
  });

  it("is what the task stops with", () => {
    const { container } = Sidecars.logRouter({ destination: LogDestination.http({ host: "a.example.com" }) });
    expect(container).toMatchObject({ essential: true, firelens: { type: "fluentbit" } });
  });
});
