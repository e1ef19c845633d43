import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { createStacks } from "../../../stacks";
import { synthApp } from "../../support/synth";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { interfaceEndpoint, isolatedNetwork } from "../reachability/support/isolated-network";
import { checked, record } from "./recorded-terminal";

const plans = resolve(__dirname, "../reachability/terraform/plans");
const LOGS = "aws_vpc_endpoint.logs";

/** The stacks that read each other's outputs: a network, and a service in it. */
function twoStacks(): ReadonlyMap<string, object> {
  const { resource, ...others } = isolatedNetwork().json;
  const { aws_ecs_service, aws_ecs_task_definition, aws_iam_role, ...network } = resource;
  const backend = (name: string) => ({ local: { path: `${name}.tfstate` } });
  const output = (value: string) => ({ value });
  const service = aws_ecs_service?.["orders"];
  const remote = (name: string) => `\${data.terraform_remote_state.network.outputs.${name}}`;
  return new Map<string, object>([
    [
      "network",
      {
        ...others,
        "//": { metadata: { stackName: "network" } },
        terraform: { backend: backend("network") },
        resource: network,
        output: {
          app_a: output("${aws_subnet.app_a.id}"),
          app_b: output("${aws_subnet.app_b.id}"),
          task: output("${aws_security_group.task.id}"),
        },
      },
    ],
    [
      "orders",
      {
        provider: others["provider"],
        "//": { metadata: { stackName: "orders" } },
        terraform: { backend: backend("orders") },
        data: { terraform_remote_state: { network: { backend: "local", config: { path: "network.tfstate" } } } },
        resource: {
          aws_iam_role,
          aws_ecs_task_definition,
          aws_ecs_service: {
            orders: {
              ...service,
              network_configuration: {
                subnets: [remote("app_a"), remote("app_b")],
                security_groups: [remote("task")],
              },
            },
          },
        },
      },
    ],
  ]);
}

/** A folder as `cdktf synth` writes it. */
function writeApp(stacks: ReadonlyMap<string, object>): string {
  const folder = temporaryDirectory();
  const manifest = [...stacks].map(([name, json]) => {
    const synthesizedStackPath = `stacks/${name}/cdk.tf.json`;
    writeFile(folder, synthesizedStackPath, JSON.stringify(json));
    return [name, { name, synthesizedStackPath }] as const;
  });
  writeFile(folder, "manifest.json", JSON.stringify({ version: "0.21.0", stacks: Object.fromEntries(manifest) }));
  return folder;
}

