resource "aws_ecr_repository" "job" {
  name = "job"
}
resource "aws_ecs_cluster" "jobs" {
  name = "jobs"
}
resource "aws_ecs_task_definition" "job" {
  family                   = "nightly"
  requires_compatibilities = ["FARGATE"]
  network_mode             = "awsvpc"
  cpu                      = 2048
  memory                   = 4096
  execution_role_arn       = aws_iam_role.execution.arn
  container_definitions    = jsonencode([{ name = "job", image = aws_ecr_repository.job.repository_url }])
}
resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "cron(0 3 * * ? *)"
}
resource "aws_iam_role" "events" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "events.amazonaws.com" } }]
  })
}
resource "aws_cloudwatch_event_target" "nightly" {
  rule     = aws_cloudwatch_event_rule.nightly.name
  arn      = aws_ecs_cluster.jobs.arn
  role_arn = aws_iam_role.events.arn
  ecs_target {
    task_count          = 1
    task_definition_arn = aws_ecs_task_definition.job.arn
    launch_type         = "FARGATE"
    network_configuration {
      subnets         = local.app_subnets
      security_groups = local.task_groups
    }
  }
}
