import { describe, expect, it } from "vitest";
import { container, isolatedNetwork, policy, taskDefinition } from "../support/isolated-network";
import { type Block, dependency, hop, type TerraformFixture } from "../support/terraform-fixture";

const EXECUTION_ROLE = "${aws_iam_role.execution.arn}";
const LAYERS = "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*";
const REPOSITORY = "arn:aws:ecr:eu-west-1:123456789012:repository/orders";

function allow(action: string | readonly string[], resource: string | readonly string[], more: Block = {}): Block {
  return { Effect: "Allow", Principal: "*", Action: action, Resource: resource, ...more };
}

function deny(action: string, resource: string, more: Block = {}): Block {
  return { ...allow(action, resource, more), Effect: "Deny" };
}

/** The network in which an endpoint has a policy. */
function withPolicy(endpoint: string, ...statements: readonly Block[]): TerraformFixture {
  return isolatedNetwork().set(`aws_vpc_endpoint.${endpoint}`, { policy: policy(...statements) });
}

const PULL = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

describe("I11: the endpoint policy admits action, resource and principal", () => {
  it("holds without a policy, and with one that admits everything", () => {
    expect(hop(isolatedNetwork().prove(), "logs", "endpoint-policy")).toContain("has no policy");
    expect(hop(withPolicy("logs", allow("*", "*")).prove(), "logs", "endpoint-policy")).toContain("admits everything");
  });

  it.each<[string, string, Block]>([
    ["ecr.api", "ecr_api", allow("ecr:GetAuthorizationToken", "*")],
    ["ecr.api", "ecr_api", allow("ecr:Get*", "*", { Principal: { AWS: EXECUTION_ROLE } })],
    ["ecr.dkr", "ecr_dkr", allow(PULL, REPOSITORY)],
    ["ecr.dkr", "ecr_dkr", allow("ECR:*", "arn:aws:ecr:*:123456789012:repository/ord?rs")],
    ["ecr.dkr", "ecr_dkr", { Effect: "Allow", Principal: "*", NotAction: "ecr:Delete*", Resource: "*" }],
    ["logs", "logs", allow("logs:*", "arn:aws:logs:eu-west-1:*:log-group:/orders:*")],
    ["logs", "logs", allow("logs:*", "*", { Condition: { StringEquals: { "aws:SourceVpc": "${aws_vpc.main.id}" } } })],
    ["logs", "logs", allow("logs:*", "*", { Condition: { ArnLike: { "aws:PrincipalArn": EXECUTION_ROLE } } })],
    ["logs", "logs", allow("logs:*", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } })],
    [
      "logs",
      "logs",
      allow("logs:*", "*", { Condition: { StringEquals: { "aws:SourceVpce": "${aws_vpc_endpoint.logs.id}" } } }),
    ],
  ])("holds for %s of %s with %j", (service, endpoint, statement) => {
    expect(dependency(withPolicy(endpoint, statement).prove(), service)).toMatchObject({ verdict: "proved" });
  });

  it.each<[string, string, readonly Block[], string]>([
    ["another action", "ecr_dkr", [allow("ecr:BatchGetImage", "*")], "ecr:GetDownloadUrlForLayer"],
    ["another repository", "ecr_dkr", [allow(PULL, `${REPOSITORY}-other`)], REPOSITORY],
    [
      "another principal",
      "ecr_dkr",
      [allow("*", "*", { Principal: { AWS: "arn:aws:iam::999999999999:role/x" } })],
      PULL[0] ?? "",
    ],
    [
      "a service's principal",
      "ecr_dkr",
      [allow("*", "*", { Principal: { Service: "ec2.amazonaws.com" } })],
      PULL[0] ?? "",
    ],
    ["a denied action", "ecr_dkr", [allow("*", "*"), deny("ecr:BatchGetImage", "*")], "ecr:BatchGetImage"],
    [
      "another VPC",
      "ecr_dkr",
      [allow("*", "*", { Condition: { StringEquals: { "aws:SourceVpc": "vpc-0" } } })],
      PULL[0] ?? "",
    ],
    [
      "a role that is left out",
      "ecr_dkr",
      [allow("*", "*", { Condition: { StringNotEquals: { "aws:PrincipalArn": EXECUTION_ROLE } } })],
      PULL[0] ?? "",
    ],
  ])("breaks with %s", (_, endpoint, statements, what) => {
    const { issue } = dependency(withPolicy(endpoint, ...statements).prove(), "ecr.dkr");
    expect(issue).toMatchObject({ code: "endpoint-policy-refuses", path: "aws_vpc_endpoint.ecr_dkr" });
    expect(issue?.problem).toContain(what);
  });

  it("reads a policy that is a resource of its own, and names it", () => {
    const fixture = isolatedNetwork().add("aws_vpc_endpoint_policy.logs", {
      vpc_endpoint_id: "${aws_vpc_endpoint.logs.id}",
      policy: policy(allow("logs:DescribeLogGroups", "*")),
    });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({
      code: "endpoint-policy-refuses",
      path: "aws_vpc_endpoint_policy.logs",
    });
  });

  it("reads a policy document of Terraform", () => {
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", {
      policy: "${data.aws_iam_policy_document.logs.json}",
    });
    const statement = {
      actions: ["logs:CreateLogStream", "logs:PutLogEvents"],
      resources: ["*"],
      principals: [{ type: "AWS", identifiers: ["*"] }],
    };
    fixture.add("data.aws_iam_policy_document.logs", { statement: [statement] });
    expect(dependency(fixture.prove(), "logs").verdict).toBe("proved");
    fixture.add("data.aws_iam_policy_document.logs", { statement: [{ ...statement, actions: ["logs:PutLogEvents"] }] });
    expect(dependency(fixture.prove(), "logs").issue?.problem).toContain("logs:CreateLogStream");
  });

  it.each<[string, Block | string]>([
    [
      "a condition that is not read",
      allow("*", "*", { Condition: { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } } }),
    ],
    ["a principal of a variable", allow("*", "*", { Principal: { AWS: "${var.role}" } })],
    ["a resource of a variable", allow("*", "${var.resource}")],
    ["a policy that a variable holds", "${var.policy}"],
    ["a policy that a function makes", '${templatefile("policy.json", {})}'],
  ])("is unknown with %s", (_, statement) => {
    const text = typeof statement === "string" ? statement : policy(statement);
    const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { policy: text });
    expect(dependency(fixture.prove(), "logs").issue).toMatchObject({ code: "endpoint-policy-unknown" });
  });

  it("knows what secrets, parameters and ECS Exec ask for", () => {
    const parameter = { name: "TOKEN", valueFrom: "/orders/token" };
    const fixture = isolatedNetwork().add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container({ secrets: [parameter] })]),
    );
    fixture.add("aws_vpc_endpoint.ssm", {
      ...fixture.at("aws_vpc_endpoint.logs"),
      service_name: "com.amazonaws.eu-west-1.ssm",
      policy: policy(allow("ssm:GetParameters", "arn:aws:ssm:eu-west-1:*:parameter/orders/*")),
    });
    expect(dependency(fixture.prove(), "ssm").verdict).toBe("proved");
    fixture.set("aws_vpc_endpoint.ssm", {
      policy: policy(allow("ssm:GetParameters", "arn:aws:ssm:eu-west-1:*:parameter/billing/*")),
    });
    expect(dependency(fixture.prove(), "ssm").issue?.problem).toContain("parameter/orders/token");
  });
});

