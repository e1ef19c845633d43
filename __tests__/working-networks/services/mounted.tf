# EFS with a mount target in each subnet.
resource "aws_efs_file_system" "data" {
  encrypted = true
}
resource "aws_security_group" "efs" {
  vpc_id = local.vpc_id
  ingress {
    from_port       = 2049
    to_port         = 2049
    protocol        = "tcp"
    security_groups = local.task_groups
  }
}
resource "aws_efs_mount_target" "data" {
  count           = length(local.app_subnets)
  file_system_id  = aws_efs_file_system.data.id
  subnet_id       = local.app_subnets[count.index]
  security_groups = [aws_security_group.efs.id]
}
resource "aws_ecr_repository" "cms" {
  name = "cms"
}
resource "aws_ecs_cluster" "main" {
  name = "main"
}
resource "aws_ecs_task_definition" "cms" {
  family                   = "cms"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 1024
  memory                   = 3072
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name        = "cms"
    image       = "${aws_ecr_repository.cms.repository_url}:1"
    mountPoints = [{ sourceVolume = "data", containerPath = "/data", readOnly = false }]
  }])
  volume {
    name = "data"
    efs_volume_configuration {
      file_system_id     = aws_efs_file_system.data.id
      transit_encryption = "ENABLED"
    }
  }
}
resource "aws_ecs_service" "cms" {
  name            = "cms"
  cluster         = aws_ecs_cluster.main.id
  task_definition = aws_ecs_task_definition.cms.arn
  launch_type     = "FARGATE"
  network_configuration {
    subnets         = local.app_subnets
    security_groups = local.task_groups
  }
}
