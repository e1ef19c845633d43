import { describe, expect, it } from "vitest";
import { symbolicJson } from "../../../../../modules/reachability/terraform/expressions/symbolic-text";
import type { TerraformJson } from "../../../../../modules/reachability/terraform/expressions/terraform-json";
import { readTerraform } from "../../../../../modules/reachability/terraform/read-terraform";

/** An argument of a resource, with symbols for what is not known. */
function argument(inputs: readonly TerraformJson[], address: string, name: string): unknown {
  const resource = readTerraform(inputs).resources.find((each) => each.address === address);
  if (resource === undefined) throw new Error(`there is no ${address}`);
  return symbolicJson(resource.argument(name));
}

/** The value of an expression in a configuration. */
function evaluated(expression: unknown, more: TerraformJson = {}): unknown {
  const { resource = {}, ...others } = more;
  const resources = typeof resource === "object" ? resource : {};
  return argument([{ ...others, resource: { ...resources, test: { it: { value: expression } } } }], "test.it", "value");
}

const readFile = () => ({ because: "there are no files" });

const VPC = { resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } } };

describe("expressions", () => {
  it("lead to what another resource says, and to a symbol for what only an apply knows", () => {
    expect(evaluated("${aws_vpc.main.cidr_block}", VPC)).toBe("10.0.0.0/16");
    expect(evaluated("${aws_vpc.main.id}", VPC)).toBe("${aws_vpc.main.id}");
    expect(evaluated("vpc/${aws_vpc.main.id}/${aws_vpc.main.cidr_block}", VPC)).toBe(
      "vpc/${aws_vpc.main.id}/10.0.0.0/16",
    );
    expect(evaluated("${var.x}")).toBe("${var.x}");
    expect(evaluated("${module.vpc.vpc_id}")).toBe("${module.vpc.vpc_id}");
  });

  it.each(["${aws_vpc.other.id}", "${var.a ? 1 : 2}", "${path.module}", "${upper(var.x)}"])(
    "are unknown: %s",
    (text) => {
      expect(evaluated(text, VPC)).toBe("${?}");
    },
  );

  it("follow local values, and end where one refers to itself", () => {
    const locals = { a: "${local.b}-${local.list[1]}", b: "x", list: ["y", "z"], loop: "${local.loop}" };
    expect(evaluated("${local.a}", { locals })).toBe("x-z");
    expect(evaluated("${local.loop}", { locals: [locals] })).toBe("${?}");
    expect(evaluated("${local.missing}", { locals })).toBe("${?}");
  });

  it("carry out the functions that are simple and exact", () => {
    expect(evaluated('${jsonencode({"b" = ["${aws_vpc.main.id}", 1], c = "x\\"y"})}', VPC)).toBe(
      '{"b":["${aws_vpc.main.id}",1],"c":"x\\"y"}',
    );
    expect(evaluated("${cidrsubnet(aws_vpc.main.cidr_block, 8, 3)}", VPC)).toBe("10.0.3.0/24");
    expect(evaluated('${join("-", ["a", "b"])}')).toBe("a-b");
    expect(evaluated('${concat(["a"], ["b"])}')).toEqual(["a", "b"]);
    expect(evaluated('${element(["a", "b"], 3)}')).toBe("b");
    expect(evaluated('${toset(["a", "b", "a"])}')).toEqual(["a", "b"]);
    expect(evaluated("${tostring(443)}")).toBe("443");
  });
});

describe("instances", () => {
  const subnets = {
    resource: {
      aws_subnet: {
        counted: { count: 2, cidr_block: "10.0.${count.index}.0/24" },
        each: {
          for_each: { a: { cidr: "10.1.0.0/24" }, b: { cidr: "10.1.1.0/24" } },
          cidr_block: "${each.value.cidr}",
        },
        named: { for_each: '${toset(["a", "b"])}', cidr_block: "${each.key}" },
        none: { count: 0 },
        unknown: { count: "${var.count}", cidr_block: "10.2.0.0/24" },
      },
    },
  };

  it("are made of literal count and for_each", () => {
    expect(readTerraform([subnets]).resources.map(({ address }) => address)).toEqual([
      "aws_subnet.counted[0]",
      "aws_subnet.counted[1]",
      'aws_subnet.each["a"]',
      'aws_subnet.each["b"]',
      'aws_subnet.named["a"]',
      'aws_subnet.named["b"]',
      "aws_subnet.unknown",
    ]);
    expect(argument([subnets], "aws_subnet.counted[1]", "cidr_block")).toBe("10.0.1.0/24");
    expect(argument([subnets], 'aws_subnet.each["b"]', "cidr_block")).toBe("10.1.1.0/24");
    expect(argument([subnets], 'aws_subnet.named["a"]', "cidr_block")).toBe("a");
  });

  it("are referred to by index, by key, and all together", () => {
    expect(evaluated("${aws_subnet.counted[1].cidr_block}", subnets)).toBe("10.0.1.0/24");
    expect(evaluated('${aws_subnet.each["b"].id}', subnets)).toBe("${aws_subnet.each['b'].id}");
    expect(evaluated("${aws_subnet.counted[*].cidr_block}", subnets)).toEqual(["10.0.0.0/24", "10.0.1.0/24"]);
    expect(evaluated("${aws_subnet.counted[5].id}", subnets)).toBe("${?}");
    expect(evaluated("${aws_subnet.counted.id}", subnets)).toBe("${?}");
  });

  it("of an unknown number have no known arguments", () => {
    expect(argument([subnets], "aws_subnet.unknown", "cidr_block")).toBe("${?}");
    expect(evaluated("${aws_subnet.unknown[0].id}", subnets)).toBe("${?}");
  });

  it("leave blocks that are made dynamically unknown", () => {
    const group = { dynamic: { ingress: { for_each: "${var.ports}", content: {} } } };
    expect(argument([{ resource: { aws_security_group: { g: group } } }], "aws_security_group.g", "ingress")).toBe(
      "${?}",
    );
  });
});

