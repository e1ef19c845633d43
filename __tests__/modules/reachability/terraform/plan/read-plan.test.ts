import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { proveReachability } from "../../../../../modules/reachability/prove-reachability";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import { readTerraform } from "../../../../../modules/reachability/terraform/read-terraform";
import { dependency, issuesWith, onlyTask } from "../../support/terraform-fixture";

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

const SUBNETS = [0, 1].map((index) => `\${aws_subnet.module.network.aws_subnet.private[${index}].id}`);

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

describe("a state", () => {
  it("is read as well: everything in it is known", () => {
    const { resource_changes: changes } = plan("applied");
    const resources = changes.map(({ change: { after }, ...entry }) => ({ mode: "managed", ...entry, values: after }));
    const proof = proveReachability([{ format_version: "1.0", values: { root_module: { resources } } }]);
    expect(proof.verdict).toBe("proved");
  });
});
