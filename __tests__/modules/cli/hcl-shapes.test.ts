import { describe, expect, it, vi } from "vitest";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";
import { record } from "./recorded-terminal";

// The first file of HCL loads the parser.
vi.setConfig({ testTimeout: 60_000 });

/** A network with two zones and the endpoints for ECR, logs and Secrets Manager, all of it in one file. */
const NETWORK = `
provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

data "aws_availability_zones" "here" {}

locals {
  zones    = slice(data.aws_availability_zones.here.names, 0, 2)
  services = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
}

resource "aws_vpc" "net" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_hostnames = true
}

resource "aws_subnet" "app" {
  count             = length(local.zones)
  vpc_id            = aws_vpc.net.id
  availability_zone = local.zones[count.index]
  cidr_block        = cidrsubnet(aws_vpc.net.cidr_block, 8, count.index)
}

resource "aws_route_table" "app" {
  vpc_id = aws_vpc.net.id
}

resource "aws_route_table_association" "app" {
  count          = length(aws_subnet.app)
  subnet_id      = element(aws_subnet.app.*.id, count.index)
  route_table_id = aws_route_table.app.id
}

resource "aws_security_group" "task" {
  vpc_id = aws_vpc.net.id

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

resource "aws_security_group" "door" {
  vpc_id = aws_vpc.net.id

  dynamic "ingress" {
    for_each = [aws_security_group.task.id]
    content {
      from_port       = 443
      to_port         = 443
      protocol        = "tcp"
      security_groups = [ingress.value]
    }
  }
}

resource "aws_vpc_endpoint" "door" {
  for_each            = local.services
  vpc_id              = aws_vpc.net.id
  service_name        = "com.amazonaws.\${var.region}.\${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for subnet in aws_subnet.app : subnet.id]
  security_group_ids  = [aws_security_group.door.id]
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id          = aws_vpc.net.id
  service_name    = "com.amazonaws.\${var.region}.s3"
  route_table_ids = [aws_route_table.app.id]
}
`;

const CONTAINERS = `container_definitions = jsonencode([
    {
      name  = "web"
      image = "\${aws_ecr_repository.web.repository_url}:\${var.tag}"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.web.name
          awslogs-region        = var.region
          awslogs-stream-prefix = "web"
        }
      }
      secrets = [{ name = "TOKEN", valueFrom = aws_secretsmanager_secret.token.arn }]
    },
  ])`;

const SERVICE = `
variable "tag" {
  type = string
}

resource "aws_ecr_repository" "web" {
  name = "web"
}

resource "aws_cloudwatch_log_group" "web" {
  name = "/web"
}

resource "aws_secretsmanager_secret" "token" {}

resource "aws_iam_role" "execution" {
  name = "execution"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  ${CONTAINERS}
}

resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.main.id
  launch_type     = "FARGATE"
  task_definition = aws_ecs_task_definition.web.arn

  network_configuration {
    subnets         = aws_subnet.app[*].id
    security_groups = [aws_security_group.task.id]
  }
}
`;

/** Checks files, `main.tf` with the network and the service where nothing else is said. */
async function checkOf(files: Readonly<Record<string, string>>, path = ".") {
  const folder = temporaryDirectory();
  for (const [name, text] of Object.entries(files)) writeFile(folder, name, text);
  const { answer, ...others } = await record(["check", `${folder}/${path}`, "--verbose"]);
  return { ...others, answer: answer.replaceAll(folder, "DIR") };
}

const PROVED = { exitCode: 0, error: "", answer: expect.stringContaining("proved, 5 of 5 services proved\n") };

