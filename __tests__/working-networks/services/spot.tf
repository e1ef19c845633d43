data "aws_ecr_repository" "shared" {
  name = "shared/web"
}
resource "aws_ecs_cluster" "spot" {
  name = "spot"
}
resource "aws_ecs_cluster_capacity_providers" "spot" {
  cluster_name       = aws_ecs_cluster.spot.name
  capacity_providers = ["FARGATE", "FARGATE_SPOT"]
}
resource "aws_ecs_task_definition" "web" {
  family                   = "web"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = "1024"
  memory                   = "2048"
  execution_role_arn       = aws_iam_role.execution.arn
  runtime_platform {
    operating_system_family = "LINUX"
    cpu_architecture        = "ARM64"
  }
  container_definitions = <<-JSON
    [
      {
        "name": "web",
        "image": "${data.aws_ecr_repository.shared.repository_url}@${data.aws_ecr_image.web.image_digest}",
        "cpu": 1024,
        "essential": true,
        "logConfiguration": {
          "logDriver": "awslogs",
          "options": {
            "awslogs-group": "/web",
            "awslogs-region": "eu-west-1",
            "awslogs-stream-prefix": "web"
          }
        }
      }
    ]
  JSON
}
data "aws_ecr_image" "web" {
  repository_name = data.aws_ecr_repository.shared.name
  image_tag       = "stable"
}
resource "aws_ecs_service" "web" {
  name            = "web"
  cluster         = aws_ecs_cluster.spot.arn
  task_definition = aws_ecs_task_definition.web.arn
  capacity_provider_strategy {
    capacity_provider = "FARGATE_SPOT"
    weight            = 4
  }
  capacity_provider_strategy {
    capacity_provider = "FARGATE"
    weight            = 1
    base              = 1
  }
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
  lifecycle {
    ignore_changes = [desired_count]
  }
}
