resource "aws_ecr_repository" "web" {
  name = "web"
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
  container_definitions = jsonencode([{
    name  = "web"
    image = "${aws_ecr_repository.web.repository_url}:1"
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = "/web", awslogs-region = "eu-west-1", awslogs-stream-prefix = "w", awslogs-create-group = "true" }
    }
  }])
}
resource "aws_iam_role_policy" "create_group" {
  role   = aws_iam_role.execution.id
  policy = jsonencode({ Version = "2012-10-17", Statement = { Effect = "Allow", Action = "logs:CreateLogGroup", Resource = "*" } })
}
resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.web.arn
  launch_type     = "FARGATE"
  network_configuration {
    subnets          = local.app_subnets
    security_groups  = local.task_groups
    assign_public_ip = true
  }
}
