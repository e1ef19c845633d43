variable "services" {
  type = map(object({
    cpu    = optional(number, 256)
    memory = optional(number, 512)
    image  = string
    ports  = optional(list(number), [])
  }))
  default = {
    web    = { image = "web:1", ports = [80] }
    worker = { image = "worker:7", cpu = 1024, memory = 2048 }
  }
}
locals {
  registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com"
}
resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_cloudwatch_log_group" "service" {
  for_each = var.services
  name     = "/ecs/${each.key}"
}
resource "aws_ecs_task_definition" "service" {
  for_each                 = var.services
  family                   = each.key
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = each.value.cpu
  memory                   = each.value.memory
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([merge(
    { name = each.key, image = "${local.registry}/${each.value.image}", essential = true },
    length(each.value.ports) > 0 ? { portMappings = [for port in each.value.ports : { containerPort = port }] } : {},
    { logConfiguration = {
      logDriver = "awslogs"
      options = {
        "awslogs-group"         = aws_cloudwatch_log_group.service[each.key].name
        "awslogs-region"        = "eu-west-1"
        "awslogs-stream-prefix" = "ecs"
      }
    } },
  )])
}
resource "aws_ecs_service" "service" {
  for_each        = aws_ecs_task_definition.service
  name            = each.key
  cluster         = aws_ecs_cluster.main.id
  task_definition = "${each.value.family}:${each.value.revision}"
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
}
