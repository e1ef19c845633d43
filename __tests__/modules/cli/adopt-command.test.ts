import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../../modules/values/json-value";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { record } from "./recorded-terminal";

type Values = { readonly [attribute: string]: JsonValue };

const change = (address: string, change: Values): JsonValue => ({
  address,
  type: /aws_\w+/.exec(address)?.[0] ?? "",
  mode: "managed",
  change,
});
const leaving = (address: string, before: Values) => change(address, { actions: ["delete"], before, after: null });

/** What would be created, with the attributes that others give. */
interface Arrival {
  readonly address: string;
  readonly after: Values;
  readonly given?: Readonly<Record<string, string>>;
}

function plan(old: readonly JsonValue[], arrivals: readonly Arrival[]): string {
  const arriving = arrivals.map(({ address, after, given = {} }) =>
    change(address, {
      actions: ["create"],
      before: null,
      after,
      after_unknown: Object.fromEntries(Object.keys(given).map((name) => [name, true])),
    }),
  );
  const resources = arrivals.map(({ address, given = {} }) => ({
    address,
    expressions: Object.fromEntries(
      Object.entries(given).map(([name, by]) => [name, { references: [by, by.replace(/\.[^.]*$/, "")] }]),
    ),
  }));
  return JSON.stringify({
    resource_changes: [...old, ...arriving],
    configuration: { root_module: { resources } },
  });
}

async function blocks(text: string, ...options: readonly string[]): Promise<string> {
  const { exitCode, answer, error } = await record(["adopt", "-", ...options], text);
  expect([exitCode, error]).toEqual([0, ""]);
  return answer;
}

const OLD_VPC = leaving("aws_vpc.main", { id: "vpc-1", cidr_block: "10.0.0.0/16" });
const NEW_VPC: Arrival = { address: "aws_vpc.network", after: { cidr_block: "10.0.0.0/16" } };
const INLINE = {
  protocol: "tcp",
  from_port: 443,
  to_port: 443,
  cidr_blocks: ["10.0.1.0/24", "10.0.2.0/24"],
  security_groups: [],
  self: false,
};
const OLD_GROUP = leaving("module.old.aws_security_group.this", {
  id: "sg-1",
  vpc_id: "vpc-1",
  name: "endpoints",
  ingress: [INLINE],
});
const NEW_GROUP: Arrival = {
  address: "aws_security_group.endpoints",
  after: { name: "endpoints" },
  given: { vpc_id: "aws_vpc.network.id" },
};
const rule = (cidr: string): Arrival => ({
  address: "aws_vpc_security_group_ingress_rule.https",
  after: { ip_protocol: "tcp", from_port: 443, to_port: 443, cidr_ipv4: cidr },
  given: { security_group_id: "aws_security_group.endpoints.id" },
});
const secret = (name: string): Arrival => ({ address: "aws_secretsmanager_secret.new", after: { name } });

