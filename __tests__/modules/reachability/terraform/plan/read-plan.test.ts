import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { known } from "../../../../../modules/reachability/model/fact";
import { proveReachability } from "../../../../../modules/reachability/prove-reachability";
import { readVpcs } from "../../../../../modules/reachability/reading/read-vpcs";
import { ResourceIndex } from "../../../../../modules/reachability/reading/resource-index";
import { symbolicJson, symbolicText } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { readTerraform } from "../../../../../modules/reachability/terraform/read-terraform";
import { dependency, issuesWith, onlyTask, TerraformFixture } from "../../support/terraform-fixture";

interface Change {
  address: string;
  type: string;
  change: { actions: string[]; after: Record<string, unknown>; after_unknown: Record<string, unknown> };
}

interface Plan {
  [member: string]: unknown;
  resource_changes: Change[];
}

/**
 * What `terraform show -json` printed of a plan for the files in `plans/`: before anything was created ("new"), and after
 * an apply ("applied"). Members that are not read, tags and nulls are left out.
 */
function plan(name: "new" | "applied"): Plan {
  return JSON.parse(readFileSync(new URL(`../plans/${name}.json`, `file://${__dirname}/`), "utf8"));
}

function change(json: Plan, address: string): Change {
  const found = json.resource_changes.find((each) => each.address === address);
  if (found === undefined) throw new Error(`there is no ${address}`);
  return found;
}

function argument(json: Plan, address: string, name: string): unknown {
  const resource = readTerraform([json]).resources.find((each) => each.address === address);
  if (resource === undefined) throw new Error(`there is no ${address}`);
  return symbolicJson(resource.argument(name));
}

/** Changes the expressions that a plan has for a resource. */
function expressionsOf(json: Plan, address: string, edit: (expressions: Record<string, unknown>) => void): void {
  const bare = address
    .replace(/\[.*\]$/, "")
    .split(".")
    .slice(-2)
    .join(".");
  const walk = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    if ("address" in value && value.address === bare && "expressions" in value) edit(Object(value.expressions));
    Object.values(value).forEach(walk);
  };
  walk(json["configuration"]);
}

const SUBNETS = [0, 1].map((index) => `\${aws_subnet.module.network.aws_subnet.private[${index}].id}`);

describe("a plan of a part of its configuration", () => {
  it("is told to be one, also where all that it has is proved", () => {
    const whole = plan("new");
    expect(issuesWith(proveReachability([{ ...whole, complete: true }]), "plan-in-part")).toEqual([]);
    const proof = proveReachability([{ ...whole, complete: false }]);
    expect(issuesWith(proof, "plan-in-part")).toMatchObject([{ severity: "note" }]);
    expect(proof.verdict).toBe(proveReachability([whole]).verdict);
  });
});

describe("the Region of a plan's provider", () => {
  it.each([{ constant_value: "" }, { references: ["var.region"] }])("is not the empty text of %j", (region) => {
    const vpc = { address: "aws_vpc.a", mode: "managed", type: "aws_vpc", name: "a" };
    const json = {
      format_version: "1.2",
      planned_values: {},
      resource_changes: [{ ...vpc, change: { actions: ["create"], after: { cidr_block: "10.0.0.0/16" } } }],
      variables: { region: { value: "" } },
      configuration: {
        provider_config: { aws: { name: "aws", expressions: { region } } },
        root_module: { resources: [{ ...vpc, provider_config_key: "aws", expressions: {} }] },
      },
    };
    expect(readTerraform([json]).resources[0]?.region).toMatchObject({ kind: "unknown" });
  });
});

describe("a data source that only the apply reads", () => {
  it.each([
    ["aws_vpc_endpoint_service", { service: "s3", region: "eu-west-1" }, "eu-west-1"],
    ["aws_vpc_endpoint_service", { service: "s3" }, "us-east-1"],
    ["aws_vpc_peering_connection", { region: "eu-west-1" }, "us-east-1"],
  ])("is read in its own Region, or in that of its provider: %s with %j", (type, after, region) => {
    const data = { address: `data.${type}.a`, mode: "data", type, name: "a" };
    const json = {
      format_version: "1.2",
      planned_values: {},
      resource_changes: [{ ...data, change: { actions: ["read"], after, after_unknown: { service_name: true } } }],
      configuration: {
        provider_config: { aws: { name: "aws", expressions: { region: { constant_value: "us-east-1" } } } },
        root_module: { resources: [{ ...data, provider_config_key: "aws", expressions: {} }] },
      },
    };
    const [read] = readTerraform([json]).resources;
    expect(read?.region).toEqual({ kind: "literal", value: region });
    const name = read?.attribute("service_name");
    if ("service" in after) expect(name && symbolicText(name)).toBe(`com.amazonaws.${region}.s3`);
  });
});

