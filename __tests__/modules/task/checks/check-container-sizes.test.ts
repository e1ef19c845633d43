import { describe, expect, it } from "vitest";
import { checkContainerSizes } from "../../../../modules/task/checks/check-container-sizes";
import type { UncheckedFargateTask } from "../../../../modules/task/fargate-task";
import { ContainerImage } from "../../../../modules/task/images/container-image";

const image = ContainerImage.registry("nginx");

/** What is found of a task with two containers. */
function found(sizes: Partial<UncheckedFargateTask>, one: object, other: object = {}) {
  const containers = { one: { image, ...one }, other: { image, ...other } };
  return [...checkContainerSizes({ family: "orders", containers, ...sizes })];
}

describe("the sizes of containers", () => {
  it.each([
    [{ cpu: 512, memory: 1024 }, { cpu: 256, memory: 1024 }, { cpu: 256 }],
    [{ cpu: "1 vCPU", memory: "2 GB" }, { cpu: 1024, memory: 2048 }, {}],
    [{ cpu: "${var.cpu}", memory: "<MEMORY>" }, { cpu: 9999, memory: 99999 }, {}],
    [{ cpu: 512, memory: 1024, verbatim: {} }, { cpu: "${var.cpu}", memory: "${var.memory}" }, {}],
    [{ verbatim: {} }, { cpu: 9999, memory: 99999 }, {}],
  ])("fit into %j: %j and %j", (sizes, one, other) => {
    expect(found(sizes, one, other)).toEqual([]);
  });

  it.each([
    [{ cpu: 512, memory: 1024 }, { memory: 1025 }, {}, "containers.one.memory"],
    [{ cpu: 512, memory: 1024 }, { cpu: 256 }, { cpu: 257 }, "cpu"],
    [{}, { memory: 513 }, {}, "containers.one.memory"],
    [{ operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" }, { cpu: 1025 }, {}, "cpu"],
  ])("do not fit into %j: %j and %j", (sizes, one, other, path) => {
    expect(found(sizes, one, other)).toMatchObject([{ code: "container-size-exceeds-task", path }]);
  });
});
