import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { SecretsmanagerSecret } from "@cdktf/provider-aws/lib/secretsmanager-secret";
import { SsmParameter } from "@cdktf/provider-aws/lib/ssm-parameter";
import { type TerraformStack, TerraformVariable } from "cdktf";
import { describe, expect, it } from "vitest";
import { type Container, ContainerImage, FargateService, type FargateTask, SecretSource } from "../../../modules";
import { legacyNetwork, REPOSITORY_URL } from "../../support/orders";
import { parsed, ref, type SynthesizedStack, synth } from "../../support/synth";

const text = (scope: TerraformStack, name: string) =>
  new TerraformVariable(scope, name, { type: "string" }).stringValue;
const number = (scope: TerraformStack, name: string) =>
  new TerraformVariable(scope, name, { type: "number" }).numberValue;

const network = {
  ...legacyNetwork,
  endpoints: (["ecr.api", "ecr.dkr", "logs", "s3", "secretsmanager", "ssm"] as const).map((service) => ({
    type: "Interface" as const,
    service,
    securityGroupIds: ["sg-1"],
  })),
};
const synthTask = (taskOf: (scope: TerraformStack) => FargateTask) =>
  synth((scope) => new FargateService(scope, "service", { network, task: taskOf(scope) }));
const synthContainer = (containerOf: (scope: TerraformStack) => Container) =>
  synthTask((scope) => ({ family: "orders", containers: { api: containerOf(scope) } }));
const definitions = (stack: SynthesizedStack) =>
  stack.only("aws_ecs_task_definition").attributes["container_definitions"];
const statements = (stack: SynthesizedStack) => parsed(stack.only("aws_iam_role_policy").attributes["policy"]);