describe("a plan of plain Terraform with modules", () => {
  it.each(["new", "applied"] as const)("is proved (%s)", (name) => {
    const proof = proveReachability([plan(name)]);
    expect(proof.verdict).toBe("proved");
    expect(onlyTask(proof).dependencies.map(({ service }) => service)).toEqual(["s3", "ecr.api", "ecr.dkr", "logs"]);
  });

  it("is followed through modules, variables and outputs", () => {
    const json = plan("new");
    const logs = 'module.endpoints.aws_vpc_endpoint.interface["logs"]';
    expect(argument(json, logs, "service_name")).toBe("com.amazonaws.eu-west-1.logs");
    expect(argument(json, logs, "vpc_id")).toBe("${aws_vpc.module.network.aws_vpc.this[0].id}");
    expect(argument(json, logs, "subnet_ids")).toEqual(SUBNETS);
    expect(argument(json, logs, "security_group_ids")).toEqual(["${aws_security_group.endpoints.id}"]);
  });

  it("does not take all instances for those that a condition chooses, where all of them cannot be meant", () => {
    const logs = 'module.endpoints.aws_vpc_endpoint.interface["logs"]';
    const second = "module.network.aws_subnet.private[1]";
    const unknown = expect.stringMatching(/^\$\{\?/);
    const inOneZone = plan("new");
    const first = change(inOneZone, "module.network.aws_subnet.private[0]");
    change(inOneZone, second).change.after["availability_zone"] = first.change.after["availability_zone"];
    expect(argument(inOneZone, logs, "subnet_ids")).toEqual(unknown);
    const inTwoVpcs = plan("new");
    const { after, after_unknown } = change(inTwoVpcs, second).change;
    after["vpc_id"] = "vpc-0123456789abcdef0";
    delete after_unknown["vpc_id"];
    expect(argument(inTwoVpcs, logs, "subnet_ids")).toEqual(unknown);
  });

  it("takes what an expression names one by one, also where AWS refuses it", () => {
    const created = (type: string, name: string, after: object, after_unknown: object) => ({
      ...{ address: `${type}.${name}`, mode: "managed", type, name },
      change: { actions: ["create"], before: null, after, after_unknown: { id: true, ...after_unknown } },
    });
    const written = (type: string, name: string, expressions: object) => ({
      ...{ address: `${type}.${name}`, mode: "managed", type, name, expressions },
    });
    const json = {
      format_version: "1.2",
      planned_values: { root_module: {} },
      resource_changes: [
        created("aws_subnet", "a", { availability_zone: "eu-west-1a" }, {}),
        created("aws_subnet", "b", { availability_zone: "eu-west-1a" }, {}),
        created("aws_vpc_endpoint", "logs", {}, { subnet_ids: true }),
      ],
      configuration: {
        root_module: {
          resources: [
            written("aws_subnet", "a", {}),
            written("aws_subnet", "b", {}),
            written("aws_vpc_endpoint", "logs", { subnet_ids: { references: ["aws_subnet.a.id", "aws_subnet.b.id"] } }),
          ],
        },
      },
    };
    const endpoint = readTerraform([json]).resources.find(({ type }) => type === "aws_vpc_endpoint");
    expect(endpoint && symbolicJson(endpoint.argument("subnet_ids"))).toEqual([
      "${aws_subnet.a.id}",
      "${aws_subnet.b.id}",
    ]);
  });

  it("takes an instance that is indexed by its own count for the one with the same index", () => {
    const address = "module.network.aws_route_table_association.private[1]";
    expect(argument(plan("new"), address, "subnet_id")).toBe(SUBNETS[1]);
  });

  it("knows the only VPC that is created behind a local value, of which a plan tells nothing", () => {
    const vpc = "${aws_vpc.module.network.aws_vpc.this[0].id}";
    expect(argument(plan("new"), "module.network.aws_subnet.private[0]", "vpc_id")).toBe(vpc);
  });

  it("does not guess which of two VPCs of its module is behind a local value", () => {
    const json = plan("new");
    const vpc = structuredClone(change(json, "module.network.aws_vpc.this[0]"));
    json.resource_changes.push({ ...vpc, address: "module.network.aws_vpc.other" });
    expect(argument(json, "module.network.aws_subnet.private[0]", "vpc_id")).toBe("${?}");
    expect(proveReachability([json]).verdict).toBe("unknown");
  });

  it("knows that a local value of a module does not mean a VPC that the module cannot see", () => {
    const json = plan("new");
    const { module_address: _, ...vpc } = {
      module_address: "",
      ...structuredClone(change(json, "module.network.aws_vpc.this[0]")),
    };
    json.resource_changes.push({ ...vpc, address: "aws_vpc.other" });
    const own = "${aws_vpc.module.network.aws_vpc.this[0].id}";
    expect(argument(json, "module.network.aws_subnet.private[0]", "vpc_id")).toBe(own);
  });

  it("tells the blocks of one argument apart by what they can refer to", () => {
    const egress = argument(plan("new"), "aws_security_group.task", "egress");
    expect(egress).toMatchObject([
      {
        prefix_list_ids: ["${aws_vpc_endpoint.module.endpoints.aws_vpc_endpoint.s3.prefix_list_id}"],
        security_groups: [],
      },
      { prefix_list_ids: [], security_groups: ["${aws_security_group.endpoints.id}"] },
    ]);
  });

  it("does not guess which block means which of several groups", () => {
    const json = plan("new");
    const task = change(json, "aws_security_group.task").change;
    const unknownGroups = { security_groups: true };
    task.after_unknown["egress"] = [unknownGroups, unknownGroups];
    const text = JSON.stringify(json).replace(
      '"aws_security_group.endpoints.id","aws_security_group.endpoints"',
      '"aws_security_group.endpoints.id","aws_security_group.endpoints","aws_security_group.task.id","aws_security_group.task"',
    );
    expect(argument(JSON.parse(text), "aws_security_group.task", "egress")).toMatchObject([
      { security_groups: "${?}" },
      { security_groups: "${?}" },
    ]);
  });

  it.each<[string, string, (change: Change["change"]) => void, string, string]>([
    [
      "private DNS off",
      'module.endpoints.aws_vpc_endpoint.interface["logs"]',
      ({ after }) => Object.assign(after, { private_dns_enabled: false }),
      "logs",
      "private-dns-off",
    ],
    [
      "another port",
      "aws_security_group_rule.from_vpc",
      ({ after }) => Object.assign(after, { from_port: 80, to_port: 80 }),
      "ecr.api",
      "endpoint-ingress-missing",
    ],
    [
      "another policy",
      "module.endpoints.aws_vpc_endpoint.s3",
      ({ after }) =>
        Object.assign(after, {
          policy: '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:ListBucket","Resource":"*"}]}',
        }),
      "s3",
      "endpoint-policy-refuses",
    ],
    [
      "DNS host names off",
      "module.network.aws_vpc.this[0]",
      ({ after }) => Object.assign(after, { enable_dns_hostnames: false }),
      "logs",
      "vpc-dns-hostnames-off",
    ],
  ])("is broken by %s, new or applied", (_, address, inject, service, code) => {
    for (const name of ["new", "applied"] as const) {
      const json = plan(name);
      inject(change(json, address).change);
      const { issue } = dependency(proveReachability([json]), service);
      expect(issue?.code).toBe(code);
    }
  });

  it("leaves out what the plan destroys", () => {
    const json = plan("applied");
    change(json, 'module.endpoints.aws_vpc_endpoint.interface["logs"]').change.actions = ["delete"];
    expect(dependency(proveReachability([json]), "logs").issue?.code).toBe("endpoint-missing");
  });

  it("does not take what is only mirrored from before for granted", () => {
    const json = plan("applied");
    // The group still shows the rule, which the plan removes.
    change(json, "aws_security_group_rule.from_vpc").change.actions = ["delete"];
    expect(dependency(proveReachability([json]), "logs").issue?.code).toBe("endpoint-ingress-missing");
  });

  it("does not know a task whose containers only the apply knows", () => {
    const json = plan("new");
    const { after, after_unknown } = change(json, "aws_ecs_task_definition.orders").change;
    delete after["container_definitions"];
    after_unknown["container_definitions"] = true;
    const proof = proveReachability([json]);
    expect(proof.verdict).toBe("unknown");
    expect(onlyTask(proof).issues).toMatchObject([{ code: "task-unknown", path: "aws_ecs_service.orders" }]);
  });
});

describe("an argument that is not given, and that AWS fills in", () => {
  const leftOut = (json: Plan, address: string, name: string) => {
    const { after, after_unknown } = change(json, address).change;
    delete after[name];
    after_unknown[name] = true;
    expressionsOf(json, address, (expressions) => delete expressions[name]);
    return json;
  };

  it("has its default before the apply: a VPC resolves no host names", () => {
    const json = leftOut(plan("new"), "module.network.aws_vpc.this[0]", "enable_dns_hostnames");
    const proof = proveReachability([json]);
    expect(proof.verdict).toBe("broken");
    expect(dependency(proof, "logs").issue?.code).toBe("vpc-dns-hostnames-off");
  });

  it("is not known where the plan lacks its configuration", () => {
    const json = leftOut(plan("new"), "module.network.aws_vpc.this[0]", "enable_dns_hostnames");
    delete json["configuration"];
    const resource = readTerraform([json]).resources.find(({ type }) => type === "aws_vpc");
    expect(resource?.argument("enable_dns_hostnames")).toMatchObject({ kind: "reference" });
  });

  it("is absent in a block as well, and the cluster and the zone are not the resource's own", () => {
    const json = leftOut(plan("new"), "aws_ecs_service.orders", "cluster");
    expect(argument(json, "aws_ecs_service.orders", "cluster")).toBeNull();
    const subnet = "module.network.aws_subnet.private[0]";
    expect(argument(leftOut(json, subnet, "availability_zone"), subnet, "availability_zone")).toBeNull();
  });
});

describe("a default VPC", () => {
  it("resolves host names unless it says otherwise", () => {
    const vpc = (values: object) =>
      new TerraformFixture({ resource: { aws_default_vpc: { main: { ...values } } } }).json;
    const hostnames = (values: object) =>
      readVpcs(new ResourceIndex(readTerraform([vpc(values)]))).map(({ dnsHostnames, dnsSupport, complete }) => [
        dnsHostnames,
        dnsSupport,
        complete,
      ]);
    expect(hostnames({})).toEqual([[known(true), known(true), false]]);
    expect(hostnames({ enable_dns_hostnames: false })).toEqual([[known(false), known(true), false]]);
  });
});

describe("the task definition of a service", () => {
  const TASK = "aws_ecs_task_definition.orders";
  const lookup = (name: string, values: object, unknown: object) => ({
    address: `data.aws_ecs_task_definition.${name}`,
    mode: "data",
    type: "aws_ecs_task_definition",
    name,
    change: { actions: ["read"], after: { ...values }, after_unknown: { ...unknown } },
  });
  const ALL = { arn: true, family: true, revision: true, id: true };
  const named = (references: readonly string[], ...lookups: readonly Change[]) => {
    const json = plan("new");
    const { after, after_unknown } = change(json, "aws_ecs_service.orders").change;
    delete after["task_definition"];
    after_unknown["task_definition"] = true;
    json.resource_changes.push(...lookups);
    expressionsOf(json, "aws_ecs_service.orders", (expressions) => {
      expressions["task_definition"] = { references: references.flatMap((each) => [each, each.replace(/\.\w+$/, "")]) };
    });
    return proveReachability([json]);
  };
  const DATA = "data.aws_ecs_task_definition.newest";

  it.each<[string, readonly string[]]>([
    ["the newer of two revisions", [`${TASK}.family`, `${TASK}.revision`, `${DATA}.revision`]],
    [
      "the newer of two revisions, by the family of the lookup",
      [`${DATA}.family`, `${TASK}.revision`, `${DATA}.revision`],
    ],
    ["the ARN of the lookup", [`${DATA}.arn`]],
    ["its own ARN or the lookup's", [`${TASK}.arn`, `${DATA}.arn`]],
  ])("is found by %s, and listed once", (_, references) => {
    const proof = named(references, lookup("newest", { task_definition: "orders" }, ALL));
    expect(proof.tasks.map(({ address, verdict }) => [address, verdict])).toEqual([
      ["aws_ecs_service.orders", "proved"],
    ]);
  });

  it("is not guessed where the lookup is of another family, and no other task is made of it", () => {
    const proof = named([`${TASK}.revision`, `${DATA}.revision`], lookup("newest", { task_definition: "other" }, ALL));
    expect(proof.tasks).toMatchObject([{ address: "aws_ecs_service.orders", verdict: "unknown" }]);
    expect(onlyTask(proof).issues[0]?.why).toContain("does not tell which of");
    expect(JSON.stringify(proof)).not.toContain("${?}");
  });
});

describe("G11: a new gateway endpoint cuts open connections", () => {
  it("is no concern where the tasks are new as well, or the endpoint exists", () => {
    for (const name of ["new", "applied"] as const) {
      expect(issuesWith(proveReachability([plan(name)]), "gateway-cuts-connections")).toEqual([]);
    }
  });

  it("is a warning where tasks run already", () => {
    const json = plan("applied");
    change(json, "module.endpoints.aws_vpc_endpoint.s3").change.actions = ["delete", "create"];
    expect(issuesWith(proveReachability([json]), "gateway-cuts-connections")).toMatchObject([
      { severity: "warning", path: "module.endpoints.aws_vpc_endpoint.s3" },
    ]);
  });
});

describe("a plan of a part, such as one with -target", () => {
  /** The applied plan, in which the state has what only some addresses of the plan are about. */
  function planOf(...addresses: readonly string[]): Plan {
    const json = plan("applied");
    const untouched = json.resource_changes.filter(({ address }) => !addresses.includes(address));
    const resources = untouched.map(({ change: { after }, ...resource }) => ({ ...resource, values: after }));
    return {
      ...json,
      complete: false,
      resource_changes: json.resource_changes.filter(({ address }) => addresses.includes(address)),
      prior_state: { values: { root_module: { resources } } },
    };
  }
  const S3 = "module.endpoints.aws_vpc_endpoint.s3";
  const verdict = (json: Plan) => proveReachability([json]).verdict;

  it("leaves the rest as the state has it", () => {
    expect(verdict(planOf("aws_ecs_service.orders"))).toBe("proved");
    expect(verdict(planOf())).toBe("proved");
  });

  it("takes away what it destroys, and not what only leaves the state", () => {
    const json = planOf(S3);
    const { change: removal } = change(json, S3);
    Object.assign(removal, { before: removal.after, after: null, actions: ["forget"] });
    expect(verdict(json)).toBe("proved");
    Object.assign(removal, { actions: ["delete"] });
    expect(dependency(proveReachability([json]), "s3").issue?.code).toBe("endpoint-missing");
  });

  it("counts neither what has moved, nor what is left of an older object, a second time", () => {
    const json = planOf(S3);
    Object.assign(change(json, S3), { previous_address: "aws_vpc_endpoint.old" });
    const before = { type: "aws_vpc_endpoint", mode: "managed", name: "s3", values: {} };
    const state = {
      resources: [
        { ...before, address: "aws_vpc_endpoint.old" },
        { ...before, address: S3, deposed_key: "a1" },
      ],
    };
    const { resources } = readTerraform([{ ...json, prior_state: { values: { root_module: state } } }]);
    expect(resources.map(({ address }) => address)).toEqual([S3]);
  });
});

describe("a state", () => {
  it("is read as well: everything in it is known", () => {
    const { resource_changes: changes } = plan("applied");
    const resources = changes.map(({ change: { after }, ...entry }) => ({ mode: "managed", ...entry, values: after }));
    const proof = proveReachability([{ format_version: "1.0", values: { root_module: { resources } } }]);
    expect(proof.verdict).toBe("proved");
  });
});
