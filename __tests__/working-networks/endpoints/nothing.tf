locals {
  s3_list = ""
}
