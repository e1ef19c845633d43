import { expect, it } from "vitest";
import { LogDriver } from "../../../../modules";
import { asksOf } from "../../../../modules/planning/rules/asks-of";
import { ordersTask } from "../../../support/orders";
import { silent } from "../../../support/planned";

const logAsks = (task: Parameters<typeof asksOf>[0]) =>
  asksOf(task).flatMap(({ rule, path }) => (path.endsWith("logDriver") ? `${rule} ${path}` : []));

it("asks what the driver of each container asks, awslogs where it says none, and that of the proxy", () => {
  const { logDriver: _, ...usual } = { ...silent };
  const sent = { ...silent, logDriver: LogDriver.firelens("kinesis_firehose") };
  const serviceConnect = { namespace: "orders", logDriver: LogDriver.awslogs({ logGroupName: "/proxy" }) };
  expect(logAsks({ ...ordersTask, containers: { usual, sent, silent }, serviceConnect })).toEqual([
    "awslogs containers.usual.logDriver",
    "firelens containers.sent.logDriver",
    "awslogs serviceConnect.logDriver",
  ]);
});

it("asks nothing for a driver of a kind that nobody knows, which the check of the task refuses", () => {
  const logDriver = JSON.parse('{ "kind": "kinesis" }');
  expect(logAsks({ ...ordersTask, containers: { api: { ...silent, logDriver } } })).toEqual([]);
});
