import { expect, it } from "vitest";
import { imageLayersArn } from "../../../modules/aws/image-layers";

it("the layers of images are in a bucket of each Region, in its partition", () => {
  expect(imageLayersArn("eu-west-1")).toBe("arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*");
  expect(imageLayersArn("cn-north-1")).toBe("arn:aws-cn:s3:::prod-cn-north-1-starport-layer-bucket/*");
});
