import { resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import type { ProofJson } from "../../../modules/reachability/report/proof-as-json";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { isolatedNetwork } from "../reachability/support/isolated-network";
import { record } from "./recorded-terminal";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

const plans = resolve(__dirname, "../reachability/terraform/plans");

/** A folder with files, by their paths. */
function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFile(folder, name, text);
  return folder;
}

/** A proof without what it says of permissions and of files. */
function exceptPermissions(answer: string): ProofJson {
  const { read: _read, ...proof }: ProofJson & { readonly read?: unknown } = JSON.parse(answer);
  return {
    ...proof,
    conflicts: proof.conflicts.filter(({ code }) => code !== "permissions-not-proved"),
    tasks: proof.tasks.map((task) => ({
      ...task,
      dependencies: task.dependencies.map((each) => ({
        ...each,
        hops: each.hops.filter(({ hop }) => hop !== "permissions"),
      })),
    })),
  };
}

describe("private-fargate check of a folder of HCL", () => {
  it("says how many files it has read, with those of modules and variables, each once", async () => {
    const folder = folderOf({
      "main.tf.json": JSON.stringify({
        ...isolatedNetwork().json,
        module: { one: { source: "./part" }, two: { source: "./part" } },
      }),
      "terraform.tfvars": 'region = "eu-west-1"\n',
      "part/main.tf": 'variable "name" {\n  default = "part"\n}\n',
      "notes.md": "none of the configuration",
    });
    expect((await record(["check", folder])).answer).toMatch(new RegExp(`\n\nread 3 files of ${folder}\n$`));
    const { read } = JSON.parse((await record(["check", folder, "--format", "json"])).answer);
    expect(read).toEqual([{ folder, files: 3 }]);
    expect((await record(["check", folder, "--format", "markdown"])).answer).not.toContain("read 3 files");
    const file = await record(["check", "-"], JSON.stringify(isolatedNetwork().json));
    expect(file.answer).not.toContain("read ");
  });

  it.each([".", "associations", "dedicated-endpoint-subnets", "single-subnet", "community-modules", "terraconstructs"])(
    "answers what it answers of the plan of it, and knows more of the roles: %s",
    async (name) => {
      const folder = await record(["check", `${plans}/${name}`, "--format", "json"]);
      const plan = await record(["check", `${plans}/${name}/new.json`, "--format", "json"]);
      expect(exceptPermissions(folder.answer)).toEqual(exceptPermissions(plan.answer));
      expect(folder).toMatchObject({ exitCode: 0, error: "" });
    },
  );

  it("makes one configuration of all files, JSON among them, with variables and overrides", async () => {
    const { aws_vpc_endpoint: endpoints, ...others } = isolatedNetwork().json.resource;
    const { logs, ...rest } = endpoints ?? {};
    const folder = folderOf({
      "network.tf.json": JSON.stringify({ ...isolatedNetwork().json, resource: { ...others, aws_vpc_endpoint: rest } }),
      "logs.tf.json": JSON.stringify({
        resource: { aws_vpc_endpoint: { logs: { ...logs, private_dns_enabled: "${var.dns}" } } },
      }),
      "variables.tf": 'variable "dns" {\n  type    = bool\n  default = false\n}\n',
    });
    expect((await record(["check", folder])).answer).toContain("error private-dns-off");
    writeFile(folder, "terraform.tfvars", "dns = true");
    expect(await record(["check", folder])).toMatchObject({ exitCode: 0, error: "" });
    writeFile(folder, "z.auto.tfvars.json", '{ "dns": false }');
    expect((await record(["check", folder])).exitCode).toBe(1);
    writeFile(folder, "logs_override.tf", 'resource "aws_vpc_endpoint" "logs" {\n  private_dns_enabled = true\n}\n');
    expect(await record(["check", folder])).toMatchObject({ exitCode: 0, error: "" });
  });

  it("reads cdk.tf.json with the HCL beside it, and takes variables there at their defaults", async () => {
    const folder = folderOf({ "cdk.tf.json": JSON.stringify(isolatedNetwork().json) });
    const alone = await record(["check", folder]);
    writeFile(folder, "more.tf", 'resource "aws_cloudwatch_log_group" "more" {}\n');
    const { answer, ...others } = alone;
    expect(await record(["check", folder])).toEqual({ ...others, answer: `${answer}\nread 2 files of ${folder}\n` });
  });

  it("names what is in it after the folder where several are proved together", async () => {
    const folder = folderOf({
      "net/main.tf.json": JSON.stringify(isolatedNetwork().json),
      "empty/main.tf": 'resource "aws_sqs_queue" "q" {}\n',
    });
    const { answer, exitCode } = await record(["check", `${folder}/net`, `${folder}/empty`, `${folder}/net/`]);
    expect(answer).toContain("orders (net/aws_ecs_service.orders): proved");
    expect(exitCode).toBe(0);
  });

  it("says what would tell where a task runs: a variable, a module or the workspace", async () => {
    const { aws_ecs_service: services, ...others } = isolatedNetwork().json.resource;
    const runsIn = (subnets: string) =>
      JSON.stringify({
        ...isolatedNetwork().json,
        resource: {
          ...others,
          aws_ecs_service: {
            orders: {
              ...services?.["orders"],
              network_configuration: { subnets, security_groups: ["${aws_security_group.task.id}"] },
            },
          },
        },
        variable: { subnets: {} },
        locals: { subnets: { live: ["${aws_subnet.app_a.id}", "${aws_subnet.app_b.id}"] } },
        module: { around: { source: "./around" } },
        data: { terraform_remote_state: { network: { backend: "s3", config: { bucket: "b", key: "network" } } } },
      });
    const around =
      'module "net" {\n  source = "example/net/aws"\n}\noutput "subnets" {\n  value = module.net.subnets\n}\n';
    const folder = folderOf({ "around/main.tf": around });
    const told = async (subnets: string) => {
      writeFile(folder, "main.tf.json", runsIn(subnets));
      const { answer } = await record(["check", folder]);
      return answer.replaceAll(/\s+/g, " ");
    };

    const variable = await told("${var.subnets}");
    expect(variable).toContain(
      "${var.subnets} is given no value fix: write its value into terraform.tfvars in the folder",
    );
    const module = await told("${module.around.subnets}");
    expect(module).toContain(
      "${module.around.module.net.subnets} is of a module that is not fetched fix: fetch the modules",
    );
    const workspace = await told("${local.subnets[terraform.workspace]}");
    expect(workspace).toContain(
      "${terraform.workspace} is not known, since no workspace is chosen fix: choose one with",
    );

    const state = await told("${data.terraform_remote_state.network.outputs.subnets}");
    expect(state).toContain(
      "outputs.subnets} is an output of a configuration that is not checked with it fix: check it together with",
    );

    writeFile(folder, ".terraform/environment", "live");
    expect(await told("${local.subnets[terraform.workspace]}")).toMatch(/^proved/);
  });

  it("says that modules have to be fetched where a task may be in one", async () => {
    const folder = folderOf({ "main.tf": 'module "service" {\n  source = "terraform-aws-modules/ecs/aws"\n}\n' });
    const { answer } = await record(["check", folder]);
    expect(answer.replaceAll(/\s+/g, " ")).toContain(
      "fix: fetch the modules of the folder with terraform init, and check it again; or check a plan",
    );
  });

  it("says where a file is no HCL", async () => {
    const folder = folderOf({ "main.tf": 'resource "a" "b" {\n  x =\n}\n' });
    expect(await record(["check", folder])).toMatchObject({
      exitCode: 2,
      error: expect.stringMatching(/^private-fargate: \S*main\.tf is not HCL: 2,6-3,1: Invalid expression; /),
    });
  });
});
