import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { planned, record } from "./recorded-terminal";

const samples = resolve(__dirname, "../../../docs/samples");
const sample = (name: string) => readFileSync(join(samples, name), "utf8");
const orders = () => JSON.parse(sample("orders.json"));

const image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1";

const AWSLOGS = { "awslogs-group": "/orders", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "api" };

const S3_FILES = "arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0";

/** What register-task-definition takes. */
function definition(container: object, fields: object = {}) {
  return {
    family: "orders",
    networkMode: "awsvpc",
    requiresCompatibilities: ["FARGATE"],
    cpu: "256",
    memory: "512",
    executionRoleArn: "arn:aws:iam::123456789012:role/execution",
    taskRoleArn: "arn:aws:iam::123456789012:role/task",
    ...fields,
    containerDefinitions: [{ name: "api", image, ...container }],
  };
}

describe("private-fargate plan", () => {
  it("prints the endpoints, each with its reason and the place in the file", async () => {
    const { exitCode, services, endpoints, issues } = await planned(orders());
    expect({ exitCode, issues }).toEqual({ exitCode: 0, issues: [] });
    expect(services).toEqual(["s3", "ecr.api", "ecr.dkr", "logs", "secretsmanager", "ssm"]);
    const container = "taskDefinition.containerDefinitions[0]";
    const sources = endpoints.map(({ service, reasons }) => [service, ...reasons.map(({ source }) => source)]);
    expect(sources).toEqual([
      ["s3", `${container}.image`],
      ["ecr.api", `${container}.image`],
      ["ecr.dkr", `${container}.image`],
      ["logs", `${container}.logConfiguration`],
      ["secretsmanager", `${container}.secrets[0].valueFrom`],
      ["ssm", `${container}.secrets[1].valueFrom`],
    ]);
    for (const { reasons } of endpoints) {
      for (const reason of reasons)
        expect(reason).toMatchObject({ rule: expect.any(String), text: expect.any(String) });
    }
  });

  it("reads UTF-16, which a redirection in Windows PowerShell writes", async () => {
    const bytes = Buffer.from(`\uFEFF${sample("orders.json")}`, "utf16le");
    const { exitCode, answer } = await record(["plan", "-"], bytes);
    expect({ exitCode, answer }).toEqual(
      await record(["plan", join(samples, "orders.json")]).then((run) => ({
        exitCode: run.exitCode,
        answer: run.answer,
      })),
    );
  });

  it.each([
    ["api.json", "api"],
    ["api.json.tpl", "api"],
    ["my app.v2.json", "my-app"],
    ["containers.prod.json", "containers"],
    [".hidden.json", "hidden"],
    ["タスク.json", "task"],
    ["-", "task"],
  ])("names a list of containers after its file, so that ECS takes the name: %s", async (file, family) => {
    const folder = mkdtempSync(join(tmpdir(), "plan-"));
    const document = JSON.stringify([{ name: "api", image }]);
    const path = file === "-" ? file : join(folder, file);
    if (file !== "-") writeFileSync(path, document);
    const { exitCode, answer } = await record(["plan", path, "--format", "json"], document);
    rmSync(folder, { recursive: true });
    expect({ exitCode, ...JSON.parse(answer) }).toMatchObject({ exitCode: 0, tasks: [{ family }], issues: [] });
  });

  it.each(["True", "TRUE", "1", "t", "false", "${var.create}"])(
    "takes what the driver takes for true and false: %s",
    async (create) => {
      const options = { ...AWSLOGS, "awslogs-create-group": create };
      const { exitCode, services, issues } = await planned(
        definition({ logConfiguration: { logDriver: "awslogs", options } }),
      );
      expect({ exitCode, services, issues }).toEqual({
        exitCode: 0,
        services: ["s3", "ecr.api", "ecr.dkr", "logs"],
        issues: [],
      });
    },
  );

  it.each([
    ["awslogs-create-group", "yes"],
    ["mode", "Non-Blocking"],
  ])("plans in spite of an option that ECS registers and the driver refuses: %s", async (option, value) => {
    const options = { ...AWSLOGS, [option]: value };
    const { exitCode, services, issues } = await planned(
      definition({ logConfiguration: { logDriver: "awslogs", options } }),
    );
    expect({ exitCode, services }).toEqual({ exitCode: 0, services: ["s3", "ecr.api", "ecr.dkr", "logs"] });
    expect(issues.map(({ severity, code, path }) => [severity, code, path])).toEqual([
      ["warning", "log-option-unknown", `containerDefinitions[0].logConfiguration.options.${option}`],
    ]);
  });

  it.each([
    [{ name: "v", s3filesVolumeConfiguration: { fileSystemArn: S3_FILES } }, "s3-files-mount-target"],
    [{ name: "v", efsVolumeConfiguration: { fileSystemId: "fs-0123456789abcdef0" } }, "efs-mount-target"],
    [{ name: "v", newVolumeConfiguration: { id: "x-1" } }, "volume-unrecognized"],
  ])("plans in spite of a volume that needs no endpoint, or that is not known: %j", async (volume, code) => {
    const { exitCode, services, issues } = await planned(definition({}, { volumes: [volume] }));
    expect({ exitCode, services }).toEqual({ exitCode: 0, services: ["s3", "ecr.api", "ecr.dkr"] });
    expect(issues.map(({ severity, ...issue }) => [severity, issue.code, issue.path])).toEqual([
      ["note", code, "volumes[0]"],
    ]);
  });

  it("plans for no volume of a host, and names the task role that S3 Files needs", async () => {
    const codes = async (volume: object, fields: object = {}) =>
      (await planned(definition({}, { volumes: [{ name: "v", ...volume }], ...fields }))).issues.map(
        ({ code }) => code,
      );
    expect(await codes({ host: { sourcePath: "/data" } })).toEqual(["volume-unsupported"]);
    expect(await codes({ dockerVolumeConfiguration: { scope: "task" } })).toEqual(["volume-unsupported"]);
    expect(await codes({ host: {}, newVolumeConfiguration: {} })).toEqual([]);
    const s3Files = { s3filesVolumeConfiguration: { fileSystemArn: S3_FILES } };
    expect(await codes(s3Files, { taskRoleArn: null })).toEqual(["task-role-missing", "s3-files-mount-target"]);
  });

  it("plans for the platform version that is asked for", async () => {
    expect((await planned(orders(), "--platform-version", "1.3.0")).services).not.toContain("ecr.api");
    expect((await planned(orders(), "--platform-version", "LATEST")).services).toContain("ecr.api");
  });

  it("plans for ECS Exec where it is asked for, and names the option as the place", async () => {
    expect((await planned(orders())).services).not.toContain("ssmmessages");
    const { endpoints } = await planned(orders(), "--execute-command");
    const exec = endpoints.find(({ service }) => service === "ssmmessages");
    expect(exec?.reasons.map(({ source }) => source)).toEqual(["--execute-command"]);
  });

  it("finds what lies in another Region, by the ARN in the file or by --region", async () => {
    const elsewhere = { image: image.replace("eu-west-1", "us-east-1") };
    const arn = { taskDefinitionArn: "arn:aws:ecs:eu-west-1:123456789012:task-definition/orders:1" };
    const codes = async (document: object, ...args: string[]) =>
      (await planned(document, ...args)).issues.map(({ code }) => code);
    expect(await codes(definition(elsewhere))).toEqual([]);
    expect(await codes(definition(elsewhere, arn))).toContain("other-region");
    expect(await codes(definition(elsewhere), "--region", "eu-west-1")).toContain("other-region");
    expect(await codes(definition(elsewhere, arn), "--region", "us-east-1")).toEqual([]);
  });

  it("exits with 1 where an issue is an error, and still answers", async () => {
    const { exitCode, services, issues } = await planned(
      definition({ image: "nginx:1.29", logConfiguration: undefined }),
    );
    expect({ exitCode, services }).toEqual({ exitCode: 1, services: [] });
    expect(issues).toMatchObject([
      { code: "registry-unreachable", severity: "error", path: "containerDefinitions[0].image" },
    ]);
  });

  it("exits with 0 where issues are warnings and notes only", async () => {
    const { exitCode, issues } = await planned(definition({ image: "${var.image}" }));
    expect(exitCode).toBe(0);
    expect(issues).toMatchObject([{ code: "image-registry-unknown", severity: "note" }]);
  });

  it("names no endpoint on account of what nobody knows", async () => {
    const secrets = [{ name: "TOKEN", valueFrom: "${var.token}" }];
    const { services, issues } = await planned(definition({ image: "${var.image}", secrets }));
    expect(services).toEqual([]);
    expect(issues.map(({ code, path }) => [code, path])).toEqual([
      ["image-registry-unknown", "containerDefinitions[0].image"],
      ["secret-source-unknown", "containerDefinitions[0].secrets[0].valueFrom"],
    ]);
  });

  it("finds what Fargate refuses, with the place in the file", async () => {
    const { exitCode, issues } = await planned(definition({}, { networkMode: "bridge", memory: "3072" }));
    expect(exitCode).toBe(1);
    expect(issues).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: "network-mode-invalid", path: "networkMode" }),
        expect.objectContaining({ code: "fargate-memory-invalid", path: "memory" }),
      ]),
    );
  });

  it("warns of a member that is written twice", async () => {
    const text = JSON.stringify(definition({})).replace('"cpu":"256"', '"cpu":"512","cpu":"256"');
    const { exitCode, answer } = await record(["plan", "-"], text);
    expect(exitCode).toBe(0);
    expect(answer).toContain("warning json-member-duplicate: cpu: ");
  });

  it.each([
    [
      '{"containerDefinitions": [\n{"name": "api"\n"image": "x"}]}',
      "line 3, containerDefinitions[0]: ",
      "json-malformed",
    ],
    [
      '{"containers": []}',
      "line 1: there is neither containerDefinitions nor container_definitions",
      "not-a-task-definition",
    ],
    ['{\n"container_definitions": "[{]"}', "line 2, container_definitions: the text is not JSON: ", "json-malformed"],
    ["", "line 1: this is empty: there is nothing in the file or on standard input", "not-a-task-definition"],
  ])("cannot use %j, and says where", async (text, where, code) => {
    const { exitCode, answer, error } = await record(["plan", "-"], text);
    expect({ exitCode, answer }).toEqual({ exitCode: 2, answer: "" });
    expect(error).toContain(`private-fargate: standard input has 1 problem\n\n  ${code}: ${where}`);
  });
});
