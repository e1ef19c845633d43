# Everything is attached by resources of its own: route tables, subnets, security groups and policies of endpoints, rules.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

data "aws_region" "current" {}

data "aws_availability_zones" "available" {
  state = "available"
}

locals {
  zones = slice(data.aws_availability_zones.available.names, 0, 2)

  interface_services = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
}

module "network" {
  source = "./network"
  count  = 1

  zones = local.zones
  cidr  = "172.20.0.0/16"
}

module "task_group" {
  source = "./security-group"

  name                = "task"
  vpc_id              = one(module.network[*].vpc_id)
  egress_cidr_blocks  = [one(module.network[*].cidr_block)]
  egress_prefix_lists = [data.aws_prefix_list.s3.id]
}

module "endpoint_group" {
  source = "./security-group"

  name                  = "endpoint"
  vpc_id                = module.network[0].vpc_id
  ingress_source_groups = [module.task_group.id]
}

data "aws_prefix_list" "s3" {
  name = "com.amazonaws.${data.aws_region.current.name}.s3"
}

module "s3" {
  source = "./endpoint"

  vpc_id          = module.network[0].vpc_id
  service         = "s3"
  type            = "Gateway"
  route_table_ids = [module.network[0].main_route_table_id]
}

module "endpoint" {
  source   = "./endpoint"
  for_each = local.interface_services

  vpc_id             = module.network[0].vpc_id
  service            = each.key
  subnet_ids         = module.network[0].endpoint_subnet_ids
  security_group_ids = [module.endpoint_group.id]
}

resource "aws_vpc_endpoint_policy" "logs" {
  vpc_endpoint_id = module.endpoint["logs"].id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "*"
    }]
  })
}

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "execution" {
  name_prefix        = "report-"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_iam_role_policy" "execution" {
  role = aws_iam_role.execution.name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = "*" }]
  })
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "report" {
  family                   = "report"
  cpu                      = "256"
  memory                   = "512"
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([{
    name      = "report"
    image     = "123456789012.dkr.ecr.${data.aws_region.current.name}.amazonaws.com/report:7"
    essential = true
    secrets = [{
      name      = "PASSWORD"
      valueFrom = "arn:aws:secretsmanager:${data.aws_region.current.name}:123456789012:secret:report-AbCdEf"
    }]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/report"
        awslogs-region        = data.aws_region.current.name
        awslogs-stream-prefix = "report"
      }
    }
  }])
}

resource "aws_ecs_service" "report" {
  name            = "report"
  cluster         = aws_ecs_cluster.main.id
  task_definition = "${aws_ecs_task_definition.report.family}:${aws_ecs_task_definition.report.revision}"

  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
  }

  network_configuration {
    subnets         = module.network[0].app_subnet_ids
    security_groups = [module.task_group.id]
  }
}
