import { isPending } from "../../values/pending";
import type { AskRule } from "./ask-rule";

/** The variables that name files of S3 to the images of aws-for-fluent-bit with the tag init, for example `aws_fluent_bit_init_s3_1`. */
const FILE_VARIABLE = /aws_fluent_bit_init_s3/i;

const OBJECT = /^arn:[\w-]+:s3:::/;

/**
 * The files of its configuration that a log router downloads from S3 when it starts. It asks for the Region of their bucket first, and
 * ends where either call fails. Source: https://github.com/aws/aws-for-fluent-bit/tree/mainline/use_cases/init-process-for-fluent-bit
 */
export const logRouterFiles: AskRule = {
  source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef-customconfig.html",
  *asks({ containers }) {
    for (const [name, { environment = {} }] of containers) {
      for (const [variable, objectArn] of Object.entries(environment)) {
        if (!FILE_VARIABLE.test(variable) || !(OBJECT.test(objectArn) || isPending(objectArn))) continue;
        yield {
          rule: "log-router-files",
          service: "s3",
          by: "task-role",
          requests: [
            { sid: "LogRouterFiles", actions: ["s3:GetObject"], on: { kind: "object", objectArn } },
            {
              sid: "LogRouterFileBuckets",
              actions: ["s3:GetBucketLocation"],
              on: { kind: "bucket-of-object", objectArn },
            },
          ],
          text: "the log router downloads its configuration from S3",
          failure: "the log router ends, and with it the task where the router is essential",
          path: `containers.${name}.environment.${variable}`,
        };
      }
    }
  },
};
