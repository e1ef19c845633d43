variable "name" {
  type = string
}

variable "service" {
  type = string
}

variable "definition" {
  type    = any
  default = {}
}

data "aws_region" "current" {}

locals {
  log_group_name = try(aws_cloudwatch_log_group.this[0].name, "")

  log_configuration = merge(
    {
      for k, v in {
        logDriver = "awslogs"
        options = {
          awslogs-region        = data.aws_region.current.name
          awslogs-group         = try(aws_cloudwatch_log_group.this[0].name, "")
          awslogs-stream-prefix = "ecs"
        }
      } : k => v
    },
    try(var.definition.log_configuration, {}),
  )

  container_definition = {
    for k, v in {
      name             = var.name
      image            = try(var.definition.image, null)
      essential        = try(var.definition.essential, true)
      portMappings     = try(var.definition.port_mappings, [])
      secrets          = try(var.definition.secrets, [])
      logConfiguration = length(local.log_configuration) > 0 ? local.log_configuration : null
    } : k => v if v != null
  }
}

resource "aws_cloudwatch_log_group" "this" {
  count = 1

  name = "/aws/ecs/${var.service}/${var.name}"
}

output "container_definition" {
  value = local.container_definition
}

output "log_group_arn" {
  value = try(aws_cloudwatch_log_group.this[0].arn, null)
}
