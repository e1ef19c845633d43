import { expect, it } from "vitest";
import { viaService } from "../../../../modules/reachability/calls/via-service";

it("names a service as KMS sees it ask, where the partition's names are established", () => {
  expect(viaService("kinesis-streams", "eu-west-1")).toEqual({ via: "kinesis.eu-west-1.amazonaws.com" });
  expect(viaService("s3", "us-east-1")).toEqual({ via: "s3.us-east-1.amazonaws.com" });
  expect(viaService("s3", "cn-north-1")).toEqual({});
  expect(viaService("s3", undefined)).toEqual({});
});
