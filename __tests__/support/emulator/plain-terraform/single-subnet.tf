# The single-subnet sample as one writes it without this library.

provider "aws" {
  region = "ap-northeast-1"
}

locals {
  name = "ecs-fargate-vpc-endpoint-default"
  tags = { Infra = "ecs-fargate-vpc-endpoint-default" }
}

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  enable_dns_support   = true
  enable_dns_hostnames = true
  tags                 = merge(local.tags, { Name = local.name })
}

resource "aws_subnet" "private_a" {
  vpc_id            = aws_vpc.main.id
  cidr_block        = "10.0.10.0/24"
  availability_zone = "ap-northeast-1a"
  tags              = merge(local.tags, { Name = "${local.name}-private-a" })
}

resource "aws_route_table" "private_a" {
  vpc_id = aws_vpc.main.id
  tags   = merge(local.tags, { Name = "${local.name}-private-a" })
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

  tags = merge(local.tags, { Name = "${local.name}-vpc-endpoint" })
}

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.ap-northeast-1.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.private_a.id]
  tags              = local.tags
}

resource "aws_vpc_endpoint" "interface" {
  for_each = toset(["ecr.dkr", "ecr.api", "secretsmanager", "ssm", "logs"])

  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.ap-northeast-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  subnet_ids          = [aws_subnet.private_a.id]
  security_group_ids  = [aws_security_group.vpc_endpoint.id]
  private_dns_enabled = true
  tags                = local.tags
}

resource "aws_cloudwatch_log_group" "main" {
  name = "/aws/ecs/${local.name}"
  tags = local.tags
}

resource "aws_ssm_parameter" "main" {
  name  = "/parameter_store_secret"
  type  = "SecureString"
  value = "real-parameter"
  tags  = local.tags
}

resource "aws_secretsmanager_secret" "main" {
  name                    = "secrets_manager_secret"
  recovery_window_in_days = 30
  tags                    = local.tags
}

resource "aws_secretsmanager_secret_version" "main" {
  secret_id     = aws_secretsmanager_secret.main.id
  secret_string = "real-secret"
}

resource "aws_ecr_repository" "alpine" {
  name = "alpine"
  tags = local.tags
}

data "aws_iam_policy_document" "tasks" {
  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task" {
  name               = "${local.name}-task-role"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
  tags               = local.tags
}

resource "aws_iam_role" "execution" {
  name               = "${local.name}-task-execution-role"
  assume_role_policy = data.aws_iam_policy_document.tasks.json
  tags               = local.tags
}

resource "aws_ecs_cluster" "main" {
  name = local.name
  tags = local.tags
}

resource "aws_ecs_cluster_capacity_providers" "main" {
  cluster_name       = aws_ecs_cluster.main.name
  capacity_providers = ["FARGATE"]
}

resource "aws_ecs_task_definition" "main" {
  family                   = local.name
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  task_role_arn            = aws_iam_role.task.arn
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name    = "batch"
    image   = aws_ecr_repository.alpine.repository_url
    command = ["ls"]
    secrets = [
      { name = "environment_variable_name", valueFrom = aws_secretsmanager_secret.main.arn },
      { name = "parameter_store_secret", valueFrom = aws_ssm_parameter.main.arn },
    ]
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-region"        = "ap-northeast-1"
        "awslogs-group"         = aws_cloudwatch_log_group.main.name
        "awslogs-stream-prefix" = "default"
      }
    }
  }])
  tags = local.tags
}
