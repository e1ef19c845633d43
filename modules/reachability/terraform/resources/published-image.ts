import { literal, type Value } from "../expressions/value";
import type { TerraformResource } from "./terraform-resource";

/** Public parameters of AWS's that hold the URI of an image in ECR. */
const PUBLISHED = /^\/aws\/service\/aws-for-fluent-bit\/[\w./:-]+$/;

/**
 * The value of a public parameter of AWS's with the URI of an image in ECR, written as a template of CloudFormation refers to it: the
 * reader of images knows it by that.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-using-fluentbit.html
 *
 * @returns `undefined` for any other attribute
 */
export function publishedImage({ mode, type, argument }: TerraformResource, attribute: string): Value | undefined {
  if (mode !== "data" || type !== "aws_ssm_parameter" || !/^(?:insecure_)?value$/.test(attribute)) return undefined;
  const name = argument("name");
  const isPublished = name.kind === "literal" && PUBLISHED.test(String(name.value));
  return isPublished ? literal(`{{resolve:ssm:${name.value}}}`) : undefined;
}
