variable "vpc_id" {
  type = string
}

variable "service" {
  type = string
}

variable "type" {
  type    = string
  default = "Interface"
}

variable "route_table_ids" {
  type    = list(string)
  default = []
}

variable "subnet_ids" {
  type    = list(string)
  default = []
}

variable "security_group_ids" {
  type    = list(string)
  default = []
}

data "aws_vpc_endpoint_service" "this" {
  service = var.service

  filter {
    name   = "service-type"
    values = [var.type]
  }
}

resource "aws_vpc_endpoint" "this" {
  vpc_id              = var.vpc_id
  service_name        = data.aws_vpc_endpoint_service.this.service_name
  vpc_endpoint_type   = var.type
  private_dns_enabled = var.type == "Interface" ? true : null
}

resource "aws_vpc_endpoint_route_table_association" "this" {
  count = length(var.route_table_ids)

  vpc_endpoint_id = aws_vpc_endpoint.this.id
  route_table_id  = element(var.route_table_ids, count.index)
}

resource "aws_vpc_endpoint_subnet_association" "this" {
  count = length(var.subnet_ids)

  vpc_endpoint_id = aws_vpc_endpoint.this.id
  subnet_id       = var.subnet_ids[count.index]
}

resource "aws_vpc_endpoint_security_group_association" "this" {
  count = length(var.security_group_ids)

  vpc_endpoint_id   = aws_vpc_endpoint.this.id
  security_group_id = var.security_group_ids[count.index]
}

output "id" {
  value = aws_vpc_endpoint.this.id
}
