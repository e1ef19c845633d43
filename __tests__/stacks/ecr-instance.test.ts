import { describe, expect, it } from "vitest";
import { createStacks } from "../../stacks";
import { parsed, ref, type SynthesizedStack, synthApp } from "../support/synth";

const NAME = "ecr-instance";

function synthesize(settings: Readonly<Record<string, unknown>> = {}): SynthesizedStack {
  const stack = synthApp(createStacks, { stacks: [NAME], [NAME]: settings }).get(NAME);
  if (stack === undefined) throw new Error("no stack");
  return stack;
}

describe("the ecr-instance stack", () => {
  const stack = synthesize();

  it("has no way to the internet", () => {
    for (const type of ["aws_internet_gateway", "aws_nat_gateway", "aws_route"]) expect(stack.all(type)).toEqual([]);
    expect(stack.text).not.toContain("0.0.0.0/0");
  });

  it("has every endpoint with private DNS, and one gateway endpoint on the subnet's route table", () => {
    const interfaces = stack
      .all("aws_vpc_endpoint")
      .filter(({ attributes }) => attributes["vpc_endpoint_type"] !== "Gateway");
    expect(interfaces.map(({ attributes }) => attributes["private_dns_enabled"])).toEqual(Array(5).fill(true));
    expect(stack.at("endpoints/s3/Resource").attributes["route_table_ids"]).toEqual([
      ref(stack.only("aws_route_table"), "id"),
    ]);
  });

  it("lets the instance pull from its repository and from no other", () => {
    const policy = parsed(stack.only("aws_iam_role_policy").attributes["policy"]);
    expect(policy).toMatchObject({
      Statement: [
        { Sid: "SessionManager" },
        { Sid: "EcrToken", Action: ["ecr:GetAuthorizationToken"], Resource: ["*"] },
        { Sid: "EcrPull", Resource: [ref(stack.only("aws_ecr_repository"), "arn")] },
      ],
    });
  });

  it("closes the port of ECR's endpoints only, and keeps the session", () => {
    const rule = stack.at("instance/endpoints-ingress");
    const group = stack.at("endpoints/security-group/Resource");
    expect(rule.attributes["security_group_id"]).toBe(ref(group, "id"));
    const session = stack.at("session-endpoints/ssmmessages/Resource").attributes["security_group_ids"];
    expect(session).toEqual([ref(stack.at("session-endpoints/security-group/Resource"), "id")]);
    for (const [output, port] of [
      ["close_port", 8443],
      ["open_port", 443],
    ] as const) {
      const command = String(stack.output(output));
      expect(command).toContain(`--group-id ${ref(group, "id")}`);
      expect(command).toContain(`SecurityGroupRuleId=${ref(rule, "security_group_rule_id")}`);
      expect(command).toContain(`FromPort=${port},ToPort=${port}`);
    }
  });

  it("says what a person needs next", () => {
    expect(Object.keys(stack.json.output ?? {}).sort()).toEqual([
      "close_port",
      "instance_id",
      "login",
      "open_port",
      "pull",
      "push_image",
      "repository_url",
      "session",
      "vpc_id",
    ]);
  });
});

it("the ecr-instance stack takes its settings", () => {
  const stack = synthesize({
    name: "puller",
    region: "eu-west-1",
    cidrBlock: "172.16.0.0/16",
    subnetCidrBlock: "172.16.1.0/24",
    availabilityZone: "eu-west-1c",
    repositoryName: "tools/alpine",
    imageTag: "3",
    instanceType: "t3.small",
  });
  for (const text of ["ap-northeast-1", "10.0."]) expect(stack.text).not.toContain(text);
  expect(stack.only("aws_vpc").attributes).toMatchObject({ cidr_block: "172.16.0.0/16", tags: { Name: "puller" } });
  expect(stack.only("aws_subnet").attributes).toMatchObject({
    cidr_block: "172.16.1.0/24",
    availability_zone: "eu-west-1c",
  });
  expect(stack.only("aws_ecr_repository").attributes["name"]).toBe("tools/alpine");
  expect(stack.only("aws_instance").attributes["instance_type"]).toBe("t3.small");
  expect(stack.output("pull")).toMatch(/:3$/);
  expect(stack.output("session")).toContain("--region eu-west-1");
});
