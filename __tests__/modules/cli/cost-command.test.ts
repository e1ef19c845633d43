import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import type { CostJson } from "../../../modules/cost/cost-as-json";
import { getProducts, product } from "../cost/price-list";
import { record } from "./recorded-terminal";

const samples = resolve(__dirname, "../../../docs/samples");
const directory = mkdtempSync(join(tmpdir(), "cost-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: unknown): string {
  const path = join(directory, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const TASK = {
  family: "orders",
  taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/orders:1",
  containerDefinitions: [{ name: "api", image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1" }],
};

const vpc = { cidr_block: "10.0.0.0/16" };
const subnet = (index: number, zone: string) => ({
  vpc_id: "${aws_vpc.main.id}",
  cidr_block: `10.0.${index}.0/24`,
  availability_zone: zone,
});

/** Terraform of a VPC in Tokyo. */
function tokyo(resource: object): object {
  return {
    provider: { aws: { region: "ap-northeast-1" } },
    resource: {
      aws_vpc: { main: vpc },
      aws_subnet: { a: subnet(1, "ap-northeast-1a"), c: subnet(2, "ap-northeast-1c") },
      ...resource,
    },
  };
}

function endpoint(service: string, ...subnets: readonly string[]) {
  return {
    vpc_id: "${aws_vpc.main.id}",
    service_name: `com.amazonaws.ap-northeast-1.${service}`,
    vpc_endpoint_type: "Interface",
    subnet_ids: subnets.map((name) => `\${aws_subnet.${name}.id}`),
  };
}

async function costs(args: readonly string[], input = ""): Promise<CostJson["networks"]> {
  const { exitCode, answer, error } = await record(["cost", ...args, "--format", "json"], input);
  expect(error).toBe("");
  expect(exitCode).toBe(0);
  const json: CostJson = JSON.parse(answer);
  return json.networks;
}

async function refusal(...args: readonly string[]): Promise<string> {
  const { exitCode, answer, error } = await record(["cost", ...args]);
  expect([exitCode, answer]).toEqual([2, ""]);
  return error;
}

describe("private-fargate cost", () => {
  it("counts what a task needs in two zones, or in as many as are said", async () => {
    const task = file("task.json", TASK);
    const [two] = await costs([task]);
    expect(two).toMatchObject({ name: "orders", region: "us-east-1", zones: 2 });
    expect(two?.ways[0]?.total).toEqual({ usd: 29.2 });
    const [three] = await costs([task, "--zones", "3"]);
    expect(three?.ways[0]?.total).toEqual({ usd: 43.8 });
  });

  it("counts an endpoint once that several tasks need, from standard input as well", async () => {
    const other = file("other.json", { ...TASK, family: "bills" });
    const [shared] = await costs(["-", other], JSON.stringify(TASK));
    expect(shared?.name).toBe("orders, bills");
    expect(shared?.endpoints.map(({ service }) => service)).toEqual(["s3", "ecr.api", "ecr.dkr"]);
  });

  it("takes a plan that was saved, of which the Region is said", async () => {
    const { answer } = await record(["plan", file("task.json", TASK), "--uses", "sqs", "--format", "json"]);
    const [cost] = await costs([file("plan.json", answer), "--region", "us-west-2"]);
    expect(cost?.endpoints.map(({ service }) => service)).toContain("sqs");
    expect(cost?.ways[0]?.total).toEqual({ usd: 43.8 });
  });

  it("does not take the Region of an image for that of the task", async () => {
    const { taskDefinitionArn: _arn, ...anywhere } = TASK;
    const [cost] = await costs([file("anywhere.json", anywhere)]);
    expect(cost?.ways[0]?.hours).toEqual({
      unknown: "the Region is not known; say it by --region, or by region in a program",
    });
  });

  it("asks what the same endpoints cost in another Region", async () => {
    const [cost] = await costs([file("task.json", TASK), "--region", "ap-northeast-1"]);
    expect(cost?.ways[0]?.total).toEqual({ usd: 40.88 });
  });

  it("works image layers out of size and starts", async () => {
    const [cost] = await costs([file("task.json", TASK), "--image-size", "0.4", "--starts", "100", "--gb-logs", "3"]);
    expect(cost?.gb).toEqual({ images: 40, logs: 3, other: 0 });
    expect(cost?.gatewaySaves?.overNat).toEqual({ usd: 1.8 });
  });

  it("takes zones and Region of the Terraform, for each endpoint, with the NAT gateways that stand", async () => {
    const json = tokyo({
      aws_vpc_endpoint: { sqs: endpoint("sqs", "a", "c"), logs: endpoint("logs", "a") },
      aws_eip: { nat: {} },
      aws_nat_gateway: { main: { subnet_id: "${aws_subnet.a.id}", allocation_id: "${aws_eip.nat.id}" } },
    });
    const [cost, ...others] = await costs([file("network.tf.json", json)]);
    expect(others).toEqual([]);
    expect(cost).toMatchObject({ name: "aws_vpc.main", region: "ap-northeast-1", zones: 2 });
    expect(cost?.endpoints.map(({ address, hours }) => [address, hours])).toEqual([
      ["aws_vpc_endpoint.sqs", { usd: 20.44 }],
      ["aws_vpc_endpoint.logs", { usd: 10.22 }],
    ]);
    expect(cost?.natGateways).toEqual({ count: 1, hours: { usd: 48.91 } });
  });

  it("does not guess in how many zones an endpoint is whose subnets only Terraform knows", async () => {
    const json = tokyo({ aws_vpc_endpoint: { sqs: { ...endpoint("sqs"), subnet_ids: "${var.subnets}" } } });
    const path = file("unknown.tf.json", json);
    const [cost] = await costs([path]);
    expect(cost?.ways[0]?.total).toEqual({ unknown: "in how many zones aws_vpc_endpoint.sqs is, is not known" });
    const [said] = await costs([path, "--zones", "3"]);
    expect(said?.ways[0]?.total).toEqual({ usd: 30.66 });
  });

  it("tells what an endpoint costs that no task calls", async () => {
    const { answer } = await record(["cost", join(samples, "isolated.tf.json")]);
    expect(answer).not.toContain("No task is known to call");
    const json: { resource: { aws_vpc_endpoint: Record<string, object> } } = JSON.parse(
      readFileSync(join(samples, "isolated.tf.json"), "utf8"),
    );
    const { logs = {} } = json.resource.aws_vpc_endpoint;
    const sqs = { ...logs, service_name: "com.amazonaws.eu-west-1.sqs", private_dns_enabled: true };
    json.resource.aws_vpc_endpoint["sqs"] = sqs;
    const [cost] = await costs([file("idle.tf.json", json)]);
    expect(cost?.endpoints.filter(({ unused }) => unused === true).map(({ address }) => address)).toEqual([
      "aws_vpc_endpoint.sqs",
    ]);
    expect(cost?.unused).toEqual({ usd: 16.06 });
  });

  it("says that a VPC that exists may have more endpoints", async () => {
    const json = {
      provider: { aws: { region: "us-east-1" } },
      data: { aws_vpc: { main: { id: "vpc-0123456789abcdef0" } } },
      resource: {
        aws_vpc_endpoint: {
          s3: { vpc_id: "${data.aws_vpc.main.id}", service_name: "com.amazonaws.us-east-1.s3" },
        },
      },
    };
    const [cost] = await costs([file("existing.tf.json", json)]);
    expect(cost?.others).toContain("is not created here");
  });

  it("takes prices that are brought, of several files", async () => {
    const vpcPrices = file("vpc.json", getProducts(product("EUN1-VpcEndpoint-Hours", "0.0110000000")));
    const natPrices = file("nat.json", getProducts(product("EUN1-NatGateway-Hours", "0.0460000000")));
    const task = file("task.json", TASK);
    const [unknown] = await costs([task, "--region", "eu-north-1"]);
    expect(unknown?.ways[0]?.total).toHaveProperty("unknown");
    const [cost] = await costs([task, "--region", "eu-north-1", "--prices", vpcPrices, "--prices", natPrices]);
    expect(cost?.ways.map(({ hours }) => hours)).toEqual([{ usd: 32.12 }, { usd: 37.23 }, { usd: 74.46 }]);
  });

  it("compares a hub where it is told how many share it, in text and in Markdown", async () => {
    const task = file("task.json", TASK);
    const text = await record(["cost", task, "--vpcs", "4"]);
    expect(text.answer).toContain("a hub of 4 VPCs over peering, for each");
    const markdown = await record(["cost", task, "--vpcs", "4", "--format", "markdown"]);
    expect(markdown.answer).toContain("| a hub of 4 VPCs over peering, for each |");
  });

  it("prints the same bytes for the same input", async () => {
    const task = file("task.json", TASK);
    for (const format of ["text", "json", "markdown"]) {
      const one = await record(["cost", task, "--format", format, "--verbose"]);
      expect(await record(["cost", task, "--format", format, "--verbose"])).toEqual(one);
    }
  });

  it.each([
    [["--zones", "two"], '--zones cannot be "two"; write a whole number from 1'],
    [["--zones", "1.5"], '--zones cannot be "1.5"'],
    [["--gb-logs=-1"], '--gb-logs cannot be "-1"; write a number from 0'],
    [["--starts", "3"], "add --image-size GB"],
    [["--image-size", "3"], "add --starts NUMBER"],
    [["--image-size", "1", "--starts", "3", "--gb-images", "3"], "write one of the two"],
    [["--region", "tokyo"], '--region cannot be "tokyo"'],
  ])("refuses %j", async (options, message) => {
    expect(await refusal(file("task.json", TASK), ...options)).toContain(message);
  });

  it("refuses prices that are none, with what to type", async () => {
    expect(await refusal(file("task.json", TASK), "--prices", file("no-prices.json", {}))).toContain(
      "aws pricing get-products",
    );
  });

  it("refuses no path, tasks and Terraform at once, and Terraform without a network", async () => {
    expect(await refusal()).toContain("there is no path");
    const task = file("task.json", TASK);
    expect(await refusal(task, join(samples, "isolated.tf.json"))).toContain("is Terraform and");
    const empty = file("empty.tf.json", { resource: { aws_s3_bucket: { a: {} } } });
    expect(await refusal(empty)).toContain("give the configuration or the plan that has the network");
    expect(await refusal(file("main.tf", 'resource "aws_vpc" "a" {}'))).toContain("is HCL, of which a folder is read");
  });
});