describe("containers in a folder of HCL", () => {
  it("are a task although the URL of a repository, the ARN of a secret and a tag are not known", async () => {
    expect(await checkOf({ "network.tf": NETWORK, "service.tf": SERVICE })).toEqual(PROVED);
  });

  it.each([
    [
      "a local value",
      `locals {\n  ${CONTAINERS.replace("container_definitions", "containers")}\n}`,
      "local.containers",
    ],
    [
      "a list of merged objects",
      `locals {\n  base = { name = "web", secrets = [{ name = "T", valueFrom = aws_secretsmanager_secret.token.arn }] }
       log = { logDriver = "awslogs", options = { awslogs-group = "/web", awslogs-region = var.region } }\n}`,
      'jsonencode([merge(local.base, { image = format("%s:%s", aws_ecr_repository.web.repository_url, var.tag), logConfiguration = local.log })])',
    ],
    [
      "a heredoc",
      "",
      '<<-JSON\n  [{ "name": "web", "image": "${aws_ecr_repository.web.repository_url}:1",\n  "secrets": [{ "name": "T", "valueFrom": "${aws_secretsmanager_secret.token.arn}" }],\n  "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/web", "awslogs-region": "${var.region}" } } }]\n  JSON',
    ],
    [
      "a template in a file",
      "",
      'templatefile("${path.module}/web.json.tftpl", { image = aws_ecr_repository.web.repository_url, region = var.region, secrets = { T = aws_secretsmanager_secret.token.arn } })',
    ],
    [
      "a condition and a for expression",
      'variable "plain" {\n  default = false\n}',
      'var.plain ? "[]" : jsonencode([for name in ["web"] : { name = name, image = "${aws_ecr_repository.web.repository_url}:1", secrets = [for k, v in { T = aws_secretsmanager_secret.token.arn } : { name = k, valueFrom = v }], logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "/web", awslogs-region = var.region } } } if name != ""])',
    ],
  ])("are read out of %s", async (_, more, expression) => {
    const template = `[
%{ for name in ["web"] ~}
  { "name": "\${name}", "image": "\${image}:1",
    "secrets": \${jsonencode([for key, arn in secrets : { name = key, valueFrom = arn }])},
    "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/web", "awslogs-region": "\${region}" } } }
%{ endfor ~}
]`;
    const service = SERVICE.replace(CONTAINERS, () => `container_definitions = ${expression}`);
    const files = { "main.tf": NETWORK + service + more, "web.json.tftpl": template };
    expect(await checkOf(files)).toEqual(PROVED);
  });

  it("that only Terraform knows leave the task unknown, and the answer says which reference it is", async () => {
    const service = SERVICE.replace(CONTAINERS, "container_definitions = module.web.json");
    const more = 'module "web" {\n  source = "cloudposse/ecs-container-definition/aws"\n}\n';
    const { exitCode, answer } = await checkOf({ "main.tf": NETWORK + service + more });
    expect(exitCode).toBe(3);
    expect(answer).toContain("${module.web.json}");
  });

  it("are not read from files outside of the folder", async () => {
    const service = SERVICE.replace(CONTAINERS, 'container_definitions = file("../web.json")');
    const files = { "web.json": '[{"name":"web","image":"nginx"}]', "app/main.tf": NETWORK + service };
    const { exitCode, answer } = await checkOf(files, "app");
    expect(exitCode).toBe(3);
    expect(answer.replaceAll(/\s+/g, " ")).toContain("../web.json is not in DIR/app, and so it is not read");
  });
});

describe("a task definition in a folder of HCL", () => {
  it("is found by its family and the greater of two revisions, or by its data source", async () => {
    const lookedUp =
      'data "aws_ecs_task_definition" "web" {\n  task_definition = aws_ecs_task_definition.web.family\n}\n';
    const service = SERVICE.replace(
      "= aws_ecs_task_definition.web.arn",
      '= "${aws_ecs_task_definition.web.family}:${max(aws_ecs_task_definition.web.revision, data.aws_ecs_task_definition.web.revision)}"',
    );
    expect(await checkOf({ "main.tf": NETWORK + service + lookedUp })).toEqual(PROVED);
  });
});

