import { describe, expect, it } from "vitest";
import { calledPorts, portNamed } from "../../../modules/task/called-ports";
import { ordersTask } from "../../support/orders";

const task = (ports: readonly (number | { containerPort: number; name?: string; protocol?: "tcp" | "udp" })[]) => ({
  containers: { api: { ...ordersTask.containers.api, ports } },
});

describe("the ports at which a task is called", () => {
  it("are those of its containers", () => {
    expect(calledPorts(task([8080, { containerPort: 9090 }, { containerPort: 53, protocol: "udp" }]))).toEqual([
      8080, 9090,
    ]);
  });

  it("are those that it offers by Service Connect, at the proxy where that has its own", () => {
    const offering = task([{ containerPort: 8080, name: "http" }, 9090]);
    const services = [{ portName: "http" }];
    expect(calledPorts({ ...offering, serviceConnect: { namespace: "shop", services } })).toEqual([8080]);
    const proxied = [{ portName: "http", ingressPortOverride: 15_000 }];
    expect(calledPorts({ ...offering, serviceConnect: { namespace: "shop", services: proxied } })).toEqual([15_000]);
    expect(calledPorts({ ...offering, serviceConnect: { namespace: "shop" } })).toEqual([8080, 9090]);
  });

  it("have names, of which only Terraform may know which is meant", () => {
    const named = task([{ containerPort: 8080, name: "http" }]);
    expect(portNamed(named, "http")).toBe(8080);
    expect(portNamed(named, "grpc")).toBeUndefined();
    expect(portNamed(named, "${var.port}")).toBeUndefined();
  });
});
