variable "vpc_id" {}
variable "service" {}
variable "type" {
  default = "Interface"
}
variable "subnet_ids" {
  default = []
}
variable "security_group_ids" {
  default = []
}
variable "route_table_ids" {
  default = []
}
data "aws_region" "here" {}
locals {
  is_interface = var.type == "Interface"
}
resource "aws_vpc_endpoint" "this" {
  vpc_id              = var.vpc_id
  service_name        = "com.amazonaws.${data.aws_region.here.id}.${var.service}"
  vpc_endpoint_type   = var.type
  private_dns_enabled = local.is_interface
  subnet_ids          = local.is_interface ? var.subnet_ids : null
  security_group_ids  = local.is_interface ? var.security_group_ids : null
  route_table_ids     = local.is_interface ? null : var.route_table_ids
}
output "prefix_list_id" {
  value = local.is_interface ? null : aws_vpc_endpoint.this.prefix_list_id
}