describe("private-fargate check", () => {
  it("prints the proof: each service of a task with its way, and exits with 0", async () => {
    const { exitCode, tasks, conflicts, verdict } = await checked(isolatedNetwork().json);
    expect({ exitCode, verdict, conflicts }).toEqual({ exitCode: 0, verdict: "proved", conflicts: [] });
    expect(tasks.map(({ task }) => task)).toEqual(["orders"]);
    expect(tasks[0]?.dependencies.map(({ service, verdict: each }) => `${service} ${each}`)).toEqual([
      "s3 proved",
      "ecr.api proved",
      "ecr.dkr proved",
      "logs proved",
    ]);
  });

  it("exits with 1 where a call does not arrive, and names the first broken hop", async () => {
    const { exitCode, verdict, tasks } = await checked(
      isolatedNetwork().set(LOGS, { private_dns_enabled: false }).json,
    );
    expect({ exitCode, verdict }).toEqual({ exitCode: 1, verdict: "broken" });
    const logs = tasks[0]?.dependencies.find(({ service }) => service === "logs");
    expect(logs?.hops.map(({ hop, verdict: each }) => `${hop} ${each}`)).toEqual([
      "endpoint proved",
      "name-resolution broken",
    ]);
    expect(logs?.issue).toMatchObject({
      code: "private-dns-off",
      severity: "error",
      path: LOGS,
      problem: expect.any(String),
      why: expect.any(String),
      fix: "set private_dns_enabled = true on aws_vpc_endpoint.logs",
    });
  });

  it("exits with 1 for a conflict, and with 0 for a warning", async () => {
    const overlap = await checked(isolatedNetwork().set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" }).json);
    expect(overlap.exitCode).toBe(1);
    expect(overlap.conflicts).toMatchObject([{ code: "subnets-overlap", severity: "error" }]);
    const unused = await checked(isolatedNetwork().add("aws_vpc_endpoint.sqs", interfaceEndpoint("sqs")).json);
    expect(unused.exitCode).toBe(0);
    expect(unused.conflicts).toMatchObject([{ code: "endpoint-unused", severity: "warning" }]);
  });

  it("exits with 3 where nothing is broken and something is not known", async () => {
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" });
    const { exitCode, verdict, tasks } = await checked(fixture.json);
    expect({ exitCode, verdict }).toEqual({ exitCode: 3, verdict: "unknown" });
    expect(tasks[0]?.dependencies.find(({ service }) => service === "logs")?.issue).toMatchObject({
      severity: "note",
      fix: "assure that private_dns_enabled of aws_vpc_endpoint.logs is true",
    });
    fixture.set("aws_vpc_endpoint.ecr_api", { private_dns_enabled: false });
    expect((await checked(fixture.json)).exitCode).toBe(1);
  });

  it("names policies that admit too much where that is asked for, and exits as without", async () => {
    const input = JSON.stringify(isolatedNetwork().json);
    expect((await record(["check", "-"], input)).answer).not.toContain("policy-too-wide");
    const { exitCode, answer } = await record(["check", "-", "--least-privilege"], input);
    expect(exitCode).toBe(0);
    expect(answer).toContain("warning policy-too-wide: aws_vpc_endpoint.s3 has AWS's policy");
  });

  it("exits with 0 where something is not known and that is allowed, and tells it all the same", async () => {
    const check = (fixture: ReturnType<typeof isolatedNetwork>) =>
      record(["check", "-", "--allow-unknown"], JSON.stringify(fixture.json));
    const fixture = isolatedNetwork().set(LOGS, { private_dns_enabled: "${var.dns}" });
    const allowed = await check(fixture);
    expect(allowed.exitCode).toBe(0);
    expect(allowed.answer).toContain("whether private DNS is on for aws_vpc_endpoint.logs is not known");
    expect(allowed.answer).toContain("unknown: 1 task, 4 services (3 proved, 1 unknown)");
    expect((await check(fixture.set("aws_vpc_endpoint.ecr_api", { private_dns_enabled: false }))).exitCode).toBe(1);
    const network = isolatedNetwork().remove("aws_ecs_service.orders").remove("aws_ecs_task_definition.orders");
    expect((await check(network)).exitCode).toBe(3);
  });

  it("proves nothing where there is no task: it says so, and exits with 3", async () => {
    const network = isolatedNetwork().remove("aws_ecs_service.orders").remove("aws_ecs_task_definition.orders");
    const { exitCode, verdict, tasks, conflicts } = await checked(network.json);
    expect({ exitCode, verdict, tasks }).toEqual({ exitCode: 3, verdict: "unknown", tasks: [] });
    expect(conflicts.filter(({ severity }) => severity !== "warning")).toMatchObject([
      { code: "task-missing", severity: "note" },
    ]);
    const text = await record(["check", "-"], JSON.stringify(network.json));
    expect(text.answer).toMatch(/\nThere is no Fargate task\.\n/);
    network.set("aws_subnet.app_b", { cidr_block: "10.0.1.128/25" });
    expect((await checked(network.json)).exitCode).toBe(1);
  });

  it("shows what the Terraform accepts with its reason, does not count it, and exits with 0", async () => {
    const accepted = [{ code: "private-dns-off", resource: LOGS, reason: "a resolver answers" }];
    const json = {
      ...isolatedNetwork().set(LOGS, { private_dns_enabled: false }).json,
      "//": { privateFargate: { accepted } },
    };
    const { exitCode, verdict, tasks } = await checked(json);
    expect({ exitCode, verdict }).toEqual({ exitCode: 0, verdict: "proved" });
    expect(tasks[0]?.dependencies.find(({ service }) => service === "logs")).toMatchObject({
      verdict: "broken",
      issue: { code: "private-dns-off", accepted: "a resolver answers" },
    });
    // Beside another configuration, by which the addresses get a name in front.
    const folder = temporaryDirectory();
    const files = ["a", "b"].map((name) => writeFile(folder, `${name}.tf.json`, JSON.stringify(json)));
    const { answer, ...together } = await record(["check", ...files]);
    expect(answer.match(/^ {6}accepted: a resolver answers$/gm)).toHaveLength(2);
    expect(together).toEqual({ exitCode: 0, error: "" });
  });

  it("sends whoever has the task in a module to the plan", async () => {
    const { conflicts } = await checked({ module: { service: { source: "terraform-aws-modules/ecs/aws" } } });
    expect(conflicts[0]?.fix).toBe(
      "check a plan, which shows what is in module.service: terraform show -json PLAN > plan.json",
    );
  });

  it("prints text by default, and Markdown", async () => {
    const json = JSON.stringify(isolatedNetwork().set(LOGS, { private_dns_enabled: false }).json);
    const text = await record(["check", "-"], json);
    expect(text.exitCode).toBe(1);
    expect(text.answer).toMatch(/\norders \(aws_ecs_service\.orders\): broken, 3 of 4 services proved\n/);
    expect(text.answer).toMatch(/^broken: 1 task, 4 services \(3 proved, 1 broken\)\n/);
    expect(await record(["check", "-", "--format", "text"], json)).toEqual(text);
    const markdown = await record(["check", "-", "--format=markdown"], json);
    expect(markdown.exitCode).toBe(1);
    expect(markdown.answer).toContain("| `logs` | **broken** | ");
  });
});

describe("what private-fargate check reads", () => {
  it.each(["new", "applied"])("a plan of plain HCL (%s)", async (name) => {
    const { exitCode, answer } = await record(["check", `${plans}/${name}.json`]);
    expect(answer).toContain("orders (aws_ecs_service.orders): proved, 4 of 4 services proved\n");
    expect(exitCode).toBe(0);
  });

  it("a state as terraform show -json prints it", async () => {
    const { prior_state: state } = JSON.parse(readFileSync(`${plans}/applied.json`, "utf8"));
    expect((await record(["check", "-"], JSON.stringify(state))).answer).not.toContain("There is no Fargate task");
  });

  it("a folder cdktf.out: all stacks together, with the references between them", async () => {
    const folder = writeApp(twoStacks());
    const { exitCode, answer } = await record(["check", folder, "--verbose"]);
    expect(answer).toContain("orders (orders/aws_ecs_service.orders): proved, 4 of 4 services proved\n");
    expect(answer).toContain("                           network/aws_vpc_endpoint.logs\n");
    expect(exitCode).toBe(0);
  });

  it("the folder of one stack, and its file", async () => {
    const folder = writeApp(twoStacks());
    const alone = await record(["check", `${folder}/stacks/orders`]);
    expect(alone.exitCode).toBe(3);
    expect(await record(["check", `${folder}/stacks/orders/cdk.tf.json`])).toEqual(alone);
    expect((await record(["check", `${folder}/stacks/network`])).answer).toContain("There is no Fargate task.");
  });

  it("several paths together, standard input among them, and each file once", async () => {
    const stacks = twoStacks();
    const folder = writeApp(stacks);
    const all = await record(["check", folder]);
    const [network, orders] = [`${folder}/stacks/network`, `${folder}/stacks/orders/cdk.tf.json`];
    expect(await record(["check", network, orders])).toEqual(all);
    expect(await record(["check", network, "-", "-"], JSON.stringify(stacks.get("orders")))).toEqual(all);
    expect(await record(["check", folder, network, orders, `${folder}/stacks/../stacks/orders`])).toEqual(all);
  });

  it("names what has no stack name after its file, or its path where files are called the same", async () => {
    const tasks = async (...paths: string[]) => {
      const { answer } = await record(["check", "--format", "json", ...paths]);
      const { tasks: found }: { tasks: { address: string }[] } = JSON.parse(answer);
      return found.map(({ address }) => address.split("/")[0]);
    };
    expect(await tasks(`${plans}/new.json`, `${plans}/applied.json`)).toEqual(["new.json", "applied.json"]);
    const folder = temporaryDirectory();
    const files = ["a", "b"].map((name) =>
      writeFile(folder, `${name}/network.tf.json`, JSON.stringify(isolatedNetwork().json)),
    );
    expect(await tasks(...files)).toEqual(files.map((file) => file.replaceAll("/", ":")));
  });

  it("the only .tf.json of a folder", async () => {
    const folder = temporaryDirectory();
    writeFile(folder, "network.tf.json", JSON.stringify(isolatedNetwork().json));
    writeFile(folder, "README.md");
    expect((await record(["check", folder])).exitCode).toBe(0);
  });

  it("what cdktf really writes: each of the sample stacks", async () => {
    const stacks = synthApp(createStacks);
    const folder = writeApp(new Map([...stacks].map(([name, { text }]) => [name, JSON.parse(text)])));
    const { exitCode, answer } = await record(["check", folder]);
    expect(answer).toMatch(/^proved: \d+ tasks, \d+ services/);
    expect(exitCode).toBe(0);
  });
});

describe("what private-fargate check cannot use", () => {
  /** Checks a text in a file of some name, and gives the message without the path of the file. */
  async function refused(text: string, name = "plan.json"): Promise<string> {
    const file = writeFile(temporaryDirectory(), name, text);
    const { exitCode, answer, error } = await record(["check", file]);
    expect({ exitCode, answer }).toEqual({ exitCode: 2, answer: "" });
    return error.replaceAll(file, name).trimEnd();
  }

  const byPlan = "terraform plan -out=plan.tfplan, then terraform show -json plan.tfplan > plan.json";

  it.each([
    ["", "is empty"],
    [
      "PK\u0003\u0004\u0014\u0000",
      "is a plan as Terraform keeps it for itself; write terraform show -json plan.json > plan.json",
    ],
    [
      '{"@level":"info","type":"version"}\n{"@level":"info"}\n',
      `is the log that terraform plan -json writes; write ${byPlan}`,
    ],
    [
      "\nTerraform used the selected providers to generate the following execution\nplan.",
      "is a plan for people to read; write terraform show -json PLAN > plan.json",
    ],
    [
      '# network\n\nresource "aws_vpc" "main" {\n}',
      `is HCL, of which a folder is read; name its folder, or check a plan of it: ${byPlan}`,
    ],
    [
      'terraform {\n  required_version = "1"\n}',
      `is HCL, of which a folder is read; name its folder, or check a plan of it: ${byPlan}`,
    ],
    ["5", "is a number, and no Terraform JSON"],
    ["null", "is null, and no Terraform JSON"],
    ["[]", "is a list, and no Terraform JSON"],
    ["{}", "is an empty object, and neither a configuration nor a plan of Terraform"],
    [
      '{"name":"x","version":"1","private":true,"main":""}',
      'is an object with "name", "version", "private" and more, and neither a configuration nor a plan of Terraform',
    ],
    [
      '{"family":"orders","containerDefinitions":[]}',
      "is a task definition, which tells nothing of a network; private-fargate plan plan.json shows the endpoints that it needs",
    ],
    [
      '[{"name":"api","image":"nginx"}]',
      "is a task definition, which tells nothing of a network; private-fargate plan plan.json shows the endpoints that it needs",
    ],
    [
      '{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x","resources":[]}',
      "is a state file; write terraform show -json plan.json > state.json, and check that",
    ],
    ['{"format_version":"1.0"}', "is an empty state; check a plan: terraform show -json PLAN > plan.json"],
    [
      '{"format_version":"2.0","planned_values":{}}',
      "has the format 2.0, which is newer than this command; it reads the format 1, so update cdktf-private-fargate",
    ],
    [
      '{"format_version":"1.2","errored":true,"planned_values":{}}',
      "is an incomplete plan, because Terraform stopped at an error; correct that, and plan again",
    ],
    [
      '{"format_version":"1.0","provider_schemas":{}}',
      'is an object with "format_version", "provider_schemas", and no plan; write terraform show -json PLAN > plan.json',
    ],
    ['{"version":"0.21.0","stacks":{}}', "is the manifest of a cdktf.out; name its folder"],
    [
      '{"language":"typescript","app":"npx x"}',
      "is the cdktf.json of a project; write cdktf synth, and check cdktf.out",
    ],
    ['{"Resources":{}}', "is a CloudFormation template; only Terraform is read"],
  ])("%j", async (text, message) => {
    expect(await refused(text)).toBe(`private-fargate: plan.json ${message}`);
  });

  it("a text that is not JSON, with the line", async () => {
    expect(await refused('{"resource": {\n "aws_vpc": [1,]\n}}', "cdk.tf.json")).toContain(
      "private-fargate: cdk.tf.json has 1 problem\n\n  json-malformed: line 2, resource.aws_vpc[1]: ",
    );
  });

  it("a newer minor version is no obstacle, as Terraform only adds within one", async () => {
    const json = JSON.parse(readFileSync(`${plans}/new.json`, "utf8"));
    const { exitCode } = await record(["check", "-"], JSON.stringify({ ...json, format_version: "1.9", new: {} }));
    expect(exitCode).toBe(0);
  });

  it("names standard input, and the command for it", async () => {
    expect((await record(["check", "-"], '{"taskDefinition":{}}')).error).toBe(
      "private-fargate: standard input is a task definition, which tells nothing of a network; private-fargate plan - shows the endpoints that it needs\n",
    );
  });

  it.each([
    ["an empty folder", [], "is an empty folder; name a cdktf.out, a cdk.tf.json or a plan.json"],
    [
      "a project of cdktf",
      ["cdktf.json", "main.ts"],
      "is a project of cdktf; write cdktf synth there, and check its folder cdktf.out",
    ],
    [
      "another folder",
      ["plan.json", "manifest.json"],
      "has neither the manifest.json of a cdktf.out nor a .tf.json; name a cdktf.out, a cdk.tf.json or a plan.json",
    ],
  ])("%s", async (_, names, message) => {
    const folder = temporaryDirectory();
    for (const name of names) writeFile(folder, name);
    expect(await record(["check", folder])).toEqual({
      exitCode: 2,
      answer: "",
      error: `private-fargate: ${folder} ${message}\n`,
    });
  });

  it("a cdktf.out without stacks, or with a stack that is not there", async () => {
    const folder = writeApp(new Map());
    expect((await record(["check", folder])).error).toContain("has a manifest.json that names no stack");
    writeFile(folder, "manifest.json", '{"stacks":{"a":{"synthesizedStackPath":"stacks/a/cdk.tf.json"}}}');
    expect((await record(["check", folder])).error).toBe(
      `private-fargate: cannot read ${folder}/stacks/a/cdk.tf.json: there is no such file\n`,
    );
  });

  it("no path, and every path of several", async () => {
    expect((await record(["check"])).error).toBe(
      "private-fargate: there is no path; write private-fargate check PATH…, for example private-fargate check cdktf.out\n",
    );
    const good = `${plans}/new.json`;
    expect(await record(["check", "no-such-file.json", good, "-"], "{}")).toEqual({
      exitCode: 2,
      answer: "",
      error:
        "private-fargate: cannot read no-such-file.json: there is no such file\nstandard input is an empty object, and neither a configuration nor a plan of Terraform\n",
    });
  });
});

describe("private-fargate check of odd JSON", () => {
  const odd: readonly unknown[] = [null, [], 5, "x", [null], {}];

  it.each(odd.map((value) => ({ value })))("bears $value in place of a block", async ({ value }) => {
    for (const json of [
      { resource: { aws_vpc: value } },
      { resource: { aws_vpc: { main: value } } },
      { resource: { aws_ecs_service: { main: value } }, output: value, module: value, locals: value },
      { ...isolatedNetwork().json, data: { aws_vpc: value }, provider: value, terraform: value, "//": value },
      { format_version: "1.2", planned_values: {}, resource_changes: value, configuration: value, prior_state: value },
    ]) {
      const { exitCode, error } = await record(["check", "-"], JSON.stringify(json));
      expect(error).toBe("");
      expect([0, 1, 3]).toContain(exitCode);
    }
  });
});
