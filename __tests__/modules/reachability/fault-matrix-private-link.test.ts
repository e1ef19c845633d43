import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../modules/reachability/prove-reachability";
import { createStacks } from "../../../stacks";
import { synthApp } from "../../support/synth";
import { issuesOf, TerraformFixture } from "./support/terraform-fixture";

const NAMES = ["private-link-provider", "private-link-consumer"] as const;

/** The two stacks, of which a test breaks one. */
function privateLink(): Record<(typeof NAMES)[number], TerraformFixture> {
  const stacks = synthApp(createStacks, { stacks: NAMES });
  const of = (name: string) => new TerraformFixture(JSON.parse(stacks.get(name)?.text ?? ""));
  return { "private-link-provider": of(NAMES[0]), "private-link-consumer": of(NAMES[1]) };
}

function only(stack: TerraformFixture, type: string): string {
  const [id, ...others] = Object.keys(stack.json.resource[type] ?? {});
  if (id === undefined || others.length > 0) throw new Error(`${type}: ${others.length + 1} found`);
  return `${type}.${id}`;
}

const prove = (stacks: ReturnType<typeof privateLink>) => proveReachability(NAMES.map((name) => stacks[name].json));

describe("an endpoint service and its consumer, in two stacks", () => {
  it("meet, and nothing is found", () => {
    expect(issuesOf(prove(privateLink()))).toEqual([]);
  });

  it("do not meet where the load balancer has another zone than the endpoint", () => {
    const stacks = privateLink();
    const provider = stacks["private-link-provider"];
    provider.set(only(provider, "aws_subnet"), { availability_zone: "us-east-1d" });
    const consumer = stacks["private-link-consumer"];
    const address = `private-link-consumer/${only(consumer, "aws_vpc_endpoint")}`;
    expect(prove(stacks).conflicts).toMatchObject([{ code: "endpoint-zone-not-offered", path: address }]);
    expect(prove(stacks).verdict).toBe("broken");
  });

  it("wait for each other where nobody accepts the connection", () => {
    const stacks = privateLink();
    const consumer = stacks["private-link-consumer"];
    const address = `private-link-consumer/${only(consumer, "aws_vpc_endpoint")}`;
    consumer.remove(only(consumer, "aws_vpc_endpoint_connection_accepter"));
    expect(prove(stacks).conflicts).toMatchObject([
      { code: "connection-not-accepted", severity: "warning", path: address },
    ]);
    const provider = stacks["private-link-provider"];
    provider.set(only(provider, "aws_vpc_endpoint_service"), { acceptance_required: false });
    expect(issuesOf(prove(stacks))).toEqual([]);
  });

  it("break where the endpoint has a security group of another VPC", () => {
    const stacks = privateLink();
    const consumer = stacks["private-link-consumer"];
    consumer.add("aws_vpc.other", { cidr_block: "172.31.0.0/16" });
    consumer.add("aws_security_group.other", { vpc_id: "${aws_vpc.other.id}" });
    consumer.set(only(consumer, "aws_vpc_endpoint"), { security_group_ids: ["${aws_security_group.other.id}"] });
    expect(prove(stacks).conflicts).toMatchObject([{ code: "other-vpc" }]);
  });
});
