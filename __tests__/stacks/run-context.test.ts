import { App } from "cdktf";
import { expect, test } from "vitest";
import { RUN_CONTEXT, takeRunContext } from "../../stacks/run-context";

test("the context of a run counts more than the one that cdktf has read", () => {
  const app = new App({ context: { region: "us-east-1", stacks: ["a"] } });
  takeRunContext(app, { [RUN_CONTEXT]: '{ "region": "eu-west-1" }' });
  expect(app.node.getAllContext()).toMatchObject({ region: "eu-west-1", stacks: ["a"] });
});

test("without one nothing changes", () => {
  const app = new App({ context: { region: "us-east-1" } });
  takeRunContext(app, {});
  expect(app.node.tryGetContext("region")).toBe("us-east-1");
});
