# The way out is enough; S3 goes by its gateway, which costs nothing.
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = local.route_tables
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
