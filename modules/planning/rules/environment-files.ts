import { asksToRegion } from "../../asks/asks-to-region";
import { FAILURES } from "../../asks/failures";
import { keyDecryption } from "../../asks/key-decryption";
import { environmentFile } from "../../task/environment-file";
import type { AskRule } from "./ask-rule";

/** Environment files are downloaded from S3 when the task starts. */
export const environmentFiles: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html",
  *asks({ containers, context }) {
    for (const [name, { environmentFiles: files }] of containers) {
      for (const [index, file] of (files ?? []).entries()) {
        const { arn: objectArn, region, kmsKey } = environmentFile(file);
        const ask = {
          rule: "environment-files",
          service: "s3",
          by: "execution-role",
          requests: [
            { sid: "EnvironmentFiles", actions: ["s3:GetObject"], on: { kind: "object", objectArn } },
            {
              sid: "EnvironmentFileBuckets",
              actions: ["s3:GetBucketLocation"],
              on: { kind: "bucket-of-object", objectArn },
              mayLack: true,
            },
            ...keyDecryption("EnvironmentFilesKey", kmsKey),
          ],
          text: "the environment file is downloaded from S3",
          failure: FAILURES.environmentFile,
          path: `containers.${name}.environmentFiles[${index}]`,
        } as const;
        yield* asksToRegion([ask], region, context, {
          name: `the bucket of "${objectArn}"`,
          fix: `copy the file into a bucket in ${context.surroundings.region}`,
        });
      }
    }
  },
};
