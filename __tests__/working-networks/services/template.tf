variable "image_tag" {
  type = string
}
data "aws_caller_identity" "me" {}
resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_task_definition" "api" {
  family                   = "api"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = templatefile("${path.module}/containers.json.tftpl", {
    image  = "${data.aws_caller_identity.me.account_id}.dkr.ecr.eu-west-1.amazonaws.com/api:${var.image_tag}"
    region = "eu-west-1"
    env    = { LEVEL = "info", MODE = "production" }
  })
}
resource "aws_ecs_service" "api" {
  name             = "api"
  cluster          = aws_ecs_cluster.main.id
  task_definition  = aws_ecs_task_definition.api.arn_without_revision
  launch_type      = "FARGATE"
  platform_version = "LATEST"
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
}
