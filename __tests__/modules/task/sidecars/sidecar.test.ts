import { describe, expect, it } from "vitest";
import type { FargateTask } from "../../../../modules/task/fargate-task";
import { withSidecars } from "../../../../modules/task/sidecars/sidecar";
import { Sidecars } from "../../../../modules/task/sidecars/sidecars";
import { ordersTask } from "../../../support/orders";
import { silent } from "../../../support/planned";

const { image } = silent;

describe("a task with sidecars", () => {
  it("has their containers, rights and hosts beside its own", () => {
    const task: FargateTask = {
      ...ordersTask,
      grants: [{ service: "sqs", access: "send", on: "*" }],
      reachableHosts: ["a.example.com"],
    };
    const sidecar = { ...Sidecars.xrayDaemon({ image }), reachableHosts: ["b.example.com"] };
    const joined = withSidecars(task, { xray: sidecar });
    expect(Object.keys(joined.containers)).toEqual(["api", "xray"]);
    expect(joined.grants?.map(({ service }) => service)).toEqual(["sqs", "xray"]);
    expect(joined.reachableHosts).toEqual(["a.example.com", "b.example.com"]);
    expect(joined.family).toBe("orders");
    expect(task.containers).not.toHaveProperty("xray");
  });

  it("has nothing that neither it nor they have", () => {
    expect(withSidecars(ordersTask, {})).toEqual(ordersTask);
    expect(withSidecars(ordersTask, { a: { container: silent } })).not.toHaveProperty("grants");
  });

  it("keeps its own container of that name", () => {
    expect(() => withSidecars(ordersTask, { api: Sidecars.xrayDaemon() })).toThrow('there is another container "api"');
  });

  it("takes settings of the container", () => {
    const { container } = Sidecars.xrayDaemon({
      image,
      container: { memory: 64, essential: true, restartPolicy: true },
    });
    expect(container).toMatchObject({ image, memory: 64, essential: true, restartPolicy: true });
  });
});
