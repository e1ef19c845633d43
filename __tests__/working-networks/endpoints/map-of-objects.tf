variable "endpoints" {
  type = any
  default = {
    s3 = { type = "Gateway" }
    dynamodb = { type = "Gateway" }
    api = { name = "ecr.api" }
    dkr = { name = "ecr.dkr" }
    logs = {}
    secretsmanager = {}
    unused = { name = "kms", create = false }
  }
}
resource "aws_vpc_endpoint" "this" {
  for_each            = { for key, value in var.endpoints : key => value if lookup(value, "create", true) }
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${try(each.value.name, each.key)}"
  vpc_endpoint_type   = lookup(each.value, "type", "Interface")
  private_dns_enabled = lookup(each.value, "type", "Interface") == "Interface" ? true : null
  subnet_ids          = lookup(each.value, "type", "Interface") == "Interface" ? distinct(local.endpoint_subnets) : null
  security_group_ids  = lookup(each.value, "type", "Interface") == "Interface" ? local.endpoint_groups : null
  route_table_ids     = lookup(each.value, "type", "Interface") == "Gateway" ? local.route_tables : null
  policy              = try(each.value.policy, null)
}
locals {
  s3_list = aws_vpc_endpoint.this["s3"].prefix_list_id
}
