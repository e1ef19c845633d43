import { expect, it } from "vitest";
import { issuesOf, plannedBy, taskWith } from "../../../support/planned";

it.each(["APPMESH_RESOURCE_ARN", "APPMESH_VIRTUAL_NODE_NAME"])(
  "R30: a proxy of App Mesh gets no configuration, which no endpoint helps: %s",
  (variable) => {
    const task = taskWith({ environment: { [variable]: "mesh/orders/virtualNode/api" } });
    expect(issuesOf(task)).toEqual([`warning mesh-proxy-without-mesh containers.api.environment.${variable}`]);
    expect(plannedBy("mesh-proxies", task)).toEqual([]);
  },
);

it("R30: another proxy is no matter", () => {
  expect(issuesOf(taskWith({ environment: { ENVOY_LOG_LEVEL: "info" } }))).toEqual([]);
});