describe("FargateService with what Terraform fills in", () => {
  it("pulls from a repository of the app, with the right limited to its ARN", () => {
    const stack = synthContainer((scope) => ({
      image: ContainerImage.ecr(new EcrRepository(scope, "repository", { name: "orders" }), { tag: "1" }),
    }));
    const repository = stack.at("repository");
    expect(parsed(definitions(stack))).toMatchObject([{ image: `${ref(repository, "repository_url")}:1` }]);
    expect(statements(stack)).toMatchObject({
      Statement: expect.arrayContaining([
        expect.objectContaining({ Sid: "EcrPull", Resource: [ref(repository, "arn")] }),
      ]),
    });
  });

  it("pulls from a repository of which it is given the URL alone, with the right limited to its ARN", () => {
    const stack = synthContainer((scope) => ({
      image: ContainerImage.ecr(new EcrRepository(scope, "repository", { name: "orders" }).repositoryUrl),
    }));
    const pulled = (arn: string) => ({
      Statement: expect.arrayContaining([expect.objectContaining({ Sid: "EcrPull", Resource: [arn] })]),
    });
    expect(statements(stack)).toMatchObject(pulled(ref(stack.at("repository"), "arn")));
    const written = synthContainer(() => ({
      image: ContainerImage.ecr('${data.aws_ecr_repository.all["orders"].repository_url}'),
    }));
    expect(written.only("aws_iam_role_policy").attributes["policy"]).toContain(
      '"Resource":["${data.aws_ecr_repository.all["orders"].arn}"]',
    );
  });

  it("pulls from a repository whose URL is a variable: Terraform makes the ARN", () => {
    const stack = synthContainer((scope) => ({ image: ContainerImage.ecr(text(scope, "repository_url")) }));
    expect(parsed(definitions(stack))).toMatchObject([{ image: "${var.repository_url}" }]);
    const policy = String(stack.only("aws_iam_role_policy").attributes["policy"]);
    const [, pattern = "", replacement = ""] =
      /"\$\{replace\(var\.repository_url, "\/(.+)\/", "(.+?)"\)\}"/.exec(policy) ?? [];
    expect(REPOSITORY_URL.replace(new RegExp(pattern), replacement)).toBe(
      "arn:aws:ecr:eu-west-1:123456789012:repository/orders",
    );
    // Terraform takes a backslash in a template for an escape of its own.
    expect(policy).not.toContain("\\");
  });

  it("reads a parameter of the app, and one whose name is a variable", () => {
    const stack = synthContainer((scope) => ({
      image: ContainerImage.ecr(REPOSITORY_URL),
      secrets: {
        OWN: SecretSource.ssmParameter(
          new SsmParameter(scope, "parameter", { name: "/own", type: "SecureString", value: "x" }),
        ),
        OTHER: SecretSource.ssmParameter(text(scope, "parameter_name")),
      },
    }));
    expect(parsed(definitions(stack))).toMatchObject([
      {
        secrets: [
          { name: "OWN", valueFrom: ref(stack.at("parameter"), "name") },
          { name: "OTHER", valueFrom: "${var.parameter_name}" },
        ],
      },
    ]);
    const policy = String(stack.only("aws_iam_role_policy").attributes["policy"]);
    expect(policy).toContain(ref(stack.at("parameter"), "arn"));
    expect(policy).toContain('startswith(var.parameter_name, "arn:")');
  });

  it("reads a secret of the app, and a key of one", () => {
    const stack = synthContainer((scope) => {
      const { arn } = new SecretsmanagerSecret(scope, "secret", {});
      return {
        image: ContainerImage.ecr(REPOSITORY_URL),
        secrets: {
          ALL: SecretSource.secretsManager(arn),
          KEY: SecretSource.secretsManager(arn, { jsonKey: text(scope, "key") }),
        },
      };
    });
    const arn = ref(stack.at("secret"), "arn");
    expect(parsed(definitions(stack))).toMatchObject([
      { secrets: [{ valueFrom: arn }, { valueFrom: `${arn}:\${var.key}::` }] },
    ]);
    expect(statements(stack)).toMatchObject({
      Statement: expect.arrayContaining([expect.objectContaining({ Sid: "SecretsManager", Resource: [arn] })]),
    });
  });

  it("takes CPU and memory from variables", () => {
    const stack = synthTask((scope) => ({
      family: text(scope, "family"),
      // A variable's value is `any`, as the compiler sees it.
      cpu: new TerraformVariable(scope, "cpu", { type: "number" }).value,
      memory: new TerraformVariable(scope, "memory", { type: "number" }).value,
      ephemeralStorage: number(scope, "storage"),
      containers: { api: { image: ContainerImage.ecr(REPOSITORY_URL) } },
    }));
    expect(stack.only("aws_ecs_task_definition").attributes).toMatchObject({
      family: "${var.family}",
      cpu: "${var.cpu}",
      memory: "${var.memory}",
      ephemeral_storage: { size_in_gib: "${var.storage}" },
    });
  });

  it("takes ports from variables, as numbers in the JSON of the container", () => {
    const stack = synthContainer((scope) => ({
      image: ContainerImage.ecr(REPOSITORY_URL),
      ports: [number(scope, "port"), { containerPort: number(scope, "admin_port"), protocol: "udp" }],
    }));
    const json = String(definitions(stack));
    expect(json).toContain('{"containerPort":${var.port},"hostPort":${var.port},"protocol":"tcp"}');
    expect(json).toContain('{"containerPort":${var.admin_port},"hostPort":${var.admin_port},"protocol":"udp"}');
  });

  it("takes what the compiler sees as any: a port stays a number, a text becomes its expression", () => {
    const stack = synthContainer((scope) => {
      const { value } = new TerraformVariable(scope, "any", {});
      return {
        image: ContainerImage.ecr(REPOSITORY_URL),
        ports: [value],
        environment: { STAGE: value },
        additionalFields: { dockerLabels: { stage: value } },
      };
    });
    const json = String(definitions(stack));
    expect(json).toContain('{"containerPort":${var.any},"hostPort":${var.any},"protocol":"tcp"}');
    expect(json).toContain('"environment":[{"name":"STAGE","value":"${var.any}"}]');
    expect(json).toContain('"dockerLabels":{"stage":"${var.any}"}');
  });

  it("takes the environment and the command from variables", () => {
    const stack = synthContainer((scope) => ({
      image: ContainerImage.ecr(REPOSITORY_URL),
      environment: { STAGE: text(scope, "stage") },
      command: ["serve", text(scope, "mode")],
    }));
    expect(parsed(definitions(stack))).toMatchObject([
      { environment: [{ name: "STAGE", value: "${var.stage}" }], command: ["serve", "${var.mode}"] },
    ]);
  });
});
