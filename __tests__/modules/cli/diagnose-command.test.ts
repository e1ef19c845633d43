import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isolatedNetwork } from "../reachability/support/isolated-network";
import { record } from "./recorded-terminal";

const REASON =
  "ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: signal: killed";

describe("private-fargate diagnose", () => {
  it.each([[["diagnose"]], [["diagnose", "-"]]])(
    "reads standard input for %j, and tells the call first",
    async (args) => {
      const { exitCode, answer, error } = await record(args, REASON);
      expect([exitCode, error]).toEqual([0, ""]);
      expect(answer.split("\n")[0]).toBe("logs: the task cannot create its log stream (logs:CreateLogStream)");
      expect(answer).toContain("1. endpoint-missing: the VPC has no endpoint for logs");
    },
  );

  it("tells the first causes in full, and with --verbose all", async () => {
    const [brief, full] = [await record(["diagnose"], REASON), await record(["diagnose", "--verbose"], REASON)];
    expect(brief.answer).toMatch(/^ {2}or: .*task-egress-missing/m);
    expect(full.answer).toContain(". task-egress-missing: ");
  });

  it("says that a snapshot is of another VPC than the task's, and which one to take", async () => {
    const samples = resolve(__dirname, "../../../docs/samples");
    const other = join(mkdtempSync(join(tmpdir(), "diagnose-other-")), "other.json");
    const text = readFileSync(join(samples, "network.json"), "utf8");
    writeFileSync(
      other,
      text.replaceAll("vpc-0123456789abcdef0", "vpc-0fedcba9876543210").replaceAll("subnet-0", "subnet-f"),
    );
    const network = [join(samples, "service.tf.json"), other].join(",");
    const { answer } = await record(["diagnose", "--network", network], REASON);
    expect(answer).toContain("snapshot-of-other-vpc");
    expect(answer.replaceAll(/\s+/g, " ")).toContain("private-fargate snapshot --vpc vpc-0123456789abcdef0");
  });

  it("takes the folder of a plan's configuration as check does, and says where there is no plan", async () => {
    const samples = resolve(__dirname, "../../../docs/samples");
    const args = ["--network", join(samples, "service.tf.json"), "--source", join(samples, "orders")];
    const [own, ofCheck] = [await record(["diagnose", ...args], REASON), await record(["check", ...args.slice(1)])];
    expect(own.exitCode).toBe(2);
    expect(own.error).toBe(ofCheck.error);
  });

  it("says so where it knows nothing, and what would help", async () => {
    const { exitCode, answer } = await record(["diagnose"], "it does not work");
    expect(exitCode).toBe(3);
    expect(answer).toMatch(/^not known: /);
    expect(answer).toContain("aws ecs describe-tasks");
  });

  it("answers in JSON and in Markdown", async () => {
    const json = JSON.parse((await record(["diagnose", "--format", "json"], REASON)).answer);
    expect(json).toMatchObject({
      version: 1,
      verdict: "known",
      failures: [{ text: "log-stream", services: ["logs"] }],
    });
    const nothing = JSON.parse((await record(["diagnose", "--format", "json"], "what?")).answer);
    expect(nothing).toMatchObject({ version: 1, verdict: "not-known", failures: [] });
    expect(nothing.wanted.length).toBeGreaterThan(2);
    const { answer } = await record(["diagnose", "--format", "markdown"], REASON);
    expect(answer).toMatch(/^### logs: the task cannot create its log stream/);
    expect((await record(["diagnose", "--format", "markdown"], "what?")).answer).toMatch(/^\*\*not known\*\*/);
  });

  it.each([
    [["diagnose"], "", /standard input is empty/],
    [["diagnose", "a", "b"], "", /takes one file, and not "b" as well/],
    [["diagnose", "/no/such/file"], "", /cannot read/],
    [["diagnose", "--formt", "json"], "", /did you mean --format/],
  ])("cannot use %j", async (args, input, message) => {
    const { exitCode, error } = await record(args, input);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
  });
});

describe("private-fargate diagnose --network", () => {
  const samples = resolve(__dirname, "../../../docs/samples");
  let folder: string;
  const file = (name: string) => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "diagnose-"));
    writeFileSync(file("error.txt"), REASON);
    writeFileSync(file("whole.tf.json"), JSON.stringify(isolatedNetwork().json));
    const broken = isolatedNetwork().set("aws_vpc_endpoint.logs", { private_dns_enabled: false });
    writeFileSync(file("broken.tf.json"), JSON.stringify(broken.json));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("says which cause it is, and nothing of others", async () => {
    const { exitCode, answer } = await record(["diagnose", file("error.txt"), "--network", file("broken.tf.json")]);
    expect(exitCode).toBe(0);
    expect(answer.split("\n")[1]).toBe("  broken private-dns-off: private DNS is off for aws_vpc_endpoint.logs");
    expect(answer).not.toContain("  1. ");
  });

  it("says so where the network is not to blame", async () => {
    const { answer } = await record(["diagnose", file("error.txt"), "--network", file("whole.tf.json")]);
    expect(answer).toContain("proved in what --network shows, the calls of orders to logs arrive");
    expect(answer).toContain("1. network-differs: ");
  });

  it("takes Terraform together with a snapshot, and either from standard input", async () => {
    const paths = [`${samples}/service.tf.json`, `${samples}/network.json`].join(",");
    const both = await record(["diagnose", file("error.txt"), "--network", paths]);
    expect(both.answer).toContain("the calls of orders to logs arrive");
    const json = JSON.stringify(isolatedNetwork().json);
    const piped = await record(["diagnose", file("error.txt"), "--network", "-"], json);
    expect(piped.answer).toContain("the calls of orders to logs arrive");
  });

  it("says what it cannot tell without a task, or where nothing calls the service", async () => {
    const alone = await record(["diagnose", file("error.txt"), "--network", `${samples}/network.json`]);
    expect(alone.answer).toContain("unknown nothing in --network starts a Fargate task");
    writeFileSync(file("sqs.txt"), "Error: getaddrinfo ENOTFOUND sqs.eu-west-1.amazonaws.com");
    const other = await record(["diagnose", file("sqs.txt"), "--network", file("whole.tf.json")]);
    expect(other.answer).toContain("unknown nothing in --network calls sqs; its tasks are orders");
  });

  it("takes from the JSON of a service where it runs, and asks a snapshot alone", async () => {
    const service = {
      serviceName: "orders",
      serviceArn: "arn:aws:ecs:eu-west-1:123456789012:service/shop/orders",
      networkConfiguration: {
        awsvpcConfiguration: { subnets: ["subnet-0a000000000000010"], securityGroups: ["sg-0e000000000000010"] },
      },
    };
    const of = async (message: string) => {
      const json = JSON.stringify({ services: [{ ...service, events: [{ message }] }] });
      return (await record(["diagnose", "--network", `${samples}/network.json`], json)).answer;
    };
    expect(await of(REASON)).toContain("the calls of orders to logs arrive");
    const missing = await of("unable to retrieve secret from asm: signal: killed");
    expect(missing).toContain('broken endpoint-missing: the task "orders" needs "secretsmanager"');
    expect(missing).toContain("why: otherwise the task cannot fetch a secret from Secrets Manager");
    expect(await of('Failed to resolve "fs-1.efs.eu-west-1.amazonaws.com"')).toContain("nothing in --network starts");
  });

  it("has all of it in JSON and Markdown", async () => {
    const args = ["diagnose", file("error.txt"), "--network", file("broken.tf.json"), "--format"];
    const json = JSON.parse((await record([...args, "json"])).answer);
    expect(json.failures[0].network).toMatchObject({
      verdict: "broken",
      findings: [{ code: "private-dns-off", explains: true }],
    });
    expect(json.failures[0].causes[0]).toMatchObject({ cause: "private-dns-off", at: "aws_vpc_endpoint.logs" });
    expect((await record([...args, "markdown"])).answer).toContain("broken private-dns-off: private DNS is off");
  });

  it.each([
    [["--network", "-"], /standard input cannot be both/],
    [["--network", "/no/such"], /there is no such file/],
    [["--network", `${samples}/orders.json`], /is a task definition/],
  ])("cannot use %j", async (args, message) => {
    const { exitCode, error } = await record(["diagnose", ...args], REASON);
    expect(exitCode).toBe(2);
    expect(error).toMatch(message);
  });
});
