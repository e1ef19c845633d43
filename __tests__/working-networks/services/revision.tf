# The newest revision, whoever registered it.
data "aws_ecs_task_definition" "newest" {
  task_definition = aws_ecs_task_definition.app.family
}
resource "aws_ecr_repository" "app" {
  for_each = toset(["app", "proxy"])
  name     = each.key
}
resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_task_definition" "app" {
  family                   = "app"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = ".5 vCPU"
  memory                   = "1 GB"
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([
    for name, repository in aws_ecr_repository.app : {
      name      = name
      image     = "${repository.repository_url}:${name == "app" ? "1.2.3" : "stable"}"
      essential = name == "app"
      dependsOn = name == "app" ? [{ containerName = "proxy", condition = "START" }] : []
    }
  ])
}
resource "aws_ecs_service" "app" {
  name            = "app"
  cluster         = aws_ecs_cluster.main.id
  task_definition = "${aws_ecs_task_definition.app.family}:${max(aws_ecs_task_definition.app.revision, data.aws_ecs_task_definition.newest.revision)}"
  launch_type     = "FARGATE"
  deployment_circuit_breaker {
    enable   = true
    rollback = true
  }
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
}
