# Shells into the containers, and files on EBS.
resource "aws_ecr_repository" "admin" {
  name = "admin"
}
resource "aws_iam_role" "task" {
  name               = "task"
  assume_role_policy = data.aws_iam_policy_document.ecs_tasks.json
}
resource "aws_iam_role_policy" "task" {
  role = aws_iam_role.task.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel"]
      Resource = "*"
    }]
  })
}
resource "aws_ecs_cluster" "main" {
  name = "main"
  setting {
    name  = "containerInsights"
    value = "enhanced"
  }
}
resource "aws_ecs_task_definition" "admin" {
  family                   = "admin"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 512
  memory                   = 1024
  execution_role_arn       = aws_iam_role.execution.arn
  task_role_arn            = aws_iam_role.task.arn
  ephemeral_storage {
    size_in_gib = 40
  }
  volume {
    name = "scratch"
  }
  container_definitions = jsonencode([{
    name            = "admin"
    image           = "${aws_ecr_repository.admin.repository_url}:3"
    linuxParameters = { initProcessEnabled = true }
    mountPoints     = [{ sourceVolume = "scratch", containerPath = "/scratch" }]
    healthCheck     = { command = ["CMD-SHELL", "test -f /ready"], interval = 10 }
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = "/admin", awslogs-region = "eu-west-1", awslogs-stream-prefix = "a", mode = "non-blocking" }
    }
  }])
}
resource "aws_ecs_service" "admin" {
  name                   = "admin"
  cluster                = aws_ecs_cluster.main.id
  task_definition        = aws_ecs_task_definition.admin.arn
  launch_type            = "FARGATE"
  enable_execute_command = true
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
}
