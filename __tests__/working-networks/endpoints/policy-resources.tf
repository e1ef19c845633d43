resource "aws_vpc_endpoint" "interface" {
  for_each            = toset(["ecr.api", "ecr.dkr", "logs", "secretsmanager"])
  vpc_id              = local.vpc_id
  service_name        = "com.amazonaws.eu-west-1.${each.key}"
  vpc_endpoint_type   = "Interface"
  private_dns_enabled = true
  subnet_ids          = local.endpoint_subnets
  security_group_ids  = local.endpoint_groups
}
resource "aws_vpc_endpoint_policy" "ecr" {
  for_each        = { for key, endpoint in aws_vpc_endpoint.interface : key => endpoint if startswith(key, "ecr.") }
  vpc_endpoint_id = each.value.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = ["ecr:GetAuthorizationToken"], Resource = "*" },
      { Effect = "Allow", Principal = "*", Action = ["ecr:BatchGet*", "ecr:GetDownloadUrlForLayer", "ecr:BatchCheckLayerAvailability"], Resource = "*" },
    ]
  })
}
resource "aws_vpc_endpoint" "s3" {
  vpc_id          = local.vpc_id
  service_name    = "com.amazonaws.eu-west-1.s3"
  route_table_ids = local.route_tables
}
resource "aws_vpc_endpoint_policy" "s3" {
  vpc_endpoint_id = aws_vpc_endpoint.s3.id
  policy          = <<-POLICY
    {
      "Version": "2008-10-17",
      "Statement": [
        { "Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*" },
        { "Effect": "Allow", "Principal": { "AWS": "*" }, "Action": "s3:*", "Resource": ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"] }
      ]
    }
  POLICY
}
locals {
  s3_list = aws_vpc_endpoint.s3.prefix_list_id
}