describe("attributes that AWS makes out of arguments", () => {
  const more = {
    provider: {
      aws: [
        { region: "cn-north-1" },
        { alias: "west", region: "eu-west-1" },
        { alias: "other", region: "eu-west-1", profile: "other" },
        { alias: "other_region", region: "eu-central-1", profile: "other" },
      ],
    },
    data: { aws_region: { here: {} }, aws_caller_identity: { self: {} }, aws_partition: { here: {} } },
    resource: {
      aws_ecr_repository: {
        a: { name: "orders" },
        b: { name: "billing", provider: "aws.west" },
        c: { name: "ledger", provider: "aws.other" },
        d: { name: "ledger", provider: "aws.other_region" },
      },
      aws_iam_role: { named: { name: "r", path: "/x/" }, unnamed: {}, prefixed: { name_prefix: "r-" } },
      aws_s3_bucket: { b: { bucket: "layers" } },
    },
  };

  it.each([
    ["${aws_ecr_repository.a.repository_url}", "${aws.account}.dkr.ecr.cn-north-1.amazonaws.com.cn/orders"],
    ["${aws_ecr_repository.a.arn}", "arn:aws-cn:ecr:cn-north-1:${aws.account}:repository/orders"],
    ["${aws_ecr_repository.b.arn}", "arn:aws:ecr:eu-west-1:${aws.account}:repository/billing"],
    ["${aws_iam_role.named.arn}", "arn:aws-cn:iam::${aws.account}:role/x/r"],
    ["${aws_iam_role.unnamed.arn}", "arn:aws-cn:iam::${aws.account}:role/${aws_iam_role.unnamed.name}"],
    ["${aws_iam_role.prefixed.arn}", "arn:aws-cn:iam::${aws.account}:role/r-${aws_iam_role.prefixed.name}"],
    ["${aws_ecr_repository.c.arn}", "arn:aws:ecr:eu-west-1:${aws.other.account}:repository/ledger"],
    ["${aws_ecr_repository.d.arn}", "arn:aws:ecr:eu-central-1:${aws.other.account}:repository/ledger"],
    ["${aws_s3_bucket.b.arn}", "arn:aws-cn:s3:::layers"],
    ["${data.aws_region.here.name}", "cn-north-1"],
    ["${data.aws_caller_identity.self.account_id}", "${aws.account}"],
    ["${data.aws_partition.here.partition}", "aws-cn"],
  ])("%s is %s", (expression, expected) => {
    expect(evaluated(expression, more)).toBe(expected);
  });
});

describe("what has a Region of its own, as from provider 6 on", () => {
  const more = {
    provider: { aws: { region: "us-east-1" } },
    data: {
      aws_ecr_repository: { far: { name: "orders", region: "eu-west-1" }, near: { name: "orders" } },
      aws_region: { far: { region: "eu-west-1" }, near: {} },
      aws_vpc_endpoint_service: { far: { service: "s3", region: "eu-west-1" }, near: { service: "s3", region: null } },
      aws_vpc_peering_connection: { requester: { region: "eu-west-1" } },
    },
    resource: { aws_ecr_repository: { far: { name: "orders", region: "eu-west-1" } } },
  };

  it.each([
    ["${data.aws_vpc_endpoint_service.far.service_name}", "com.amazonaws.eu-west-1.s3"],
    ["${data.aws_vpc_endpoint_service.near.service_name}", "com.amazonaws.us-east-1.s3"],
    ["${data.aws_region.far.name}", "eu-west-1"],
    ["${data.aws_region.near.region}", "us-east-1"],
    ["${data.aws_ecr_repository.far.repository_url}", "${aws.account}.dkr.ecr.eu-west-1.amazonaws.com/orders"],
    ["${data.aws_ecr_repository.near.repository_url}", "${aws.account}.dkr.ecr.us-east-1.amazonaws.com/orders"],
    ["${aws_ecr_repository.far.repository_url}", "${aws.account}.dkr.ecr.eu-west-1.amazonaws.com/orders"],
  ])("is there: %s is %s", (expression, expected) => {
    expect(evaluated(expression, more)).toBe(expected);
  });

  it("is none where the argument is about the other side of a peering connection", () => {
    const regions = readTerraform([more]).resources.map(({ type, region }) => [type, region]);
    expect(regions).toContainEqual(["aws_vpc_peering_connection", { kind: "literal", value: "us-east-1" }]);
  });
});

