import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../modules/reachability/prove-reachability";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  policy,
  taskDefinition,
  withNatGateway,
  withTaskRole,
} from "../support/isolated-network";
import { type Block, dependency, hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const ROLE = "aws_iam_role.execution";
const OWN = "aws_iam_role_policy.execution";
const ATTACHED = "aws_iam_role_policy_attachment.execution";
const MANAGED = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const ATTACHMENT = { role: "${aws_iam_role.execution.name}", policy_arn: MANAGED };
const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const DENIED = "arn:aws:logs:*:*:log-group:/orders:*";

const allow = (action: unknown, resource: unknown = "*", more: Block = {}) => ({
  ...{ Effect: "Allow", Action: action, Resource: resource },
  ...more,
});
const deny = (action: unknown, resource: unknown = "*") => ({ Effect: "Deny", Action: action, Resource: resource });
const may = (...statements: readonly Block[]) =>
  isolatedNetwork().add(OWN, { role: "${aws_iam_role.execution.id}", policy: policy(...statements) });

const missing = (fixture: TerraformFixture) =>
  issuesWith(fixture.prove(), "permission-missing").map(({ path, problem }) => `${path}: ${problem}`);
const notes = (fixture: TerraformFixture) => issuesWith(fixture.prove(), "permissions-not-proved");
const verdict = (fixture: TerraformFixture) => fixture.prove().verdict;

/** The network with a secret of the container, and an endpoint for it. */
const withSecret = (network: TerraformFixture, valueFrom: string) =>
  network
    .set("aws_ecs_task_definition.orders", taskDefinition([container({ secrets: [{ name: "DB", valueFrom }] })]))
    .add("aws_vpc_endpoint.secrets", interfaceEndpoint("secretsmanager"))
    .add("aws_vpc_endpoint.ssm", interfaceEndpoint("ssm"));

describe("the execution role", () => {
  it("is proved with a policy of its own, of this Terraform, or of AWS's, and the role is named", () => {
    const network = isolatedNetwork();
    expect(hop(network.prove(), "logs", "permissions")).toBe(
      `proved: ${ROLE} may logs:CreateLogStream, logs:PutLogEvents`,
    );
    expect(hop(network.prove(), "s3", "permissions")).toBe("not walked");
    const document = policy(allow("*"));
    const given: readonly ((fixture: TerraformFixture) => TerraformFixture)[] = [
      (fixture) => fixture.add(ATTACHED, ATTACHMENT),
      (fixture) => fixture.add(ATTACHED, { ...ATTACHMENT, policy_arn: MANAGED.replace("aws:", "${var.partition}:") }),
      (fixture) => fixture.set(ROLE, { managed_policy_arns: [MANAGED] }),
      (fixture) => fixture.set(ROLE, { inline_policy: [{ name: "all", policy: document }] }),
      (fixture) => fixture.add("aws_iam_policy_attachment.all", { roles: ["orders-execution"], policy_arn: MANAGED }),
      (fixture) =>
        fixture
          .add(ATTACHED, { ...ATTACHMENT, policy_arn: "${aws_iam_policy.own.arn}" })
          .add("aws_iam_policy.own", { policy: document }),
      (fixture) =>
        fixture
          .add(ATTACHED, { ...ATTACHMENT, policy_arn: "${data.aws_iam_policy.execution.arn}" })
          .add("data.aws_iam_policy.execution", { name: "AmazonECSTaskExecutionRolePolicy" }),
      (fixture) =>
        fixture
          .add(OWN, { role: "orders-execution", policy: "${data.aws_iam_policy_document.own.json}" })
          .add("data.aws_iam_policy_document.own", { statement: [{ actions: ["*"], resources: ["*"] }] }),
    ];
    for (const give of given) {
      const fixture = give(isolatedNetwork().remove(OWN));
      expect(missing(fixture)).toEqual([]);
      expect(notes(fixture)).toEqual([]);
      expect(verdict(fixture)).toBe("proved");
    }
  });

  it("is broken without any policy, at the role, with the actions and what to type", () => {
    const fixture = isolatedNetwork().remove(OWN);
    expect(verdict(fixture)).toBe("broken");
    expect(dependency(fixture.prove(), "ecr.api").issue).toMatchObject({
      code: "permission-missing",
      path: ROLE,
      problem: `no statement of ${ROLE} allows ecr:GetAuthorizationToken, which the task "orders" asks`,
      fix: `allow ecr:GetAuthorizationToken in a policy of ${ROLE}, for example by attaching ${MANAGED}`,
    });
    expect(dependency(fixture.prove(), "logs").issue?.problem).toContain("logs:CreateLogStream on arn:aws:logs:");
    // A policy of the repository itself may allow the pull.
    expect(dependency(fixture.prove(), "ecr.dkr").verdict).toBe("proved");
  });

  it.each<[string, readonly Block[], string]>([
    [
      "the token for a repository only",
      [allow("ecr:*", "arn:aws:ecr:*:*:repository/orders"), allow("logs:*")],
      "Token",
    ],
    ["another log group", [allow("ecr:*"), allow("logs:*", "arn:aws:logs:*:*:log-group:/other:*")], "CreateLogStream"],
    ["all but some actions", [{ Effect: "Allow", NotAction: "logs:*", Resource: "*" }], "logs:PutLogEvents"],
    ["all but some resources", [{ Effect: "Allow", Action: "*", NotResource: DENIED }], "logs:PutLogEvents"],
    ["nothing that is denied", [allow("*"), deny("logs:PutLogEvents")], "denies logs:PutLogEvents"],
  ])("is broken where it allows %s", (_, statements, named) => {
    const found = missing(may(...statements));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(named);
    expect(verdict(may(...statements))).toBe("broken");
  });

  it("reads patterns and cases of actions as IAM does", () => {
    const fixture = may(allow(["ECR:Get*", "ecr:Batch???Image", "logs:*"]), allow("s3:*"));
    expect(missing(fixture)).toEqual([]);
    expect(verdict(fixture)).toBe("proved");
  });

  it("takes conditions on the VPC for calls through an endpoint, and leaves others open", () => {
    const from = (operator: string, key: string, value: string) =>
      may(allow("*", "*", { Condition: { [operator]: { [key]: value } } }));
    expect(missing(from("StringEquals", "aws:SourceVpc", "${aws_vpc.main.id}"))).toEqual([]);
    expect(notes(from("StringEquals", "aws:SourceVpc", "${aws_vpc.main.id}"))).toEqual([]);
    expect(missing(from("StringEquals", "aws:SourceVpc", "vpc-0123456789abcdef0"))).toHaveLength(2);
    const tagged = from("StringEquals", "aws:ResourceTag/team", "orders");
    expect(verdict(tagged)).toBe("proved");
    expect(notes(tagged)).toHaveLength(1);
    const outside = withNatGateway(from("StringEquals", "aws:SourceVpc", "${aws_vpc.main.id}"))
      .remove("aws_vpc_endpoint.logs")
      .add("aws_vpc_security_group_egress_rule.out", {
        ...{ security_group_id: "${aws_security_group.task.id}", ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" },
      });
    expect(missing(outside)).toEqual([]);
    expect(notes(outside)).toHaveLength(1);
  });

  it("stays within its boundary", () => {
    const within = (statements: readonly Block[]) =>
      isolatedNetwork()
        .set(ROLE, { permissions_boundary: "${aws_iam_policy.limit.arn}" })
        .add("aws_iam_policy.limit", { policy: policy(...statements) });
    expect(verdict(within([allow("*")]))).toBe("proved");
    const limited = missing(within([allow(["ecr:*", "s3:*"])]));
    expect(limited).toEqual([
      expect.stringContaining(`no statement of the permissions boundary of ${ROLE} allows logs:`),
    ]);
    const elsewhere = isolatedNetwork().set(ROLE, { permissions_boundary: "arn:aws:iam::123456789012:policy/limit" });
    expect(verdict(elsewhere)).toBe("proved");
    expect(notes(elsewhere)).toHaveLength(1);
  });
});

describe("permissions that cannot be judged", () => {
  it.each<[string, (fixture: TerraformFixture) => TerraformFixture]>([
    ["a role from elsewhere", (f) => f.set("aws_ecs_task_definition.orders", { execution_role_arn: "${var.role}" })],
    ["a policy that only Terraform knows", (f) => f.set(OWN, { policy: "${var.policy}" })],
    [
      "a policy of AWS's that is not known here",
      (f) => f.remove(OWN).add(ATTACHED, { ...ATTACHMENT, policy_arn: "arn:aws:iam::aws:policy/ReadOnlyAccess" }),
    ],
    [
      "an attachment of nobody knows what",
      (f) => f.remove(OWN).add(ATTACHED, { ...ATTACHMENT, policy_arn: "${each.value}", for_each: "${var.policies}" }),
    ],
    [
      "an attachment to nobody knows which role",
      (f) => f.remove(OWN).add(ATTACHED, { ...ATTACHMENT, role: "${var.role}" }),
    ],
    [
      "roles of an attachment",
      (f) => f.remove(OWN).add("aws_iam_policy_attachment.all", { roles: "${var.roles}", policy_arn: MANAGED }),
    ],
    [
      "what is taken away",
      (f) => f.add("aws_iam_role_policies_exclusive.all", { role_name: "orders-execution", policy_names: ["other"] }),
    ],
  ])("are a note, said once, and nothing else: %s", (_, change) => {
    const fixture = change(isolatedNetwork());
    expect(missing(fixture)).toEqual([]);
    expect(verdict(fixture)).toBe("proved");
    expect(notes(fixture)).toMatchObject([{ severity: "note", path: "aws_ecs_service.orders" }]);
  });

  it.each<[string, Block]>([
    ["aws_iam_role_policy.some", { role: "${aws_iam_role.other.id}", policy: policy(allow("*")) }],
    ["aws_iam_role_policy_attachment.some", { role: "orders-other", policy_arn: MANAGED }],
    ["aws_iam_policy_attachment.some", { roles: ["${aws_iam_role.other.name}"], policy_arn: MANAGED }],
    ["aws_iam_role_policies_exclusive.some", { role_name: "${aws_iam_role.other.name}", policy_names: [] }],
  ])("are none where nobody knows how many there are of a %s of another role", (address, block) => {
    for (const open of [{ count: "${length(var.rights) > 0 ? 1 : 0}" }, { for_each: "${toset(var.rights)}" }]) {
      const fixture = isolatedNetwork()
        .add("aws_iam_role.other", { name: "orders-other" })
        .add(address, { ...block, ...open });
      expect(notes(fixture)).toEqual([]);
      expect(
        missing(fixture.remove(OWN).add(OWN, { role: "orders-execution", policy: policy(allow("sqs:*")) })),
      ).not.toEqual([]);
    }
  });

  it.each(["${aws_iam_role.execution.id}", "${var.roles[count.index]}"])(
    "are a note where nobody knows how many there are of a policy of %s",
    (role) => {
      const fixture = may(allow("sqs:*")).add("aws_iam_role_policy.some", {
        role,
        policy: policy(allow("*")),
        count: "${var.some}",
      });
      expect(missing(fixture)).toEqual([]);
      expect(notes(fixture)).toHaveLength(1);
    },
  );

  it("are none where everything that stays is listed", () => {
    const fixture = isolatedNetwork()
      .set(OWN, { name: "all" })
      .add("aws_iam_role_policies_exclusive.all", { role_name: "orders-execution", policy_names: ["all"] });
    expect(notes(fixture)).toEqual([]);
  });

  it("are a note for a role that is given to a module whose inside is not known", () => {
    const fixture = isolatedNetwork().remove(OWN);
    fixture.json["module"] = { rights: { source: "./rights", role: "${aws_iam_role.execution.name}" } };
    expect(missing(fixture)).toEqual([]);
    expect(notes(fixture)).toHaveLength(1);
  });
});

describe("a secret of a container", () => {
  const managed = () => isolatedNetwork().remove(OWN).add(ATTACHED, ATTACHMENT);
  const own = () =>
    withSecret(managed(), "${aws_secretsmanager_secret.db.arn}").add("aws_secretsmanager_secret.db", {});
  const right = { role: "${aws_iam_role.execution.id}" };

  it("is broken without a right to it, which the policy of AWS's does not give", () => {
    const [found, ...others] = missing(own());
    expect(others).toEqual([]);
    expect(found).toContain(`${ROLE}: no statement of ${ROLE} allows secretsmanager:GetSecretValue on `);
    const given = policy(allow("secretsmanager:GetSecretValue", "${aws_secretsmanager_secret.db.arn}"));
    expect(verdict(own().add(OWN, { ...right, policy: given }))).toBe("proved");
    expect(notes(own().add(OWN, { ...right, policy: given }))).toEqual([]);
  });

  it.each([
    ["token", "token-??????", "proved"],
    ["token", "token-*", "proved"],
    ["token", "token", "left open"],
    ["db-secret", "db-secret*", "proved"],
    ["db-secret", "db-secret-??????", "left open"],
    ["db-secret", "db-secret", "left open"],
    ["db-secret", "other-secret-??????", "left open"],
  ])("named %s without the suffix of its ARN is admitted on %s: %s", (name, resource, expected) => {
    const asked = allow("secretsmanager:GetSecretValue", SECRET.replace("db-AbCdEf", resource));
    const network = withSecret(may(allow(["ecr:*", "logs:*", "s3:*"]), asked), SECRET.replace("db-AbCdEf", name));
    const left = notes(network);
    expect([missing(network), left.length]).toEqual([[], expected === "proved" ? 0 : 1]);
    expect(left[0]?.why ?? "").not.toContain("${");
  });

  it("is decrypted with the key that the task says, by the role that fetches it", () => {
    const reading = allow(["ecr:*", "logs:*", "s3:*", "secretsmanager:GetSecretValue"]);
    const said = (...statements: readonly Block[]) =>
      withSecret(may(reading, ...statements), SECRET)
        .set("aws_ecs_task_definition.orders", {
          "//": { privateFargate: { keys: { "api.secrets.DB": "${aws_kms_key.db.arn}" } } },
        })
        .add("aws_kms_key.db", {});
    expect(missing(said())).toEqual([
      `${ROLE}: no statement of ${ROLE} allows kms:Decrypt on \${aws_kms_key.db.arn}, which the task "orders" asks`,
    ]);
    const fixFor = (fixes: "library" | "terraform") =>
      issuesWith(proveReachability([said().json], { fixes }), "permission-missing").map(({ fix }) => fix);
    const inPolicy = "allow kms:Decrypt on ${aws_kms_key.db.arn} in a policy of aws_iam_role.execution";
    expect(fixFor("terraform")).toEqual([inPolicy]);
    expect(fixFor("library")).toEqual([
      expect.stringMatching(/^name the key where the task names the value, for example SecretSource\..+; where /),
    ]);
    expect(fixFor("library")[0]).toContain(inPolicy);
    const proof = said(allow("kms:Decrypt", "${aws_kms_key.db.arn}")).prove();
    expect(hop(proof, "secretsmanager", "permissions")).toContain("kms:Decrypt");
    expect(hop(proof, "secretsmanager", "endpoint-policy")).toMatch(/^proved/);
  });

  it.each([
    ["alias/db", "proved"],
    ["alias/other", "left open"],
  ])("is decrypted with a key by its alias where the role may use the key that has %s: %s", (alias, expected) => {
    const asked = {
      ...allow("kms:Decrypt", "arn:aws:kms:eu-west-1:123456789012:key/*"),
      Condition: { "ForAnyValue:StringEquals": { "kms:ResourceAliases": alias } },
    };
    const reading = allow(["ecr:*", "logs:*", "s3:*", "secretsmanager:GetSecretValue"]);
    const network = withSecret(may(reading, asked), SECRET).set("aws_ecs_task_definition.orders", {
      "//": { privateFargate: { keys: { "api.secrets.DB": "arn:aws:kms:eu-west-1:123456789012:alias/db" } } },
    });
    expect([missing(network), notes(network).length]).toEqual([[], expected === "proved" ? 0 : 1]);
  });

  it("is left open where a policy of the secret itself may give the right", () => {
    const granted = own().add("aws_secretsmanager_secret_policy.db", {
      ...{ secret_arn: "${aws_secretsmanager_secret.db.arn}", policy: policy(allow("secretsmanager:*")) },
    });
    for (const fixture of [granted, withSecret(managed(), SECRET)]) {
      expect(missing(fixture)).toEqual([]);
      expect(verdict(fixture)).toBe("proved");
      expect(notes(fixture)[0]?.why).toContain("itself may allow secretsmanager:GetSecretValue");
    }
  });

  it("is refused where a statement of the secret's own policy denies it", () => {
    const mayRead = policy(allow("secretsmanager:GetSecretValue", "${aws_secretsmanager_secret.db.arn}"));
    const deniedUnlessBy = (endpoint: string) =>
      own()
        .add(OWN, { ...right, policy: mayRead })
        .add("aws_secretsmanager_secret_policy.db", {
          secret_arn: "${aws_secretsmanager_secret.db.arn}",
          policy: policy({
            ...{ Sid: "Private", Effect: "Deny", Principal: "*", Action: "secretsmanager:*", Resource: "*" },
            Condition: { StringNotEquals: { "aws:SourceVpce": endpoint } },
          }),
        });
    const closed = deniedUnlessBy("${aws_vpc_endpoint.logs.id}");
    expect(verdict(closed)).toBe("broken");
    expect(missing(closed)).toHaveLength(1);
    expect(missing(closed)[0]).toMatch(
      /^aws_secretsmanager_secret_policy\.db: the statement "Private" of aws_secretsmanager_secret_policy\.db denies secretsmanager:GetSecretValue on /,
    );
    expect(verdict(deniedUnlessBy("${aws_vpc_endpoint.secrets.id}"))).toBe("proved");
    expect(verdict(deniedUnlessBy("${var.endpoint}"))).toBe("proved");
  });

  it("is a parameter as well, which no policy of its own gives away", () => {
    expect(missing(withSecret(managed(), "/orders/db"))[0]).toContain("ssm:GetParameters on arn:aws:ssm:eu-west-1:");
    const given = withSecret(managed(), "${aws_ssm_parameter.db.name}")
      .add("aws_ssm_parameter.db", { name: "/orders/db" })
      .add(OWN, { ...right, policy: policy(allow("ssm:GetParameters", "${aws_ssm_parameter.db.arn}")) });
    expect(verdict(given)).toBe("proved");
    expect(notes(given)).toEqual([]);
  });
});

describe("the task role", () => {
  const withExec = (statements: readonly Block[], logging: Block = { logging: "NONE" }) =>
    withTaskRole(isolatedNetwork())
      .add("aws_iam_role_policy.task", { role: "${aws_iam_role.task.id}", policy: policy(...statements) })
      .set("aws_ecs_service.orders", { enable_execute_command: true, cluster: "${aws_ecs_cluster.own.arn}" })
      .add("aws_ecs_cluster.own", {
        ...{ name: "own", configuration: { execute_command_configuration: logging } },
      })
      .add("aws_vpc_endpoint.exec", interfaceEndpoint("ssmmessages"));

  it("opens the channels of ECS Exec", () => {
    expect(verdict(withExec([allow("ssmmessages:*")]))).toBe("proved");
    const [found] = missing(withExec([allow("ssmmessages:Create*")]));
    expect(found).toContain("allows ssmmessages:OpenControlChannel, ssmmessages:OpenDataChannel, which");
    expect(missing(withExec([allow("s3:*")]))).toHaveLength(1);
  });

  it("writes the sessions to a log group that is named, and may do without that where none is", () => {
    const channels = allow("ssmmessages:*");
    const log = { logging: "OVERRIDE", log_configuration: { cloud_watch_log_group_name: "/sessions" } };
    expect(missing(withExec([channels], log))[0]).toContain("logs:DescribeLogGroups");
    // The driver of the container, which is allowed to write, is not why.
    expect(issuesWith(withExec([channels], log).prove(), "permission-missing")[0]?.why).toContain(
      "ECS Exec logs its sessions to CloudWatch Logs; otherwise",
    );
    const byDefault = withExec([channels], { logging: "DEFAULT" });
    expect(missing(byDefault)).toEqual([]);
    expect(verdict(byDefault)).toBe("proved");
    expect(notes(byDefault)[0]?.why).toContain("aws_iam_role.task does not allow logs:DescribeLogGroups");
  });
});

describe("the policy of a repository", () => {
  it.each([
    ["${aws_ecr_repository.orders.name}", "broken"],
    ["orders", "broken"],
    ["other", "proved"],
  ])("denies its images where it is about it: %s is %s", (repository, expected) => {
    const image = "${aws_ecr_repository.orders.repository_url}:1";
    const denial = { Effect: "Deny", Principal: "*", Action: "ecr:BatchGetImage" };
    const fixture = isolatedNetwork()
      .set("aws_ecs_task_definition.orders", taskDefinition([container({ image })]))
      .add("aws_ecr_repository.orders", { name: "orders" })
      .add("aws_ecr_repository_policy.orders", { repository, policy: policy(denial) });
    expect(verdict(fixture)).toBe(expected);
  });
});

describe("the right to create a log group", () => {
  it("may be missing, since the driver creates only a group that is not there", () => {
    const options = { "awslogs-group": "/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "orders" };
    const logs = { logDriver: "awslogs", options: { ...options, "awslogs-create-group": "true" } };
    const fixture = isolatedNetwork()
      .remove(OWN)
      .add(ATTACHED, ATTACHMENT)
      .set("aws_ecs_task_definition.orders", taskDefinition([container({ logConfiguration: logs })]));
    expect(missing(fixture)).toEqual([]);
    expect(verdict(fixture)).toBe("proved");
    expect(notes(fixture)[0]?.why).toContain("logs:CreateLogGroup");
  });
});
