# Plain Terraform without this library: a task in two zones, a module for the network, a module for the endpoints.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region                      = var.region
  access_key                  = "none"
  secret_key                  = "none"
  skip_credentials_validation = true
  skip_requesting_account_id  = true
  skip_metadata_api_check     = true
}

variable "region" {
  default = "eu-west-1"
}

module "network" {
  source = "./network"
  zones  = ["${var.region}a", "${var.region}b"]
}

resource "aws_security_group" "task" {
  vpc_id = module.network.vpc_id
  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    security_groups = [aws_security_group.endpoints.id]
  }
  egress {
    from_port       = 443
    to_port         = 443
    protocol        = "tcp"
    prefix_list_ids = [module.endpoints.s3_prefix_list_id]
  }
}

resource "aws_security_group" "endpoints" {
  vpc_id = module.network.vpc_id
}

resource "aws_security_group_rule" "from_vpc" {
  type              = "ingress"
  security_group_id = aws_security_group.endpoints.id
  protocol          = "tcp"
  from_port         = 443
  to_port           = 443
  cidr_blocks       = [module.network.cidr_block]
}

module "endpoints" {
  source             = "./endpoints"
  vpc_id             = module.network.vpc_id
  subnet_ids         = module.network.subnet_ids
  route_table_ids    = module.network.route_table_ids
  security_group_ids = [aws_security_group.endpoints.id]
  interface_services = {
    ecr_api = { service = "ecr.api" }
    ecr_dkr = { service = "ecr.dkr" }
    logs    = { service = "logs" }
  }
}

resource "aws_iam_role" "execution" {
  name = "orders-execution"
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_iam_role_policy_attachment" "execution" {
  role       = aws_iam_role.execution.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_ecs_cluster" "main" {
  name = "main"
}

resource "aws_ecs_task_definition" "orders" {
  family                   = "orders"
  cpu                      = 256
  memory                   = 512
  network_mode             = "awsvpc"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name  = "api"
    image = "123456789012.dkr.ecr.${var.region}.amazonaws.com/orders:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"         = "/orders"
        "awslogs-region"        = var.region
        "awslogs-stream-prefix" = "orders"
      }
    }
  }])
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  cluster         = aws_ecs_cluster.main.id
  launch_type     = "FARGATE"
  desired_count   = 0
  task_definition = aws_ecs_task_definition.orders.arn
  network_configuration {
    subnets         = module.network.subnet_ids
    security_groups = [aws_security_group.task.id]
  }
}