describe("a provider", () => {
  it.each(["", "${var.region}"])("takes the Region %j, which is empty, for none", (region) => {
    const json = { provider: { aws: { region } }, variable: { region: { default: "" } }, resource: VPC.resource };
    const variables = { root: { json, directory: ".", folder: "/", modules: new Map(), readFile }, variables: {} };
    const [vpc] = readTerraform([json], new Map([[json, variables]])).resources;
    expect(vpc?.region).toEqual({ kind: "unknown", because: 'the provider "aws" does not say its Region' });
  });
});

describe("a parameter that is looked up", () => {
  it("has a value, so that what is null can be left out beside it", () => {
    const more = {
      data: { aws_ssm_parameter: { image: { name: "/image" } } },
      resource: { aws_ssm_parameter: { made: { name: "/made", value_wo: "x" } } },
      locals: { container: { image: "${nonsensitive(data.aws_ssm_parameter.image.value)}", user: null } },
    };
    expect(evaluated("${{ for k, v in local.container : k => v if v != null }}", more)).toEqual({
      image: "${data.aws_ssm_parameter.image.value}",
    });
    expect(evaluated("${aws_ssm_parameter.made.value != null}", more)).toBe("${?}");
  });
});

describe("attributes that a function works out", () => {
  it("are a template that is carried out, and the content of a file", () => {
    const more = {
      data: {
        template_file: {
          task: { template: '[{"image": "$${image}", "name": "web"}]', vars: { image: "${aws_vpc.main.id}/a:1" } },
          plain: { template: "none" },
        },
        local_file: { task: { filename: "task.json" } },
      },
      ...VPC,
    };
    expect(evaluated("${data.template_file.task.rendered}", more)).toBe(
      '[{"image": "${aws_vpc.main.id}/a:1", "name": "web"}]',
    );
    expect(evaluated("${data.template_file.plain.rendered}", more)).toBe("none");
    expect(evaluated("${data.local_file.task.content}", more)).toBe("${?}");
  });
});

describe("references between stacks", () => {
  const backend = (path: string) => ({ backend: { local: { path } } });
  const producer = {
    "//": { metadata: { stackName: "network" } },
    terraform: backend("/state/network"),
    resource: { aws_vpc: { main: { cidr_block: "10.0.0.0/16" } } },
    output: { vpc: { value: "${aws_vpc.main.id}" }, cidr: { value: "${aws_vpc.main.cidr_block}" } },
  };
  const consumer = (path: string) => ({
    "//": { metadata: { stackName: "app" } },
    terraform: backend("/state/app"),
    data: { terraform_remote_state: { network: { backend: "local", config: { path } } } },
    resource: {
      aws_subnet: {
        a: {
          vpc_id: "${data.terraform_remote_state.network.outputs.vpc}",
          cidr_block: '${cidrsubnet(data.terraform_remote_state.network.outputs["cidr"], 8, 1)}',
        },
      },
    },
  });

  it("are followed to the stack whose state it is, in any order", () => {
    for (const inputs of [
      [producer, consumer("/state/network")],
      [consumer("/state/network"), producer],
    ]) {
      expect(argument(inputs, "app/aws_subnet.a", "vpc_id")).toBe("${aws_vpc.network/aws_vpc.main.id}");
      expect(argument(inputs, "app/aws_subnet.a", "cidr_block")).toBe("10.0.1.0/24");
    }
  });

  it("are symbols where the stack is elsewhere", () => {
    expect(argument([producer, consumer("/state/other")], "app/aws_subnet.a", "vpc_id")).toBe(
      "${app/data.terraform_remote_state.network.outputs.vpc}",
    );
  });

  it("tell stacks of one name apart", () => {
    const addresses = readTerraform([producer, producer]).resources.map(({ address }) => address);
    expect(addresses).toEqual(["network/aws_vpc.main", "network-2/aws_vpc.main"]);
  });
});
