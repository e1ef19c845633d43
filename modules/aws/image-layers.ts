import { arnPartition } from "./region";

/**
 * The objects of the bucket of AWS's in which ECR keeps the layers of images, as an ARN.
 *
 * Source: https://docs.aws.amazon.com/AmazonECR/latest/userguide/vpc-endpoints.html
 */
export function imageLayersArn(region: string): string {
  return `arn:${arnPartition(region)}:s3:::prod-${region}-starport-layer-bucket/*`;
}
