variable "create" {
  type    = bool
  default = true
}

variable "create_service" {
  type    = bool
  default = true
}

variable "name" {
  type = string
}

variable "cluster_arn" {
  type    = string
  default = ""
}

variable "task_definition_arn" {
  type    = string
  default = null
}

variable "create_task_definition" {
  type    = bool
  default = true
}

variable "container_definitions" {
  type    = any
  default = {}
}

variable "cpu" {
  type    = number
  default = 1024
}

variable "memory" {
  type    = number
  default = 2048
}

variable "launch_type" {
  type    = string
  default = "FARGATE"
}

variable "network_mode" {
  type    = string
  default = "awsvpc"
}

variable "platform_version" {
  type    = string
  default = null
}

variable "assign_public_ip" {
  type    = bool
  default = false
}

variable "ignore_task_definition_changes" {
  type    = bool
  default = false
}

variable "load_balancer" {
  type    = any
  default = {}
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

variable "create_security_group" {
  type    = bool
  default = true
}

variable "security_group_egress_rules" {
  type    = any
  default = {}
}

variable "task_exec_iam_role_arn" {
  type    = string
  default = null
}

variable "create_task_exec_iam_role" {
  type    = bool
  default = true
}

variable "tags" {
  type    = map(string)
  default = {}
}

data "aws_partition" "current" {}

locals {
  is_external_deployment = false
  is_fargate             = var.launch_type == "FARGATE"

  network_configuration = {
    assign_public_ip = var.assign_public_ip
    security_groups  = flatten(concat([try(aws_security_group.this[0].id, [])], var.security_group_ids))
    subnets          = var.subnet_ids
  }

  create_task_definition    = var.create && var.create_task_definition
  create_task_exec_iam_role = local.create_task_definition && var.create_task_exec_iam_role
  create_security_group     = var.create && var.create_security_group && var.network_mode == "awsvpc"

  task_definition = local.create_task_definition ? aws_ecs_task_definition.this[0].arn : var.task_definition_arn
}

resource "aws_ecs_service" "this" {
  count = var.create && var.create_service && !var.ignore_task_definition_changes ? 1 : 0

  name                   = var.name
  cluster                = var.cluster_arn
  desired_count          = 1
  enable_execute_command = false
  launch_type            = local.is_external_deployment ? null : var.launch_type
  platform_version       = local.is_fargate ? var.platform_version : null
  task_definition        = local.task_definition

  dynamic "deployment_circuit_breaker" {
    for_each = [{ enable = true, rollback = true }]
    content {
      enable   = deployment_circuit_breaker.value.enable
      rollback = deployment_circuit_breaker.value.rollback
    }
  }

  dynamic "load_balancer" {
    for_each = { for k, v in var.load_balancer : k => v if !local.is_external_deployment }
    content {
      container_name   = load_balancer.value.container_name
      container_port   = load_balancer.value.container_port
      target_group_arn = try(load_balancer.value.target_group_arn, null)
    }
  }

  dynamic "network_configuration" {
    for_each = var.network_mode == "awsvpc" ? [{ for k, v in local.network_configuration : k => v if !local.is_external_deployment }] : []
    content {
      assign_public_ip = network_configuration.value.assign_public_ip
      security_groups  = network_configuration.value.security_groups
      subnets          = network_configuration.value.subnets
    }
  }
}

resource "aws_ecs_service" "ignore_task_definition" {
  count = var.create && var.create_service && var.ignore_task_definition_changes ? 1 : 0

  name            = var.name
  cluster         = var.cluster_arn
  task_definition = local.task_definition

  lifecycle {
    ignore_changes = [desired_count, task_definition]
  }
}

module "container_definition" {
  source = "../container-definition"

  for_each = { for k, v in var.container_definitions : k => v if local.create_task_definition && try(v.create, true) }

  name       = each.key
  service    = var.name
  definition = each.value
}

resource "aws_ecs_task_definition" "this" {
  count = local.create_task_definition ? 1 : 0

  container_definitions    = jsonencode([for k, v in module.container_definition : v.container_definition])
  cpu                      = var.cpu
  memory                   = var.memory
  execution_role_arn       = try(aws_iam_role.task_exec[0].arn, var.task_exec_iam_role_arn)
  family                   = coalesce(null, var.name)
  network_mode             = var.network_mode
  requires_compatibilities = ["FARGATE"]

  dynamic "runtime_platform" {
    for_each = [{ operating_system_family = "LINUX", cpu_architecture = "X86_64" }]
    content {
      cpu_architecture        = try(runtime_platform.value.cpu_architecture, null)
      operating_system_family = try(runtime_platform.value.operating_system_family, null)
    }
  }
}

data "aws_iam_policy_document" "task_exec_assume" {
  count = local.create_task_exec_iam_role ? 1 : 0

  statement {
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = ["ecs-tasks.amazonaws.com"]
    }
  }
}

resource "aws_iam_role" "task_exec" {
  count = local.create_task_exec_iam_role ? 1 : 0

  name_prefix        = "${var.name}-"
  assume_role_policy = data.aws_iam_policy_document.task_exec_assume[0].json
}

resource "aws_iam_role_policy" "task_exec" {
  role = aws_iam_role.task_exec[0].name
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ssm:GetParameters", Resource = "*" }]
  })
}

resource "aws_iam_role_policy_attachment" "task_exec" {
  for_each = { for k, v in { AmazonECSTaskExecutionRolePolicy = "arn:${data.aws_partition.current.partition}:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy" } : k => v if local.create_task_exec_iam_role }

  role       = aws_iam_role.task_exec[0].name
  policy_arn = each.value
}

# The group belongs to the VPC of the subnets.
data "aws_subnet" "this" {
  count = local.create_security_group ? 1 : 0

  id = element(var.subnet_ids, 0)
}

resource "aws_security_group" "this" {
  count = local.create_security_group ? 1 : 0

  name_prefix = "${try(coalesce(var.name), "")}-"
  vpc_id      = data.aws_subnet.this[0].vpc_id

  tags = merge(var.tags, { Name = var.name })

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_vpc_security_group_egress_rule" "this" {
  for_each = { for k, v in var.security_group_egress_rules : k => v if local.create_security_group }

  security_group_id            = aws_security_group.this[0].id
  ip_protocol                  = try(each.value.ip_protocol, "tcp")
  from_port                    = try(each.value.from_port, null)
  to_port                      = try(each.value.to_port, each.value.from_port, null)
  cidr_ipv4                    = lookup(each.value, "cidr_ipv4", null)
  prefix_list_id               = lookup(each.value, "prefix_list_id", null) == "self" ? null : lookup(each.value, "prefix_list_id", null)
  referenced_security_group_id = lookup(each.value, "referenced_security_group_id", null) == "self" ? aws_security_group.this[0].id : lookup(each.value, "referenced_security_group_id", null)
}

output "id" {
  value = try(aws_ecs_service.this[0].id, aws_ecs_service.ignore_task_definition[0].id, null)
}
