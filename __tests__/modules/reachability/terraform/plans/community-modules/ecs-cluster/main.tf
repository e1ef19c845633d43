variable "name" {
  type = string
}

variable "configuration" {
  type = any
  default = {
    execute_command_configuration = { logging = "OVERRIDE" }
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count = 1

  name = "/aws/ecs/${var.name}"
}

resource "aws_ecs_cluster" "this" {
  count = 1

  name = var.name

  dynamic "configuration" {
    for_each = [var.configuration]

    content {
      dynamic "execute_command_configuration" {
        for_each = try([merge(configuration.value.execute_command_configuration, {
          log_configuration = { cloud_watch_log_group_name = try(aws_cloudwatch_log_group.this[0].name, null) }
        })], [{}])

        content {
          logging = try(execute_command_configuration.value.logging, "DEFAULT")

          dynamic "log_configuration" {
            for_each = try([execute_command_configuration.value.log_configuration], [])
            content {
              cloud_watch_log_group_name = try(log_configuration.value.cloud_watch_log_group_name, null)
            }
          }
        }
      }
    }
  }

  dynamic "setting" {
    for_each = flatten([{ name = "containerInsights", value = "enabled" }])
    content {
      name  = setting.value.name
      value = setting.value.value
    }
  }
}

resource "aws_ecs_cluster_capacity_providers" "this" {
  cluster_name       = aws_ecs_cluster.this[0].name
  capacity_providers = distinct(concat(["FARGATE", "FARGATE_SPOT"], []))
}

output "arn" {
  value = try(aws_ecs_cluster.this[0].arn, null)
}
