resource "aws_ecr_repository" "report" {
  name = "report"
}
resource "aws_ssm_parameter" "token" {
  name  = "/report/token"
  type  = "SecureString"
  value = "changed later"
}
resource "aws_iam_role_policy" "token" {
  name   = "token"
  role   = aws_iam_role.execution.name
  policy = data.aws_iam_policy_document.token.json
}
data "aws_iam_policy_document" "token" {
  statement {
    actions   = ["ssm:GetParameters", "kms:Decrypt"]
    resources = ["*"]
  }
}
resource "aws_ecs_cluster" "jobs" {
  name = "jobs"
}
resource "aws_ecs_task_definition" "report" {
  family                   = "report"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 256
  memory                   = 512
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions = jsonencode([{
    name    = "report"
    image   = "${aws_ecr_repository.report.repository_url}:2"
    secrets = [{ name = "TOKEN", valueFrom = aws_ssm_parameter.token.name }]
  }])
}
resource "aws_scheduler_schedule" "weekly" {
  schedule_expression = "rate(7 days)"
  flexible_time_window {
    mode = "OFF"
  }
  target {
    arn      = aws_ecs_cluster.jobs.arn
    role_arn = "arn:aws:iam::111122223333:role/scheduler"
    ecs_parameters {
      task_definition_arn = aws_ecs_task_definition.report.arn
      launch_type         = "FARGATE"
      network_configuration {
        subnets         = local.app_subnets
        security_groups = local.task_groups
      }
    }
    retry_policy {
      maximum_retry_attempts = 2
    }
  }
}
