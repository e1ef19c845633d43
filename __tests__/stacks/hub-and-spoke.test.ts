import { describe, expect, it } from "vitest";
import { proveReachability } from "../../modules";
import { createStacks } from "../../stacks";
import { ref, type SynthesizedStack, synthApp } from "../support/synth";

const NAME = "hub-and-spoke";

function synthesize(settings: Readonly<Record<string, unknown>> = {}): SynthesizedStack {
  const stack = synthApp(createStacks, { stacks: [NAME], [NAME]: settings }).get(NAME);
  if (stack === undefined) throw new Error("no stack");
  return stack;
}

describe("the hub-and-spoke stack", () => {
  const stack = synthesize();

  it("has no way to the internet", () => {
    for (const type of ["aws_internet_gateway", "aws_nat_gateway"]) expect(stack.all(type)).toEqual([]);
    expect(stack.text).not.toContain("0.0.0.0/0");
  });

  it("has the interface endpoints in the hub, without private DNS, and that of S3 in the spoke", () => {
    const [hub, spoke] = [stack.at("hub-network/vpc"), stack.at("spoke-network/vpc")].map((vpc) => ref(vpc, "id"));
    const endpoints = stack.all("aws_vpc_endpoint").map(({ attributes }) => attributes);
    expect(endpoints.map((each) => [each["service_name"], each["vpc_id"]])).toEqual([
      ["com.amazonaws.ap-northeast-1.s3", spoke],
      ["com.amazonaws.ap-northeast-1.ecr.api", hub],
      ["com.amazonaws.ap-northeast-1.ecr.dkr", hub],
      ["com.amazonaws.ap-northeast-1.logs", hub],
    ]);
    expect(endpoints.flatMap((each) => each["private_dns_enabled"] ?? [])).toEqual([false, false, false]);
  });

  it("shows the spoke each zone of the hub", () => {
    const spoke = ref(stack.at("spoke-network/vpc"), "id");
    const associations = stack.all("aws_route53_zone_association").map(({ attributes }) => attributes["vpc_id"]);
    expect(associations).toEqual([spoke, spoke, spoke]);
  });

  it("is proved, each hop of it", () => {
    const { verdict, tasks } = proveReachability([stack.json]);
    expect(verdict).toBe("proved");
    expect(tasks.flatMap(({ dependencies }) => dependencies.map(({ service }) => service))).toEqual([
      "s3",
      "ecr.api",
      "ecr.dkr",
      "logs",
    ]);
  });

  it("takes other blocks, which routes and rules follow", () => {
    const changed = synthesize({ hubCidrBlock: "10.8.0.0/16", spokeCidrBlock: "10.9.0.0/16" });
    const routes = changed.all("aws_route").map(({ attributes }) => attributes["destination_cidr_block"]);
    expect([...new Set(routes)].sort()).toEqual(["10.8.0.0/16", "10.9.0.0/16"]);
    const [rule] = changed.all("aws_vpc_security_group_ingress_rule");
    expect(rule?.attributes["cidr_ipv4"]).toBe("10.9.0.0/16");
  });
});
