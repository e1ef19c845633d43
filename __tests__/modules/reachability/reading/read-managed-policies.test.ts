import { describe, expect, it } from "vitest";
import {
  container,
  interfaceEndpoint,
  isolatedNetwork,
  taskDefinition,
  withTaskRole,
} from "../support/isolated-network";
import { hop, issuesWith, type TerraformFixture } from "../support/terraform-fixture";

const ROLE = "aws_iam_role.execution";
const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";

/** A role with policies of AWS's and nothing else. */
function attached(network: TerraformFixture, role: string, names: readonly string[]): TerraformFixture {
  return names.reduce(
    (fixture, name, index) =>
      fixture.add(`aws_iam_role_policy_attachment.of_aws_${index}`, {
        role: `\${aws_iam_role.${role}.name}`,
        policy_arn: `arn:aws:iam::aws:policy/${name}`,
      }),
    network,
  );
}

const execution = (names: readonly string[], network = isolatedNetwork()) =>
  attached(network.remove("aws_iam_role_policy.execution"), "execution", names);

const withSecret = () =>
  isolatedNetwork()
    .set(
      "aws_ecs_task_definition.orders",
      taskDefinition([container({ secrets: [{ name: "DB", valueFrom: SECRET }] })]),
    )
    .add("aws_vpc_endpoint.secrets", interfaceEndpoint("secretsmanager"));

const missing = (fixture: TerraformFixture) =>
  issuesWith(fixture.prove(), "permission-missing").map(({ problem }) => problem);

describe("a policy of AWS's that a role has", () => {
  it.each([
    { names: ["AmazonEC2ContainerRegistryReadOnly", "CloudWatchLogsFullAccess"] },
    { names: ["AmazonEC2ContainerRegistryPullOnly", "CloudWatchFullAccess"] },
    { names: ["AmazonEC2ContainerRegistryPowerUser", "CloudWatchAgentServerPolicy"] },
    { names: ["service-role/AmazonEC2ContainerServiceforEC2Role"] },
    { names: ["AdministratorAccess"] },
    { names: ["PowerUserAccess"] },
  ])("lets it pull and write logs: $names", ({ names }) => {
    const fixture = execution(names);
    expect(missing(fixture)).toEqual([]);
    expect(issuesWith(fixture.prove(), "permissions-not-proved")).toEqual([]);
    expect(fixture.prove().verdict).toBe("proved");
  });

  it("does not allow what is not in it", () => {
    for (const names of [[], ["CloudWatchLogsReadOnlyAccess"]]) {
      const [found, ...others] = missing(execution(["AmazonEC2ContainerRegistryReadOnly", ...names]));
      expect(found).toContain(`no statement of ${ROLE} allows logs:CreateLogStream on `);
      expect(others).toEqual([]);
    }
  });

  it("lets it read secrets", () => {
    const own = "service-role/AmazonECSTaskExecutionRolePolicy";
    const read = (names: readonly string[]) =>
      hop(execution(names, withSecret()).prove(), "secretsmanager", "permissions");
    expect(read([own])).not.toMatch(/^proved: /);
    expect(read([own, "SecretsManagerReadWrite"])).toMatch(/^proved: .* may secretsmanager:GetSecretValue/);
  });

  it("is unknown where nobody knows it here", () => {
    const fixture = execution(["AmazonNeptuneFullAccess"]);
    expect(missing(fixture)).toEqual([]);
    expect(issuesWith(fixture.prove(), "permissions-not-proved")).toHaveLength(1);
  });

  it("lets a task role open sessions of ECS Exec", () => {
    const withExec = (name: string) =>
      attached(withTaskRole(isolatedNetwork()).remove("aws_iam_role_policy.task"), "task", [name])
        .set("aws_ecs_service.orders", { enable_execute_command: true })
        .add("aws_vpc_endpoint.exec", interfaceEndpoint("ssmmessages"));
    expect(hop(withExec("AmazonSSMManagedInstanceCore").prove(), "ssmmessages", "permissions")).toMatch(/^proved: /);
    expect(missing(withExec("AmazonSSMReadOnlyAccess"))).toEqual([
      expect.stringContaining("no statement of aws_iam_role.task allows ssmmessages:CreateControlChannel"),
    ]);
  });

  it("is looked up by its name", () => {
    const fixture = isolatedNetwork()
      .set("aws_iam_role_policy.execution", { role: "nobody" })
      .add("aws_iam_role_policy_attachment.read", {
        role: "${aws_iam_role.execution.name}",
        policy_arn: "${data.aws_iam_policy.read.arn}",
      })
      .add("data.aws_iam_policy.read", { name: "AmazonEC2ContainerRegistryReadOnly" });
    expect(missing(fixture)).toHaveLength(1);
  });
});
