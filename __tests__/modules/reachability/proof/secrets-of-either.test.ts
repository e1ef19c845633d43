import { describe, expect, it } from "vitest";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  policy,
  TRUST,
  taskDefinition,
  withNatGateway,
} from "../support/isolated-network";
import { issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const DEFINITION = "aws_ecs_task_definition.orders";

/** The network with secrets of the container, and with endpoints for some services. */
function withSecrets(secrets: readonly string[], services: readonly string[]): TerraformFixture {
  const listed = secrets.map((valueFrom, index) => ({ name: `SECRET_${index}`, valueFrom }));
  const fixture = isolatedNetwork().add(DEFINITION, taskDefinition([container({ secrets: listed })]));
  for (const service of services) fixture.add(`aws_vpc_endpoint.${service}`, interfaceEndpoint(service));
  return fixture;
}

/** The network with an execution role that may read some secrets, besides what AWS's policy allows. */
function withRights(fixture: TerraformFixture, ...statements: readonly Record<string, unknown>[]): TerraformFixture {
  const attached = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
  return fixture
    .set("aws_iam_role.execution", { assume_role_policy: TRUST, managed_policy_arns: [attached] })
    .set("aws_iam_role_policy.execution", {
      policy: policy(...statements.map((each) => ({ Effect: "Allow", Resource: "*", ...each }))),
    });
}

const verdicts = (fixture: TerraformFixture) => {
  const [task] = fixture.prove().tasks;
  const services = (task?.dependencies ?? []).map(({ service, verdict }) => [service, verdict] as const);
  return Object.fromEntries(services.filter(([service]) => /^(?:ssm|secretsmanager)/.test(service)));
};

describe("a secret of which nobody knows which service has it", () => {
  it("is unknown with the endpoint of one of the two, and the note says of which it is not proved", () => {
    for (const [present, missing] of [
      ["secretsmanager", "ssm"],
      ["ssm", "secretsmanager"],
    ] as const) {
      const fixture = withSecrets(["${var.secret}"], [present]);
      expect(fixture.prove().verdict).toBe("unknown");
      expect(verdicts(fixture)).toEqual({ [present]: "proved" });
      expect(issuesWith(fixture.prove(), "secret-source-unknown")).toMatchObject([
        {
          leavesOpen: true,
          path: `${DEFINITION}.container_definitions[0].secrets[0].valueFrom`,
          why: expect.stringContaining(`that it arrives at "${missing}" is not proved: the task "orders" needs`),
        },
      ]);
    }
  });

  it("is proved where both ways hold, and nothing is left to check", () => {
    const fixtures = [
      withSecrets(["${var.secret}", "${var.other}"], ["secretsmanager", "ssm"]),
      withNatGateway(withSecrets(["${var.secret}"], [])).set("aws_vpc_security_group_egress_rule.s3", {
        prefix_list_id: undefined,
        cidr_ipv4: "0.0.0.0/0",
      }),
    ];
    for (const fixture of fixtures) {
      expect(fixture.prove().verdict).toBe("proved");
      expect(verdicts(fixture)).toEqual({ secretsmanager: "proved", ssm: "proved" });
      expect(issuesWith(fixture.prove(), "secret-source-unknown")).toEqual([]);
    }
  });

  it("is broken without either endpoint", () => {
    const fixture = withSecrets(["${var.secret}"], []);
    expect(fixture.prove().verdict).toBe("broken");
    expect(verdicts(fixture)).toEqual({ secretsmanager: "broken", ssm: "broken" });
    expect(issuesWith(fixture.prove(), "secret-source-unknown")).toHaveLength(1);
  });

  it("is unknown where the role may fetch it of one of the two only", () => {
    const fixture = withRights(withSecrets(["${var.secret}"], ["secretsmanager", "ssm"]), {
      Action: "secretsmanager:GetSecretValue",
    });
    expect(fixture.prove().verdict).toBe("unknown");
    expect(verdicts(fixture)).toEqual({ secretsmanager: "proved" });
    expect(issuesWith(fixture.prove(), "permission-missing")).toEqual([]);
  });

  it("does not hide what is wrong with another secret", () => {
    const fixture = withSecrets(["${var.secret}", "/orders/password"], ["secretsmanager"]);
    expect(fixture.prove().verdict).toBe("broken");
    expect(verdicts(fixture)).toEqual({ secretsmanager: "proved", ssm: "broken" });
  });
});
