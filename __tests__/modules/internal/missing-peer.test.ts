import { describe, expect, it } from "vitest";
import { explainedFailure } from "../../../modules/internal/missing-peer";

function notFound(name: string): Error {
  return Object.assign(new Error(`Cannot find module '${name}'\nRequire stack:\n- /app/main.js`), {
    code: "MODULE_NOT_FOUND",
  });
}

describe("explainedFailure", () => {
  it.each([
    ["cdktf", "cdktf"],
    ["constructs", "constructs"],
    ["@cdktf/provider-aws/lib/route-table", "@cdktf/provider-aws"],
  ])("says for the missing module %s what to install", (name, peer) => {
    const failure = notFound(name);
    expect(explainedFailure(failure)).toMatchObject({
      message: `cdktf-private-fargate needs ${peer}, which is not installed: write npm install cdktf constructs @cdktf/provider-aws (cdktf-private-fargate/planning and cdktf-private-fargate/reachability work without it)`,
      cause: failure,
    });
  });

  it.each([
    ["a module of another package", notFound("cdktf-cli")],
    ["a module that a peer misses", notFound("archiver")],
    ["an error that only names a peer", new Error("Cannot find module 'cdktf'")],
    ["what is no error", "Cannot find module 'cdktf'"],
  ])("leaves %s as it is", (_what, failure) => {
    expect(explainedFailure(failure)).toBe(failure);
  });
});
