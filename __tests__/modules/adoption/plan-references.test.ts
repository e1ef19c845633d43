import { describe, expect, it } from "vitest";
import { configuredResource } from "../../../modules/adoption/plan-references";
import type { JsonValue } from "../../../modules/values/json-value";

type Members = { readonly [name: string]: JsonValue };
const by = (...references: readonly string[]) => ({ references });
const resource = (address: string, expressions: Members) => ({ address, expressions });
const planOf = (root_module: Members) => ({ configuration: { root_module } });
const found = (plan: Members, address: string) => Object.fromEntries(configuredResource(plan, address).references);

const VPC = by("aws_vpc.main.id", "aws_vpc.main");
const SUBNET = "aws_subnet.a";

/** A root that hands the id of one module's VPC to another module. */
const MODULES = planOf({
  module_calls: {
    net: {
      module: {
        outputs: { vpc: { expression: by("module.inner[0].id", "module.inner[0]", "module.inner") } },
        resources: [resource("aws_security_group.web", { vpc_id: by("module.inner[0].id", "module.inner[0]") })],
        module_calls: { inner: { module: { outputs: { id: { expression: VPC } } } } },
      },
    },
    app: {
      expressions: { network: by("module.net.vpc", "module.net") },
      module: {
        resources: [
          resource(SUBNET, { vpc_id: by("var.network") }),
          resource("aws_route_table_association.a", {
            subnet_id: by('aws_subnet.a["x.y"].id', 'aws_subnet.a["x.y"]', SUBNET),
          }),
        ],
      },
    },
  },
});

describe("what gives an attribute of a resource of a plan", () => {
  it("is an attribute of another, also of one of several instances", () => {
    const plan = planOf({
      resources: [
        resource(SUBNET, { vpc_id: VPC }),
        resource("aws_subnet.b", { vpc_id: by("aws_vpc.main[0].id", "aws_vpc.main[0]", "aws_vpc.main") }),
      ],
    });
    expect(found(plan, SUBNET)).toEqual({ vpc_id: { address: "aws_vpc.main", attribute: "id" } });
    expect(found(plan, 'aws_subnet.b["a]b.c"]')).toEqual({ vpc_id: { address: "aws_vpc.main[0]", attribute: "id" } });
  });

  it("is in the same instance of the module", () => {
    expect(found(MODULES, 'module.app["a.b"].aws_route_table_association.a')).toEqual({
      subnet_id: { address: 'module.app["a.b"].aws_subnet.a["x.y"]', attribute: "id" },
    });
  });

  it("is what the variable of a module is given, and what the outputs of others are", () => {
    const vpc = { vpc_id: { address: "module.net.module.inner[0].aws_vpc.main", attribute: "id" } };
    expect(found(MODULES, `module.app[1].${SUBNET}["k"]`)).toEqual(vpc);
    expect(found(MODULES, "module.net.aws_security_group.web")).toEqual(vpc);
  });

  it.each([
    ["two references", by("aws_vpc.a.id", "aws_vpc.a", "aws_vpc.b.id", "aws_vpc.b")],
    ["a local value", by("local.vpc")],
    ["a key of the instance", by("each.value")],
    ["a member of a variable", by("var.network.id", "var.network")],
    ["a variable of the root", by("var.network")],
    ["a module that is not there", by("module.gone.id", "module.gone")],
    ["a whole resource", by("aws_vpc.main")],
    ["no references", {}],
  ])("is not known of %s", (_, vpc_id) => {
    expect(found(planOf({ resources: [resource(SUBNET, { vpc_id })] }), SUBNET)).toEqual({});
  });

  it("is not known of a name or a block, of which a reference may be a part only", () => {
    const plan = planOf({ resources: [resource(SUBNET, { name: VPC, cidr_block: VPC })] });
    expect(found(plan, SUBNET)).toEqual({});
  });

  it("ends where modules give each other the same in a circle", () => {
    const plan = planOf({
      module_calls: {
        a: {
          expressions: { x: by("module.a.x", "module.a") },
          module: {
            outputs: { x: { expression: by("var.x") } },
            resources: [resource(SUBNET, { vpc_id: by("var.x") })],
          },
        },
      },
    });
    expect(found(plan, `module.a.${SUBNET}`)).toEqual({});
  });
});
