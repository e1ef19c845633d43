const assert = require("node:assert");
const { execFileSync } = require("node:child_process");
const { readFileSync } = require("node:fs");
const { test } = require("node:test");
const { proveReachability } = require("cdktf-private-fargate/reachability");

test("reaches everything that its task calls", () => {
  execFileSync(process.execPath, ["main.js"]);
  const terraform = JSON.parse(readFileSync("cdktf.out/stacks/orders/cdk.tf.json", "utf8"));
  assert.strictEqual(proveReachability([terraform]).verdict, "proved");
});
