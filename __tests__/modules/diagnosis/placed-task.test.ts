import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { diagnose } from "../../../modules/diagnosis/diagnose";
import { judgedByProof } from "../../../modules/diagnosis/judged-by-proof";
import { placedTask } from "../../../modules/diagnosis/placed-task";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { readNetworkSnapshot } from "../../../modules/snapshot/read-network-snapshot";

const file = resolve(__dirname, "../../../docs/samples/network.json");
const snapshot = readNetworkSnapshot(JSON.parse(readFileSync(file, "utf8")));
const SUBNET = "subnet-0a000000000000010";
const GROUP = "sg-0e000000000000010";
const stoppedReason = "failed to validate logger args: signal: killed";

const serviceIn = (subnets: readonly string[], securityGroups: readonly string[]) => ({
  serviceName: "orders",
  networkConfiguration: { awsvpcConfiguration: { subnets, securityGroups } },
  events: [{ message: stoppedReason }],
});

function judged(json: unknown, change = (text: string) => text) {
  const [found] = diagnose(JSON.stringify(json));
  const task = found && placedTask(found);
  if (found === undefined || task === undefined) return undefined;
  const network = readNetworkSnapshot(JSON.parse(change(JSON.stringify(snapshot))));
  return judgedByProof(found, proveReachability([task], { networks: [network] }), true);
}

describe("a task where the input says that it runs", () => {
  it("is proved over a snapshot, with the subnets and security groups of its service", () => {
    expect(judged(serviceIn([SUBNET], [GROUP]))?.network).toEqual({
      verdict: "proved",
      tasks: ["orders"],
      findings: [],
    });
  });

  it("shows a fault of the account", () => {
    const off = judged(serviceIn([SUBNET], [GROUP]), (text) =>
      text.replaceAll('"privateDnsEnabled":true', '"privateDnsEnabled":false'),
    );
    expect(off?.causes[0]).toMatchObject({ cause: "private-dns-off" });
  });

  it("leaves the security group open where the input is a task, which tells its subnet alone", () => {
    const details = [
      { name: "subnetId", value: SUBNET },
      { name: "networkInterfaceId", value: "eni-1" },
    ];
    const found = judged({ tasks: [{ group: "service:orders", stoppedReason, attachments: [{ details }] }] });
    expect(found?.network?.verdict).toBe("unknown");
    expect(found?.causes.map(({ cause }) => cause)).toEqual(["task-egress-missing"]);
  });

  it.each([
    ["no place is told", { tasks: [{ stoppedReason }] }],
    ["the place is no list of ids", { stoppedReason, networkConfiguration: { awsvpcConfiguration: { subnets: "a" } } }],
    [
      "no endpoint leads to what is called",
      { ...serviceIn([SUBNET], [GROUP]), events: [{ message: "mount.nfs4: Connection timed out" }] },
    ],
  ])("is none where %s", (_why, json) => {
    expect(judged(json)).toBeUndefined();
  });
});
