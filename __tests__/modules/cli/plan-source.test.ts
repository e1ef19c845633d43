import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { record } from "./recorded-terminal";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

const plans = resolve(__dirname, "../reachability/terraform/plans");

/** The plan in which only the apply knows the containers, as it is where one of them has the URL of a repository. */
function planWithoutContainers(): string {
  const plan: { resource_changes: { type: string; change: { after: object; after_unknown: object } }[] } = JSON.parse(
    readFileSync(`${plans}/new.json`, "utf8"),
  );
  for (const { type, change } of plan.resource_changes.filter((each) => each.type === "aws_ecs_task_definition")) {
    expect(type).toBe("aws_ecs_task_definition");
    change.after = { ...change.after, container_definitions: undefined };
    change.after_unknown = { ...change.after_unknown, container_definitions: true };
  }
  return writeFile(temporaryDirectory(), "plan.json", JSON.stringify(plan));
}

describe("private-fargate check of a plan with --source", () => {
  it("takes what the plan leaves unknown from the configuration", async () => {
    const plan = planWithoutContainers();
    const alone = await record(["check", plan]);
    expect(alone.answer).toContain("note task-unknown");
    expect(alone.answer.replaceAll(/\s+/g, " ")).toContain(
      "fix: check the plan with the folder of its configuration, which is --source of private-fargate check",
    );
    expect(alone.exitCode).toBe(3);
    const { answer, exitCode } = await record(["check", plan, "--source", plans]);
    expect(answer).toContain("orders (aws_ecs_service.orders): proved, 4 of 4 services proved\n");
    expect(exitCode).toBe(0);
  });

  it("tells more of what roles allow: single-subnet", async () => {
    const plan = `${plans}/single-subnet/new.json`;
    const alone = await record(["check", plan]);
    const beside = await record(["check", plan, "--source", `${plans}/single-subnet`, "--verbose"]);
    expect(alone.answer).toContain("note permissions-not-proved");
    expect(beside.answer.match(/permissions {4}/g)?.length).toBeGreaterThan(0);
    expect(beside.exitCode).toBe(alone.exitCode);
  });

  it.each([".", "associations", "community-modules", "dedicated-endpoint-subnets", "terraconstructs"])(
    "changes nothing where the plan tells all: %s",
    async (name) => {
      const plan = `${plans}/${name}/new.json`;
      expect(await record(["check", plan, "--source", `${plans}/${name}`])).toEqual(await record(["check", plan]));
    },
  );

  it("takes the instances that a condition chooses from the configuration, since references do not tell which", async () => {
    const subnets = { app: "10.0.0.0/24", endpoints: "10.0.1.0/24" };
    const endpoint = { service_name: "com.amazonaws.eu-west-1.logs", vpc_endpoint_type: "Interface" };
    const folder = temporaryDirectory();
    const configuration = {
      resource: {
        aws_vpc: { main: { cidr_block: "10.0.0.0/16" } },
        aws_subnet: {
          each: {
            for_each: subnets,
            vpc_id: "${aws_vpc.main.id}",
            cidr_block: "${each.value}",
            availability_zone: "eu-west-1a",
          },
        },
        aws_vpc_endpoint: {
          logs: {
            ...endpoint,
            vpc_id: "${aws_vpc.main.id}",
            subnet_ids: '${[for name, subnet in aws_subnet.each : subnet.id if name != "app"]}',
          },
        },
      },
    };
    writeFile(folder, "main.tf.json", JSON.stringify(configuration));
    const made = (address: string, index: string | undefined, after: object, after_unknown: object) => {
      const [type = "", name = ""] = address.split(".");
      const at = index === undefined ? { address } : { address: `${address}["${index}"]`, index };
      const provider_name = "registry.terraform.io/hashicorp/aws";
      return {
        ...at,
        mode: "managed",
        type,
        name,
        provider_name,
        change: { actions: ["create"], before: null, after, after_unknown },
      };
    };
    const toVpc = { vpc_id: { references: ["aws_vpc.main.id", "aws_vpc.main"] } };
    const written = (address: string, expressions: object, more: object = {}) => {
      const [type = "", name = ""] = address.split(".");
      return { address, mode: "managed", type, name, provider_config_key: "aws", expressions, ...more };
    };
    const plan = {
      format_version: "1.2",
      terraform_version: "1.10.0",
      planned_values: { root_module: {} },
      resource_changes: [
        made("aws_vpc.main", undefined, { cidr_block: "10.0.0.0/16" }, { id: true }),
        ...Object.entries(subnets).map(([name, cidr_block]) =>
          made("aws_subnet.each", name, { cidr_block, availability_zone: "eu-west-1a" }, { id: true, vpc_id: true }),
        ),
        made("aws_vpc_endpoint.logs", undefined, endpoint, { id: true, vpc_id: true, subnet_ids: true }),
      ],
      configuration: {
        root_module: {
          resources: [
            written("aws_vpc.main", { cidr_block: { constant_value: "10.0.0.0/16" } }),
            written("aws_subnet.each", toVpc, { for_each_expression: { constant_value: subnets } }),
            written("aws_vpc_endpoint.logs", { ...toVpc, subnet_ids: { references: ["aws_subnet.each"] } }),
          ],
        },
      },
    };
    const path = writeFile(temporaryDirectory(), "plan.json", JSON.stringify(plan));
    const { answer, error } = await record(["check", path, "--source", folder]);
    expect(error).toBe("");
    expect(answer).toContain("no task");
    expect(answer).not.toContain("endpoint-subnets-share-zone");
  });

  it("refuses the folder of another configuration", async () => {
    expect(await record(["check", `${plans}/new.json`, "--source", `${plans}/associations`])).toEqual({
      exitCode: 2,
      answer: "",
      error: `private-fargate: --source ${plans}/associations is not the configuration of the plan, which has aws_ecs_service.orders; name the folder in which terraform plan was run\n`,
    });
  });

  it("goes with one plan", async () => {
    const usage = "write private-fargate check PLAN --source DIR\n";
    expect((await record(["check", plans, "--source", plans])).error).toBe(
      `private-fargate: --source is the folder of one plan, and there is none; ${usage}`,
    );
    expect((await record(["check", `${plans}/new.json`, `${plans}/applied.json`, "--source", plans])).error).toBe(
      `private-fargate: --source is the folder of one plan, and there are 2; ${usage}`,
    );
    expect((await record(["check", `${plans}/new.json`, "--source", `${plans}/nowhere`])).error).toBe(
      `private-fargate: ${plans}/nowhere is no folder with a configuration of Terraform\n`,
    );
  });
});