describe("G7: the gateway policy admits the buckets that the task needs", () => {
  it.each<[string, Block]>([
    ["the layers of the Region", allow("s3:GetObject", LAYERS)],
    ["every bucket", allow("s3:*", "*")],
  ])("holds with %s", (_, statement) => {
    expect(dependency(withPolicy("s3", statement).prove(), "s3").verdict).toBe("proved");
  });

  it.each<[string, Block]>([
    ["another bucket", allow("s3:GetObject", "arn:aws:s3:::orders/*")],
    ["the layers of another Region", allow("s3:GetObject", LAYERS.replace("eu-west-1", "eu-west-3"))],
    ["the bucket without its objects", allow("s3:GetObject", LAYERS.replace("/*", ""))],
  ])("breaks with %s only", (_, statement) => {
    const { issue } = dependency(withPolicy("s3", statement).prove(), "s3");
    expect(issue).toMatchObject({ code: "endpoint-policy-refuses", path: "aws_vpc_endpoint.s3" });
    expect(issue?.fix).toContain(LAYERS);
  });

  it.each(["aws:PrincipalArn", "aws:PrincipalOrgID", "s3:ResourceAccount", "aws:ResourceOrgID"])(
    "breaks with a condition on %s, since ECR signs for the layers",
    (key) => {
      const statement = allow("s3:GetObject", LAYERS, { Condition: { StringLike: { [key]: "*" } } });
      const { issue } = dependency(withPolicy("s3", statement).prove(), "s3");
      expect(issue).toMatchObject({ code: "endpoint-policy-layer-condition", path: "aws_vpc_endpoint.s3" });
    },
  );

  it("asks for environment files as well", () => {
    const file = { value: "arn:aws:s3:::orders-config/production.env", type: "s3" };
    const fixture = withPolicy("s3", allow("s3:GetObject", LAYERS)).add(
      "aws_ecs_task_definition.orders",
      taskDefinition([container({ environmentFiles: [file] })]),
    );
    expect(dependency(fixture.prove(), "s3").issue?.problem).toContain("arn:aws:s3:::orders-config/production.env");
    const bucket = "arn:aws:s3:::orders-config";
    fixture.set("aws_vpc_endpoint.s3", {
      policy: policy(allow("s3:GetObject", [LAYERS, `${bucket}/*`]), allow("s3:GetBucketLocation", bucket)),
    });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
  });
});