describe("a network in a folder of HCL", () => {
  it("has no DNS names for the endpoints where enable_dns_hostnames is left out", async () => {
    const network = NETWORK.replace(/ +enable_dns_hostnames = true\n/, "");
    const { exitCode, answer } = await checkOf({ "main.tf": network + SERVICE });
    expect(exitCode).toBe(1);
    expect(answer).toContain("error vpc-dns-hostnames-off");
  });

  it("misses the prefix list where only the group of the endpoints is let out to", async () => {
    const network = NETWORK.replace('cidr_blocks = ["0.0.0.0/0"]', "cidr_blocks = [aws_vpc.net.cidr_block]");
    const { exitCode, answer } = await checkOf({ "main.tf": network + SERVICE });
    expect(exitCode).toBe(1);
    expect(answer).toContain("error task-egress-prefix-list-missing");
  });

  it("has as many blocks of rules as its variables say", async () => {
    const network = NETWORK.replace(
      "for_each = [aws_security_group.task.id]",
      "for_each = var.open ? [aws_security_group.task.id] : []",
    );
    const variable = 'variable "open" {\n  type = bool\n}\n';
    const files = { "main.tf": network + SERVICE + variable };
    expect((await checkOf(files)).answer).toContain("note endpoint-ingress-unknown");
    expect(await checkOf({ ...files, "terraform.tfvars": "open = true\n" })).toEqual(PROVED);
    expect((await checkOf({ ...files, "terraform.tfvars": "open = false\n" })).answer).toContain(
      "error endpoint-ingress-missing",
    );
  });
});

describe("modules of a folder of HCL", () => {
  const OUTPUTS = `
output "subnets" {
  value = aws_subnet.app[*].id
}

output "task_group" {
  value = aws_security_group.task.id
}
`;
  const CALL = `
provider "aws" {
  region = "eu-west-1"
}

module "net" {
  source = "SOURCE"
}
`;
  const network = NETWORK.replace(/provider "aws" \{[^}]*\}/, "") + OUTPUTS;
  const service = SERVICE.replace("aws_subnet.app[*].id", "module.net.subnets")
    .replace("aws_security_group.task.id", "module.net.task_group")
    .replaceAll("var.region", '"eu-west-1"');

  it.each([
    ["below it", ".", "./modules/net", "modules/net"],
    ["beside it", "app", "../net", "net"],
  ])("are followed: %s", async (_, path, source, place) => {
    const files = { [`${path}/main.tf`]: CALL.replace("SOURCE", source) + service, [`${place}/main.tf`]: network };
    expect(await checkOf(files, path)).toEqual(PROVED);
  });

  it("that terraform init has fetched are followed, and before that the answer names what is missing", async () => {
    const files = { "main.tf": CALL.replace("SOURCE", "example/net/aws") + service, "fetched/net/main.tf": network };
    expect((await checkOf(files)).answer).toContain("${module.net.subnets}");
    const list = { Modules: [{ Key: "net", Source: "registry.terraform.io/example/net/aws", Dir: "fetched/net" }] };
    expect(await checkOf({ ...files, ".terraform/modules/modules.json": JSON.stringify(list) })).toEqual(PROVED);
  });

  it("have instances by count and for_each, and the providers that they are given", async () => {
    const call = CALL.replace("SOURCE", "./net")
      .replace("module", 'provider "aws" {\n  alias  = "there"\n  region = "us-east-1"\n}\n\nmodule')
      .replace(
        '"./net"\n',
        '"./net"\n  for_each = { a = "us-east-1" }\n  region = each.value\n  providers = { aws = aws.there }\n',
      );
    const there = service
      .replaceAll("module.net.", 'module.net["a"].')
      .replaceAll('"eu-west-1"', '"us-east-1"')
      .replaceAll(/(resource "\w+" "\w+" \{)\n?/g, "$1\n  provider = aws.there\n")
      .replaceAll(/aws\.there\n\}/g, "aws.there\n}");
    const { answer, exitCode } = await checkOf({ "main.tf": call + there, "net/main.tf": network });
    expect(answer).toContain('module.net["a"].aws_vpc_endpoint.s3');
    expect(exitCode).toBe(0);
  });

  it("that call themselves end", async () => {
    const files = {
      "main.tf": 'module "a" {\n  source = "./a"\n}\n',
      "a/main.tf": 'module "a" {\n  source = "../a"\n}\n',
    };
    expect((await checkOf(files)).answer).toContain("There is no Fargate task.");
  });
});
