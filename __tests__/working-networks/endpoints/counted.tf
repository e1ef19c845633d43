locals {
  interface_services = ["secretsmanager", "ecr.dkr", "ecr.api", "logs"]
}
resource "aws_vpc_endpoint" "interface" {
  count               = length(local.interface_services)
  vpc_id              = local.vpc_id
  service_name        = join(".", ["com.amazonaws", "eu-west-1", local.interface_services[count.index]])
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = flatten([local.endpoint_subnets])
  security_group_ids  = local.endpoint_groups
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id       = local.vpc_id
  service_name = "com.amazonaws.eu-west-1.s3"
}
resource "aws_vpc_endpoint_route_table_association" "s3" {
  count           = length(local.route_tables)
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  route_table_id  = local.route_tables[count.index]
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
