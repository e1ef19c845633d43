import { Token } from "cdktf";
import { describe, expect, it } from "vitest";
import { Peer, type TaskCalls } from "../../../modules";
import { checkLaterCall, checkTaskCalls } from "../../../modules/fargate/check-task-calls";

const service = (...ports: number[]) => ({ securityGroup: { securityGroupId: "sg-0a" }, ports });
const problems = (calls: TaskCalls) =>
  Array.from(checkTaskCalls(calls), ({ code, path, problem }) => `${code} ${path}: ${problem}`);

describe("what a task calls in its VPC", () => {
  it("is nothing, or something with a name and a port", () => {
    expect(problems({})).toEqual([]);
    expect(
      problems({
        prices: { service: service(8080) },
        "prices-2": { service: service(8080, 9090), port: 9090 },
        database: { peer: Peer.securityGroup("${aws_security_group.db.id}"), port: Token.asNumber("${var.port}") },
        legacy_host: { host: "legacy-1.internal", port: 1 },
        address: { host: "10.0.3.7", port: 65_535 },
        later: { host: "${aws_instance.a.private_dns}", port: 80 },
      }),
    ).toEqual([]);
  });

  it("has a port where the service does not have exactly one", () => {
    expect(problems({ prices: { service: service() } })).toEqual([
      "call-invalid calls.prices: the port of the call is not said, and the containers of the service have none",
    ]);
    expect(problems({ prices: { service: service(8080, 9090) } })).toEqual([
      "call-invalid calls.prices: the port of the call is not said, and the service has several: 8080, 9090",
    ]);
  });

  it.each([0, 65_536, 1.5])("has a port that there is, unlike %d", (port) => {
    expect(problems({ database: { host: "10.0.3.7", port } })).toEqual([
      `port-out-of-range calls.database.port: ${port} is not a port of a call`,
    ]);
  });

  it.each(["https://legacy.internal", "legacy.internal:8080", "10.0.3.300", ""])("has no host %j", (host) => {
    expect(problems({ legacy: { host, port: 80 } })).toEqual([
      `call-invalid calls.legacy.host: "${host}" is neither the name of a host nor an IPv4 address`,
    ]);
  });

  it("has a block and a name that can be written", () => {
    expect(problems({ legacy: { peer: Peer.cidr("10.0.3.7/24"), port: 80 } })).toMatchObject([
      expect.stringContaining("cidr-misaligned calls.legacy.peer"),
    ]);
    expect(problems({ "the prices": { service: service(80) } })).toEqual([
      'call-invalid calls: "the prices" is not the name of a call',
    ]);
  });

  it("has one call of a name, also where one is said later", () => {
    const found = [...checkLaterCall("legacy", { host: "10.0.3.7", port: 80 }, new Set(["legacy"]))];
    expect(found.map(({ problem }) => problem)).toEqual(['the task has a call "legacy" already']);
    expect([...checkLaterCall("legacy", { host: "10.0.3.7", port: 80 }, new Set(["prices"]))]).toEqual([]);
  });
});
