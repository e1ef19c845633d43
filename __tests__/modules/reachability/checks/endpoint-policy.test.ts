import { describe, expect, it } from "vitest";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  policy,
  TRUST,
  taskDefinition,
} from "../support/isolated-network";
import { type Block, dependency, hop, issuesOf, type TerraformFixture } from "../support/terraform-fixture";

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

  it("reads the documents that a policy document takes over, and those that override it", () => {
    const everybody = { principals: [{ type: "AWS", identifiers: ["*"] }], resources: ["*"] };
    const create = { sid: "Create", actions: ["logs:CreateLogStream"], ...everybody };
    const put = { sid: "Put", actions: ["logs:PutLogEvents"], ...everybody };
    const json = (name: string) => `\${data.aws_iam_policy_document.${name}.json}`;
    const verdictWith = (document: Block) => {
      const fixture = isolatedNetwork().set("aws_vpc_endpoint.logs", { policy: json("logs") });
      fixture.add("data.aws_iam_policy_document.create", { statement: [create] });
      fixture.add("data.aws_iam_policy_document.put", { statement: [put] });
      fixture.add("data.aws_iam_policy_document.closed", { statement: [{ ...put, effect: "Deny" }] });
      fixture.add("data.aws_iam_policy_document.logs", document);
      return dependency(fixture.prove(), "logs");
    };
    expect(verdictWith({ source_policy_documents: [json("create"), json("put")] }).verdict).toBe("proved");
    expect(verdictWith({ source_policy_documents: [json("create")], statement: [put] }).verdict).toBe("proved");
    expect(verdictWith({ source_policy_documents: [json("create"), policy(allow("logs:*", "*"))] }).verdict).toBe(
      "proved",
    );
    const overridden = { statement: [create, put], override_policy_documents: [json("closed")] };
    expect(verdictWith(overridden).issue).toMatchObject({ code: "endpoint-policy-refuses" });
    const restored = { source_policy_documents: [json("create"), json("closed")], statement: [put] };
    expect(verdictWith(restored).verdict).toBe("proved");
    const missing = verdictWith({ source_policy_documents: [json("create")] });
    expect(missing.issue?.problem).toContain("logs:PutLogEvents");
    const itself = verdictWith({ source_policy_documents: [json("logs")], statement: [create, put] });
    expect(itself.issue).toMatchObject({ code: "endpoint-policy-unknown" });
    const elsewhere = verdictWith({ source_policy_documents: ["${var.policy}"], statement: [create, put] });
    expect(elsewhere.issue).toMatchObject({ code: "endpoint-policy-unknown" });
  });

  it.each<[string, Block | string]>([
    [
      "a condition that is not read",
      allow("*", "*", { Condition: { DateGreaterThan: { "aws:CurrentTime": "2030-01-01T00:00:00Z" } } }),
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

describe("conditions of an endpoint policy", () => {
  const under = (condition: Block) => withPolicy("logs", allow("*", "*", { Condition: condition })).prove();

  it.each<[string, Block]>([
    ["the task's subnets are in the block", { IpAddress: { "aws:VpcSourceIp": "10.0.0.0/8" } }],
    ["several blocks have them", { IpAddress: { "aws:VpcSourceIp": ["10.0.1.0/24", "10.0.2.0/24"] } }],
    ["no address is asked of what has none", { NotIpAddress: { "aws:SourceIp": "192.0.2.0/24" } }],
    ["the Region is the task's", { StringEquals: { "aws:RequestedRegion": "eu-west-1" } }],
    ["the case does not matter", { StringEqualsIgnoreCase: { "aws:RequestedRegion": "EU-West-1" } }],
    ["one of several values is it", { "ForAnyValue:StringLike": { "aws:RequestedRegion": ["us-*", "eu-*"] } }],
    ["it is not another VPC", { StringNotEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } }],
  ])("holds where %s", (_, condition) => {
    expect(dependency(under(condition), "logs").verdict).toBe("proved");
  });

  it.each<[string, Block]>([
    ["the block is another", { IpAddress: { "aws:VpcSourceIp": "192.168.0.0/16" } }],
    ["the address is asked as from the internet", { IpAddress: { "aws:SourceIp": "10.0.0.0/8" } }],
    ["the Region is another", { StringEquals: { "aws:RequestedRegion": "us-east-1" } }],
    ["the endpoint is another", { StringEquals: { "aws:SourceVpce": "${aws_vpc_endpoint.ecr_api.id}" } }],
    [
      "one of two conditions does not hold",
      { Bool: { "aws:SecureTransport": "true" }, StringEquals: { "aws:SourceVpc": "vpc-0" } },
    ],
  ])("breaks where %s", (_, condition) => {
    expect(dependency(under(condition), "logs").issue).toMatchObject({ code: "endpoint-policy-refuses" });
  });

  it.each<[string, Block]>([
    ["the block has one of the task's subnets only", { IpAddress: { "aws:VpcSourceIp": "10.0.1.0/24" } }],
    ["an organization is asked for", { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } }],
    ["a tag is asked for", { StringEquals: { "aws:PrincipalTag/team": "orders" } }],
  ])("is unknown where %s", (_, condition) => {
    expect(dependency(under(condition), "logs").issue).toMatchObject({ code: "endpoint-policy-unknown" });
  });
});

describe("deny statements of an endpoint policy", () => {
  it.each<[string, Block]>([
    [
      "everybody but a role",
      { ...deny("*", "*"), Principal: undefined, NotPrincipal: { AWS: "arn:aws:iam::123456789012:role/other" } },
    ],
    ["every action but one", { ...deny("*", "*"), Action: undefined, NotAction: "logs:PutLogEvents" }],
    [
      "every resource but one",
      { ...deny("*", "*"), Resource: undefined, NotResource: "arn:aws:logs:*:*:log-group:/other:*" },
    ],
    [
      "what comes from elsewhere",
      deny("*", "*", { Condition: { StringNotEquals: { "aws:RequestedRegion": "us-east-1" } } }),
    ],
  ])("break for %s", (_, statement) => {
    const { issue } = dependency(
      withPolicy("logs", allow("*", "*"), { Sid: "Perimeter", ...statement }).prove(),
      "logs",
    );
    expect(issue).toMatchObject({ code: "endpoint-policy-refuses" });
    expect(issue?.fix).toContain('out of the statement "Perimeter"');
  });

  it.each<[string, Block]>([
    ["another action", deny("logs:DeleteLogGroup", "*")],
    ["another resource", deny("*", "arn:aws:logs:*:*:log-group:/other:*")],
    ["another principal", { ...deny("*", "*"), Principal: { AWS: "arn:aws:iam::123456789012:role/other" } }],
    ["what is not encrypted", deny("*", "*", { Condition: { Bool: { "aws:SecureTransport": "false" } } })],
    ["another VPC", deny("*", "*", { Condition: { StringEquals: { "aws:SourceVpc": "vpc-0123456789abcdef0" } } })],
  ])("hold for %s", (_, statement) => {
    expect(dependency(withPolicy("logs", allow("*", "*"), statement).prove(), "logs").verdict).toBe("proved");
  });
});

describe("the policy of an endpoint to which ECS Exec logs its sessions", () => {
  const withExec = (log: Block, endpoint: string, ...statements: readonly Block[]) =>
    withPolicy(endpoint, ...statements)
      .add("aws_ecs_cluster.own", {
        name: "own",
        configuration: { execute_command_configuration: { logging: "OVERRIDE", log_configuration: log } },
      })
      .set("aws_ecs_service.orders", { enable_execute_command: true, cluster: "${aws_ecs_cluster.own.arn}" });
  const sessions = { cloud_watch_log_group_name: "/sessions" };
  const bucket = "arn:aws:s3:::sessions";

  it("admits what the task role asks of CloudWatch Logs", () => {
    const all = withExec(sessions, "logs", allow("logs:*", "*"));
    expect(dependency(all.prove(), "logs").verdict).toBe("proved");
    const some = withExec(sessions, "logs", allow(["logs:CreateLogStream", "logs:PutLogEvents"], "*"));
    expect(dependency(some.prove(), "logs").issue?.problem).toContain("logs:DescribeLogGroups");
    const other = withExec(
      sessions,
      "logs",
      allow("logs:Describe*", "*"),
      allow("logs:*", "arn:aws:logs:*:*:log-group:/orders:*"),
    );
    expect(dependency(other.prove(), "logs").issue?.problem).toContain("log-group:/sessions");
  });

  it("admits what the task role asks of S3", () => {
    const layers = allow("s3:GetObject", LAYERS);
    const writes = allow("s3:PutObject", `${bucket}/*`);
    const reads = allow(["s3:GetEncryptionConfiguration", "s3:GetBucketLocation"], bucket);
    const log = { s3_bucket_name: "sessions" };
    expect(dependency(withExec(log, "s3", layers, writes, reads).prove(), "s3").verdict).toBe("proved");
    expect(dependency(withExec(log, "s3", layers, reads).prove(), "s3").issue?.problem).toContain("s3:PutObject");
    expect(dependency(withExec(log, "s3", layers, writes).prove(), "s3").issue?.problem).toContain("GetEncryption");
  });
});

describe("the policy of an endpoint for a role that is known by its name alone", () => {
  const byName = (pattern: string, role: Block) => {
    const condition = { Condition: { ArnLike: { "aws:PrincipalArn": pattern } } };
    const network = withPolicy("logs", allow("logs:*", "*", condition)).set("aws_iam_role.execution", role);
    return dependency(network.prove(), "logs").verdict;
  };
  const prefixed = { name: undefined, name_prefix: "orders-execution-" };
  const ARN = "arn:aws:iam::${data.aws_caller_identity.self.account_id}:role";

  it("admits one whose name begins as it says", () => {
    expect(byName("arn:aws:iam::*:role/orders-execution-*", prefixed)).toBe("proved");
    expect(byName(`${ARN}/orders-execution-*`, prefixed)).not.toBe("broken");
    expect(byName("arn:aws:iam::*:role/orders-*", {})).toBe("proved");
    expect(byName("arn:aws:iam::*:role/jobs/orders-*", { path: "/jobs/" })).toBe("proved");
  });

  it("refuses one whose name begins otherwise", () => {
    expect(byName("arn:aws:iam::*:role/payments-*", prefixed)).toBe("broken");
    expect(byName("arn:aws:iam::*:role/orders-*", { path: "/jobs/" })).toBe("broken");
  });

  it("does not know one that Terraform names", () => {
    expect(byName("arn:aws:iam::*:role/orders-*", { name: undefined })).toBe("unknown");
  });
});

describe("the policy of an endpoint for what is not known", () => {
  const uses = { uses: ["sqs"] };
  const verdictOf = (...statements: readonly Block[]) => {
    const network = isolatedNetwork()
      .add("aws_iam_role.task", { name: "orders-task", assume_role_policy: TRUST })
      .add("aws_vpc_endpoint.sqs", { ...interfaceEndpoint("sqs"), policy: policy(...statements) })
      .set("aws_ecs_task_definition.orders", {
        task_role_arn: "${aws_iam_role.task.arn}",
        "//": { privateFargate: uses },
      });
    return dependency(network.prove(), "sqs");
  };
  const byRole = (arn: string) => ({ Condition: { ArnLike: { "aws:PrincipalArn": arn } } });

  it("admits it where every action of the service is admitted to the role", () => {
    expect(verdictOf(allow("sqs:*", "*", byRole("${aws_iam_role.task.arn}"))).verdict).toBe("proved");
  });

  it("is an open question where some actions are, or some things", () => {
    expect(verdictOf(allow("sqs:Send*", "*")).verdict).toBe("unknown");
    expect(verdictOf(allow("sqs:*", "arn:aws:sqs:eu-west-1:123456789012:orders")).verdict).toBe("unknown");
  });

  it("refuses it where nothing is admitted to the role, in words", () => {
    const { verdict, issue } = verdictOf(allow("sqs:*", "*", byRole("${aws_iam_role.execution.arn}")));
    expect(verdict).toBe("broken");
    expect(`${issue?.problem} ${issue?.fix}`).not.toContain("${?}");
  });
});

describe("the policy of an endpoint with which ECS Exec encrypts its sessions", () => {
  const key = "arn:aws:kms:eu-west-1:123456789012:key/0a1b2c3d";
  const withKey = (kmsKeyId: string, resource: string) =>
    isolatedNetwork()
      .add("aws_kms_key.exec", {})
      .add("aws_vpc_endpoint.kms", { ...interfaceEndpoint("kms"), policy: policy(allow("kms:Decrypt", resource)) })
      .add("aws_vpc_endpoint.exec", interfaceEndpoint("ssmmessages"))
      .add("aws_ecs_cluster.own", {
        name: "own",
        configuration: { execute_command_configuration: { kms_key_id: kmsKeyId, logging: "NONE" } },
      })
      .set("aws_ecs_service.orders", { enable_execute_command: true, cluster: "${aws_ecs_cluster.own.arn}" });

  it.each([
    [key, key, "proved"],
    ["0a1b2c3d", "arn:aws:kms:eu-west-1:*:key/0a1b2c3d", "proved"],
    ["0a1b2c3d", key, "unknown"],
    ["alias/sessions", key, "unknown"],
    ["alias/sessions", "arn:aws:kms:eu-west-1:*:key/*", "proved"],
    ["${aws_kms_key.exec.key_id}", "${aws_kms_key.exec.arn}", "proved"],
    ["${aws_kms_key.exec.key_id}", key, "unknown"],
    ["0a1b2c3d", "arn:aws:kms:eu-west-1:*:key/4d5e6f", "broken"],
    ["0a1b2c3d", "arn:aws:kms:us-east-1:*:key/0a1b2c3d", "broken"],
  ])("with the key %s and a policy for %s is %s", (kmsKeyId, resource, verdict) => {
    expect(dependency(withKey(kmsKeyId, resource).prove(), "kms").verdict).toBe(verdict);
  });
});

describe("the policy of an endpoint for the credentials of a registry", () => {
  const secret = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:registry-AbCdEf";
  const withCredentials = (resource: string) =>
    isolatedNetwork()
      .add("aws_ecs_task_definition.orders", {
        ...taskDefinition([
          container({
            image: "registry.example.com/orders:1",
            repositoryCredentials: { credentialsParameter: secret },
          }),
        ]),
        "//": { privateFargate: { reachableHosts: ["registry.example.com"] } },
      })
      .add("aws_vpc_endpoint.secrets", {
        ...interfaceEndpoint("secretsmanager"),
        policy: policy(allow("secretsmanager:GetSecretValue", resource, { Principal: { AWS: EXECUTION_ROLE } })),
      });

  it("admits what the execution role asks of Secrets Manager", () => {
    expect(dependency(withCredentials(secret).prove(), "secretsmanager").verdict).toBe("proved");
    const { issue } = dependency(withCredentials(`${secret}2`).prove(), "secretsmanager");
    expect(issue?.code).toBe("endpoint-policy-refuses");
    expect(issue?.problem).toContain(secret);
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
      const statement = allow("s3:GetObject", LAYERS, { Condition: { StringLike: { [key]: "*o-1234567890*" } } });
      const { issue } = dependency(withPolicy("s3", statement).prove(), "s3");
      expect(issue).toMatchObject({ code: "endpoint-policy-layer-condition", path: "aws_vpc_endpoint.s3" });
    },
  );

  it.each<[string, Block]>([
    ["aws:PrincipalOrgID", { StringNotEquals: { "aws:PrincipalOrgID": "o-1234567890" } }],
    ["aws:PrincipalOrgID, if there is one", { StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-1234567890" } }],
    ["aws:ResourceAccount", { StringNotEquals: { "aws:ResourceAccount": "123456789012" } }],
    ["aws:PrincipalArn", { ArnNotLike: { "aws:PrincipalArn": "arn:aws:iam::123456789012:*" } }],
  ])("breaks with a deny for everybody else by %s, which ECR is", (_, condition) => {
    const perimeter = deny("s3:*", "*", { Condition: condition });
    const { issue } = dependency(withPolicy("s3", allow("*", "*"), perimeter).prove(), "s3");
    expect(issue).toMatchObject({ code: "endpoint-policy-layer-condition", path: "aws_vpc_endpoint.s3" });
    const { Resource: _all, ...rest } = perimeter;
    const outside = { ...rest, NotResource: LAYERS };
    expect(dependency(withPolicy("s3", allow("*", "*"), outside).prove(), "s3").verdict).toBe("proved");
  });

  it("does not mind a condition on the layers where another statement admits them", () => {
    const conditional = allow("s3:GetObject", LAYERS, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1" } } });
    const proof = withPolicy("s3", conditional, allow("s3:Get*", "*")).prove();
    expect(issuesOf(proof)).toEqual([]);
  });

  it("checks the policy of each gateway endpoint that serves a subnet of the task", () => {
    const other = "aws_vpc_endpoint.s3_b";
    const fixture = isolatedNetwork()
      .add("aws_route_table.b", { vpc_id: "${aws_vpc.main.id}" })
      .set("aws_route_table_association.app_b", { route_table_id: "${aws_route_table.b.id}" });
    fixture.add(other, { ...fixture.at("aws_vpc_endpoint.s3"), route_table_ids: ["${aws_route_table.b.id}"] });
    expect(dependency(fixture.prove(), "s3").verdict).toBe("proved");
    fixture.set(other, { policy: policy(allow("s3:GetObject", "arn:aws:s3:::orders/*")) });
    expect(dependency(fixture.prove(), "s3").issue).toMatchObject({ code: "endpoint-policy-refuses", path: other });
  });

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
