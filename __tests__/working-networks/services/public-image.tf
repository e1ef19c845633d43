# An image of Docker Hub, which needs the way out.
resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_task_definition" "nginx" {
  family                   = "nginx"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name  = "nginx"
    image = "nginx:1.27"
    logConfiguration = {
      logDriver = "awslogs"
      options   = { awslogs-group = "/nginx", awslogs-region = "eu-west-1", awslogs-stream-prefix = "n" }
    }
  }])
}
resource "aws_ecs_service" "nginx" {
  name            = "nginx"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.nginx.arn
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
}
