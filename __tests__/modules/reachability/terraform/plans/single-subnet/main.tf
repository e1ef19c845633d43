# The single-subnet layout, written by hand in plain HCL.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "ap-northeast-1"
}

locals {
  name       = "ecs-fargate-vpc-endpoint-default"
  vpc_cidr   = "10.0.0.0/16"
  account_id = data.aws_caller_identity.self.account_id
  region     = data.aws_region.current.name
}

data "aws_caller_identity" "self" {}

data "aws_region" "current" {}

# Network

resource "aws_vpc" "main" {
  cidr_block           = local.vpc_cidr
  enable_dns_support   = true
  enable_dns_hostnames = true

  tags = {
    Name  = local.name
    Infra = local.name
  }
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = cidrsubnet(local.vpc_cidr, 8, 10)
  availability_zone = "${local.region}a"

  tags = { Name = "${local.name}-private-a" }
}

resource "aws_route_table" "private_a" {
  vpc_id = aws_vpc.main.id

  tags = { Name = "${local.name}-private-a" }
}

resource "aws_route_table_association" "private_a" {
  subnet_id      = aws_subnet.private_a.id
  route_table_id = aws_route_table.private_a.id
}

resource "aws_security_group" "vpc_endpoint" {
  name        = "vpc-endpoint"
  description = "vpc-endpoint security group"
  vpc_id      = aws_vpc.main.id

  ingress {
    description = "from private subnet"
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [aws_subnet.private_a.cidr_block]
  }

  egress {
    from_port   = 0
    to_port     = 0
    protocol    = "-1"
    cidr_blocks = ["0.0.0.0/0"]
  }
}

# Endpoints

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.${local.region}.s3"
  vpc_endpoint_type = "Gateway"
}

resource "aws_vpc_endpoint_route_table_association" "private_a_s3" {
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  route_table_id  = aws_route_table.private_a.id
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["ecr.dkr", "ecr.api", "secretsmanager", "ssm", "logs"])

  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.${local.region}.${each.value}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [aws_subnet.private_a.id]
  security_group_ids  = [aws_security_group.vpc_endpoint.id]
}

# Secrets and logs

resource "aws_ssm_parameter" "parameter" {
  name  = "parameter_store_secret"
  type  = "SecureString"
  value = "parameter_store_secret"
}

resource "aws_secretsmanager_secret" "secret" {
  name = "secrets_manager_secret"
}

resource "aws_secretsmanager_secret_version" "secret" {
  secret_id     = aws_secretsmanager_secret.secret.id
  secret_string = "secrets_manager_secret"
}

resource "aws_cloudwatch_log_group" "batch" {
  name = "/aws/ecs/${local.name}"
}

# Roles

data "aws_iam_policy_document" "trust" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

data "aws_iam_policy_document" "execution" {
  statement {
    actions = ["ssm:GetParameters", "secretsmanager:GetSecretValue"]
    resources = [
      aws_ssm_parameter.parameter.arn,
      aws_secretsmanager_secret.secret.arn,
    ]
  }

  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.batch.arn}:*"]
  }

  statement {
    actions   = ["ecr:GetAuthorizationToken"]
    resources = ["*"]
  }

  statement {
    actions   = ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"]
    resources = ["*"]
    condition {
      test     = "StringEquals"
      variable = "aws:sourceVpc"
      values   = [aws_vpc.main.id]
    }
  }
}

resource "aws_iam_role" "task" {
  name               = "${local.name}-task-role"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role" "execution" {
  name               = "${local.name}-task-execution-role"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy" "execution" {
  role   = aws_iam_role.execution.name
  policy = data.aws_iam_policy_document.execution.json
}

# Task

resource "aws_ecs_cluster" "main" {
  name = local.name
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE"]
}

resource "aws_ecs_task_definition" "batch" {
  family                   = local.name
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([
    {
      name    = "batch"
      image   = "${local.account_id}.dkr.ecr.${local.region}.amazonaws.com/alpine"
      command = ["ls"]
      secrets = [
        { name = "parameter_store_secret", valueFrom = "/parameter_store_secret" },
        { name = "environment_variable_name", valueFrom = "arn:aws:secretsmanager:${local.region}:${local.account_id}:secret:secrets_manager_secret" },
      ]
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.batch.name
          awslogs-region        = local.region
          awslogs-stream-prefix = "default"
        }
      }
    }
  ])

  depends_on = [
    aws_vpc_endpoint.interface,
    aws_vpc_endpoint.s3,
    aws_ssm_parameter.parameter,
    aws_secretsmanager_secret_version.secret,
  ]
}

resource "aws_security_group" "task" {
  name   = "${local.name}-task"
  vpc_id = aws_vpc.main.id
}

resource "aws_vpc_security_group_egress_rule" "task" {
  security_group_id = aws_security_group.task.id
  ip_protocol       = "-1"
  cidr_ipv4         = "0.0.0.0/0"
}

resource "aws_ecs_service" "batch" {
  name             = "batch"
  cluster          = aws_ecs_cluster.main.id
  launch_type      = "FARGATE"
  platform_version = "1.4.0"
  desired_count    = 0
  task_definition  = aws_ecs_task_definition.batch.arn

  network_configuration {
    subnets         = [aws_subnet.private_a.id]
    security_groups = [aws_security_group.task.id]
  }
}
