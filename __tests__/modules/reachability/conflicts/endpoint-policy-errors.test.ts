import { describe, expect, it } from "vitest";
import { interfaceEndpoint, isolatedNetwork, policy } from "../support/isolated-network";
import { type Block, issuesWith } from "../support/terraform-fixture";

const LOGS = "aws_vpc_endpoint.logs";

describe("the length of a policy", () => {
  it("refuses a policy of more than 20,480 characters", () => {
    const statement = (resources: number) => ({
      Effect: "Allow",
      Principal: "*",
      Action: "*",
      Resource: ["*", ...Array.from({ length: resources }, (_, index) => `arn:aws:logs:::${index}`.padEnd(100, "x"))],
    });
    const long = isolatedNetwork().set(LOGS, { policy: policy(statement(200)) });
    expect(issuesWith(long.prove(), "endpoint-policy-too-long")).toMatchObject([{ path: LOGS }]);
    const short = isolatedNetwork().set(LOGS, { policy: policy(statement(100)) });
    expect(issuesWith(short.prove(), "endpoint-policy-too-long")).toEqual([]);
  });
});

describe("G7: the principal in the policy of a gateway endpoint", () => {
  it.each<[unknown, number]>([
    ["*", 0],
    [{ AWS: "*" }, 0],
    [{ AWS: "arn:aws:iam::123456789012:root" }, 1],
    [undefined, 1],
  ])("%j is refused %d times", (principal, times) => {
    const statement = { Effect: "Allow", Principal: principal, Action: "*", Resource: "*" };
    const proof = isolatedNetwork()
      .set("aws_vpc_endpoint.s3", { policy: policy(statement) })
      .prove();
    expect(issuesWith(proof, "gateway-policy-principal")).toHaveLength(times);
  });
});

describe("policies that admit nothing", () => {
  it("are found, whether a task calls the service or not", () => {
    const statement = { Effect: "Deny", Principal: "*", Action: "sqs:DeleteQueue", Resource: "*" };
    const fixture = isolatedNetwork().add("aws_vpc_endpoint.sqs", {
      ...interfaceEndpoint("sqs"),
      policy: policy(statement),
    });
    expect(issuesWith(fixture.prove(), "endpoint-policy-allows-nothing")).toMatchObject([
      { path: "aws_vpc_endpoint.sqs" },
    ]);
  });
});

describe("a condition on who asks for the image layers", () => {
  const conditional = {
    ...{ Effect: "Allow", Principal: "*", Action: "s3:GetObject" },
    Resource: "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*",
    Condition: { StringEquals: { "aws:ResourceOrgID": "o-1234567890" } },
  };
  const withPolicy = (...statements: readonly Block[]) =>
    isolatedNetwork()
      .add("aws_vpc.other", { cidr_block: "10.9.0.0/16" })
      .add("aws_vpc_endpoint.other", {
        ...{ vpc_id: "${aws_vpc.other.id}", service_name: "com.amazonaws.eu-west-1.s3" },
        policy: policy(...statements),
      });

  it("can never hold, whether a task calls S3 there or not", () => {
    expect(issuesWith(withPolicy(conditional).prove(), "endpoint-policy-layer-condition")).toMatchObject([
      { path: "aws_vpc_endpoint.other" },
    ]);
  });

  it.each<[string, readonly Block[]]>([
    ["is about other buckets", [{ ...conditional, Resource: "arn:aws:s3:::orders/*" }]],
    ["denies", [{ ...conditional, Effect: "Deny" }]],
    ["is not needed", [conditional, { ...conditional, Condition: undefined }]],
  ])("does no harm in a statement that %s", (_, statements) => {
    expect(issuesWith(withPolicy(...statements).prove(), "endpoint-policy-layer-condition")).toEqual([]);
  });
});