describe("private-fargate adopt", () => {
  it("moves what is the same, found by what it belongs to", async () => {
    const answer = await blocks(plan([OLD_GROUP, OLD_VPC], [NEW_GROUP, NEW_VPC]));
    expect(answer).toContain("moved {\n  from = aws_vpc.main\n  to   = aws_vpc.network\n}");
    expect(answer).toContain("from = module.old.aws_security_group.this\n  to   = aws_security_group.endpoints");
    expect(answer).not.toContain("# not taken over");
  });

  it("imports a rule that its group has within itself, and no other", async () => {
    const found = await blocks(plan([OLD_GROUP, OLD_VPC], [NEW_GROUP, NEW_VPC, rule("10.0.2.0/24")]));
    expect(found).toContain("import {\n  to = aws_vpc_security_group_ingress_rule.https\n");
    expect(found).toContain('rule.from_port == 443 && rule.to_port == 443 && rule.cidr_ipv4 == "10.0.2.0/24"');
    const other = await blocks(plan([OLD_GROUP, OLD_VPC], [NEW_GROUP, NEW_VPC, rule("10.0.3.0/24")]));
    expect(other).not.toContain("import {");
  });

  it("moves nothing that has another name, or of which two are the same, and says what is destroyed", async () => {
    const old = [
      leaving("aws_secretsmanager_secret.a", { name: "a" }),
      OLD_VPC,
      leaving("aws_vpc.b", { cidr_block: "10.0.0.0/16" }),
    ];
    const answer = await blocks(plan(old, [secret("b"), NEW_VPC]));
    expect(answer).not.toContain("moved");
    expect(answer).toContain("# not taken over, and destroyed by an apply: aws_secretsmanager_secret.a\n");
  });

  it("lets the tag Name decide between two that are the same", async () => {
    const tagged = (name: string) => ({ cidr_block: "10.0.0.0/16", tags: { Name: name } });
    const old = [leaving("aws_vpc.a", tagged("a")), leaving("aws_vpc.b", tagged("b"))];
    const answer = await blocks(plan(old, [{ ...NEW_VPC, after: tagged("b") }]));
    expect(answer).toContain("from = aws_vpc.b\n");
    expect(answer).not.toContain("from = aws_vpc.a\n");
  });

  it("moves what is said to be the same", async () => {
    const text = plan([leaving("aws_vpc.main", { cidr_block: "10.1.0.0/16" })], [NEW_VPC]);
    expect(await blocks(text)).not.toContain("moved");
    expect(await blocks(text, "--move", "aws_vpc.main=aws_vpc.network")).toContain("to   = aws_vpc.network");
  });

  it("imports what exists by its name, or by the id that Terraform looks up", async () => {
    const parameter: Arrival = { address: "aws_ssm_parameter.new", after: { name: "/a/${b}" } };
    const text = plan([], [secret("b"), parameter, NEW_VPC]);
    const answer = await blocks(
      text,
      "--exists",
      "aws_ssm_parameter.new,aws_secretsmanager_secret.new,aws_vpc.network",
    );
    expect(answer).toContain('to = aws_ssm_parameter.new\n  id = "/a/$${b}"');
    expect(answer).toContain("id = data.aws_secretsmanager_secret.adopted_aws_secretsmanager_secret_new.arn");
    expect(answer).toContain("# exists, and nothing here says its id: write an import block for aws_vpc.network");
  });

  it("says what a block removed lets go, and moves it where somebody says so", async () => {
    const forgotten = change("aws_vpc.main", {
      actions: ["forget"],
      before: { cidr_block: "10.0.0.0/16" },
      after: null,
    });
    const text = plan([forgotten], [NEW_VPC]);
    expect(await blocks(text)).toBe("# not taken over, and left in the account by its block removed: aws_vpc.main\n");
    const moved = await blocks(text, "--move", "aws_vpc.main=aws_vpc.network");
    expect(moved).toBe("moved {\n  from = aws_vpc.main\n  to   = aws_vpc.network\n}\n");
  });

  it("gives the data sources of keys that differ in their marks only different names", async () => {
    const both = ["a/b", "a.b"].map(
      (name): Arrival => ({ ...secret(name), address: `aws_secretsmanager_secret.new["${name}"]` }),
    );
    const answer = await blocks(plan([], both), "--exists", both.map(({ address }) => address).join());
    const names = Array.from(answer.matchAll(/^data "\w+" "(.*)"/gm), ([, name]) => name);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(answer).toContain(`id = data.aws_secretsmanager_secret.${name}.arn`);
  });

  it("says again what the file already moves and imports, so that it can be written anew", async () => {
    const moved = { address: "aws_vpc.network", previous_address: "aws_vpc.main", type: "aws_vpc", mode: "managed" };
    const imported = change("aws_iam_role.task", { actions: ["no-op"], before: {}, importing: { id: "orders" } });
    const text = plan([{ ...moved, change: { actions: ["no-op"], before: {} } }, imported], []);
    expect(await blocks(text, "--exists", "aws_iam_role.task")).toBe(
      'moved {\n  from = aws_vpc.main\n  to   = aws_vpc.network\n}\n\nimport {\n  to = aws_iam_role.task\n  id = "orders"\n}\n',
    );
  });

  it("matches what a provider of another Region makes with what stands in that Region", async () => {
    const group = (address: string, region: string) =>
      leaving(address, { name: "/orders", arn: `arn:aws:logs:${region}:111111111111:log-group:/orders` });
    const made = (name: string) => ({ address: `aws_cloudwatch_log_group.${name}`, after: { name: "/orders" } });
    const old = [group("aws_cloudwatch_log_group.a", "us-east-1"), group("aws_cloudwatch_log_group.b", "eu-west-1")];
    const text = JSON.parse(plan(old, [made("near"), made("far")]));
    const [near, far] = text.configuration.root_module.resources;
    near.provider_config_key = "aws";
    far.provider_config_key = "aws.far";
    const region = (constant_value: string) => ({ expressions: { region: { constant_value } } });
    text.configuration.provider_config = { aws: region("eu-west-1"), "aws.far": region("us-east-1") };
    const moved = (from: string, to: string) =>
      `moved {\n  from = aws_cloudwatch_log_group.${from}\n  to   = aws_cloudwatch_log_group.${to}\n}`;
    expect(await blocks(JSON.stringify(text))).toBe(`${moved("b", "near")}\n\n${moved("a", "far")}\n`);
    text.configuration.provider_config["aws.far"] = region("us-west-2");
    expect(await blocks(JSON.stringify(text))).toContain("destroyed by an apply: aws_cloudwatch_log_group.a");
  });

  it("imports what an apply found existing", async () => {
    const errors = "Error: creating secret: ResourceExistsException\n\n  with aws_secretsmanager_secret.new,\n";
    const file = writeFile(temporaryDirectory(), "apply.log", errors);
    expect(await blocks(plan([], [secret("b")]), "--errors", file)).toContain("to = aws_secretsmanager_secret.new");
  });

  it.each([
    [["adopt"], "there is no plan; write private-fargate adopt PLAN"],
    [["adopt", "-", "b.json"], 'adopt takes one plan, and "b.json" is a second'],
    [["adopt", "-", "--move", "aws_vpc.main"], '--move cannot be "aws_vpc.main"; write OLD=NEW'],
    [["adopt", "-", "--move", "aws_vpc.x=aws_vpc.network"], "the plan destroys no aws_vpc.x"],
    [["adopt", "-", "--exists", "aws_vpc.x"], "the plan creates no aws_vpc.x"],
  ])("cannot work with %j", async (args, words) => {
    const { exitCode, answer, error } = await record(args, plan([OLD_VPC], [NEW_VPC]));
    expect([exitCode, answer]).toEqual([2, ""]);
    expect(error).toContain(words);
  });

  it.each(["{", "{}", '{"resource_changes": {}}', "[1]"])("cannot work with the plan %s", async (text) => {
    const { exitCode, error } = await record(["adopt", "-"], text);
    expect(exitCode).toBe(2);
    expect(error).toMatch(/standard input is no (plan|JSON)/);
  });
});
