import { describe, expect, it } from "vitest";
import { explainedFailure } from "../../../modules/internal/missing-peer";

function notFound(name: string): Error {
  return Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- /app/main.js`), {
    code: "MODULE_NOT_FOUND",
  });
}

describe("explainedFailure", () => {
  const REST = "cdktf-private-fargate/planning and cdktf-private-fargate/reachability work without it";

  it.each([
    ["cdktf", "cdktf"],
    ["constructs", "constructs"],
    ["@cdktf/provider-aws/lib/route-table", "@cdktf/provider-aws"],
  ])("says for the missing module %s what to install", (name, peer) => {
    const failure = notFound(name);
    expect(explainedFailure(failure, "cdktf")).toMatchObject({
      message: `cdktf-private-fargate needs ${peer}, which is not installed: write npm install cdktf constructs @cdktf/provider-aws (with CDK Terrain import cdktf-private-fargate/cdktn; ${REST})`,
      cause: failure,
    });
  });

  it.each([
    ["cdktn", "cdktn"],
    ["constructs", "constructs"],
    ["@cdktn/provider-aws/lib/route-table", "@cdktn/provider-aws"],
  ])("says for the missing module %s what to install for CDK Terrain", (name, peer) => {
    const failure = notFound(name);
    expect(explainedFailure(failure, "cdktn")).toMatchObject({
      message: `cdktf-private-fargate needs ${peer}, which is not installed: write npm install cdktn@0.24 constructs@10.7 @cdktn/provider-aws@25 (${REST})`,
      cause: failure,
    });
  });

  it.each([
    ["a module of another package", notFound("cdktf-cli")],
    ["a module that a peer misses", notFound("archiver")],
    ["an error that only names a peer", new Error("Cannot find module 'cdktf'")],
    ["what is no error", "Cannot find module 'cdktf'"],
  ])("leaves %s as it is", (_what, failure) => {
    expect(explainedFailure(failure, "cdktf")).toBe(failure);
  });
});
