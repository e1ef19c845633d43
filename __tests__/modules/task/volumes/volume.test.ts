import { expect, it } from "vitest";
import { Volume } from "../../../../modules";
import { VOLUME_KINDS } from "../../../../modules/task/volumes/volume";
import { STRING_TOKENS } from "../../../support/tokens";

it("declares the kind of every volume", () => {
  const kinds = [Volume.efs("fs-1"), Volume.ebs(), Volume.bind()].map(({ kind }) => kind);
  expect([...kinds, "s3-files", "unsupported", "other"].sort()).toEqual(Object.keys(VOLUME_KINDS).sort());
});

it("takes a file system, or its id", () => {
  const fileSystem = { id: "fs-2", arn: "arn:aws:elasticfilesystem:eu-west-1:123456789012:file-system/fs-2" };
  expect(Volume.efs(fileSystem)).toEqual({ kind: "efs", fileSystemId: "fs-2" });
  expect(Volume.efs("fs-1", { iam: "ENABLED" })).toEqual({ kind: "efs", fileSystemId: "fs-1", iam: "ENABLED" });
});

it.each(STRING_TOKENS)("takes %s as an id", (_name, token) => {
  expect(Volume.efs(token).fileSystemId).toBe(token);
});
