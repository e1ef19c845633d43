# The layout with subnets of their own for the endpoints, written by hand in plain HCL.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = var.region
}

variable "region" {
  type    = string
  default = "ap-northeast-1"
}

variable "image_tag" {
  type    = string
  default = "1.4.2"
}

locals {
  app_subnets = {
    "private 1a app 1" = { zone = "a", cidr = "10.0.1.0/24" }
    "private 1a app 2" = { zone = "a", cidr = "10.0.2.0/24" }
    "private 1c app 1" = { zone = "c", cidr = "10.0.4.0/24" }
    "private 1c app 2" = { zone = "c", cidr = "10.0.5.0/24" }
  }
  endpoint_subnets = {
    "private 1a vpc endpoint" = { zone = "a", cidr = "10.0.3.0/24" }
    "private 1c vpc endpoint" = { zone = "c", cidr = "10.0.6.0/24" }
  }
  interface_services = ["ecr.dkr", "ecr.api", "logs"]
}

# Network

resource "aws_vpc" "main" {
  cidr_block           = "10.0.0.0/16"
  instance_tenancy     = "default"
  enable_dns_hostnames = true

  tags = { Name = "main" }
}

resource "aws_subnet" "app" {
  for_each = local.app_subnets

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr
  availability_zone = "${var.region}${each.value.zone}"

  tags = { Name = each.key }
}

resource "aws_subnet" "vpc_endpoint" {
  for_each = local.endpoint_subnets

  vpc_id            = aws_vpc.main.id
  cidr_block        = each.value.cidr
  availability_zone = "${var.region}${each.value.zone}"

  tags = { Name = each.key }
}

resource "aws_route_table" "vpc_endpoint_s3" {
  vpc_id = aws_vpc.main.id

  tags = { Name = "VPC Endpoint S3" }
}

resource "aws_route_table_association" "app" {
  for_each = aws_subnet.app

  subnet_id      = each.value.id
  route_table_id = aws_route_table.vpc_endpoint_s3.id
}

resource "aws_security_group" "vpc_endpoint" {
  name   = "vpc_endpoint_sg"
  vpc_id = aws_vpc.main.id

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block]
  }

  egress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = [aws_vpc.main.cidr_block]
  }
}

# Endpoints

resource "aws_vpc_endpoint" "s3" {
  vpc_id            = aws_vpc.main.id
  service_name      = "com.amazonaws.${var.region}.s3"
  vpc_endpoint_type = "Gateway"
  route_table_ids   = [aws_route_table.vpc_endpoint_s3.id]
}

resource "aws_vpc_endpoint" "interface" {
  count = length(local.interface_services)

  vpc_id              = aws_vpc.main.id
  service_name        = "com.amazonaws.${var.region}.${local.interface_services[count.index]}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = [for subnet in aws_subnet.vpc_endpoint : subnet.id]
  security_group_ids  = [aws_security_group.vpc_endpoint.id]
}

# Service

data "aws_caller_identity" "current" {}

resource "aws_cloudwatch_log_group" "app" {
  name = "/ecs/app"
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
  name               = "app-execution"
  assume_role_policy = data.aws_iam_policy_document.trust.json
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "app" {
  family                   = "app"
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.execution.arn

  container_definitions = jsonencode([
    {
      name  = "app"
      image = "${data.aws_caller_identity.current.account_id}.dkr.ecr.${var.region}.amazonaws.com/app:${var.image_tag}"
      logConfiguration = {
        logDriver = "awslogs"
        options = {
          awslogs-group         = aws_cloudwatch_log_group.app.name
          awslogs-region        = var.region
          awslogs-stream-prefix = "app"
        }
      }
    }
  ])
}

resource "aws_security_group" "app" {
  name   = "app"
  vpc_id = aws_vpc.main.id

  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    cidr_blocks     = [aws_vpc.main.cidr_block]
    prefix_list_ids = [aws_vpc_endpoint.s3.prefix_list_id]
  }
}

resource "aws_ecs_service" "app" {
  name             = "app"
  cluster          = aws_ecs_cluster.main.arn
  launch_type      = "FARGATE"
  platform_version = "1.4.0"
  desired_count    = 2
  task_definition  = aws_ecs_task_definition.app.arn

  network_configuration {
    subnets         = [for subnet in aws_subnet.app : subnet.id]
    security_groups = [aws_security_group.app.id]
  }
}
