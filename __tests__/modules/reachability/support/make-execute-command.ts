import type { FargateTask } from "../../../../modules";
import type { Workload } from "./arbitrary-workload";
import type { Need } from "./scenario-needs";
import type { Part } from "./scenario-part";
import type { Place } from "./scenario-place";

const SESSION_CHANNELS: Need = {
  service: "ssmmessages",
  asks: [
    {
      actions: ["CreateControlChannel", "CreateDataChannel", "OpenControlChannel", "OpenDataChannel"].map(
        (action) => `ssmmessages:${action}`,
      ),
      resources: ["*"],
    },
  ],
};

/** ECS Exec of a task. */
export function makeExecuteCommand(
  { executeCommand, containers }: Workload,
  place: Place,
): Part<FargateTask["executeCommand"]> {
  const labels = [`exec: ${executeCommand}`];
  const logs: Need = { service: "logs" };
  const bucket: Need = {
    service: "s3",
    asks: [
      { actions: ["s3:PutObject"], resources: [`arn:${place.partition}:s3:::sessions/*`] },
      {
        actions: ["s3:GetEncryptionConfiguration", "s3:GetBucketLocation"],
        resources: [`arn:${place.partition}:s3:::sessions`],
      },
    ],
  };
  const kmsKeyId = `arn:${place.partition}:kms:${place.region}:123456789012:key/0a1b2c3d`;
  const key: Need = { service: "kms", asks: [{ actions: ["kms:Decrypt"], resources: [kmsKeyId] }] };
  const part = (
    value: FargateTask["executeCommand"],
    ...needs: readonly Need[]
  ): Part<FargateTask["executeCommand"]> => ({ value, needs: [SESSION_CHANNELS, ...needs], labels });
  const ownLogs = containers.some(({ logDriver }) => logDriver === "default" || logDriver.startsWith("awslogs"));
  switch (executeCommand) {
    case "off":
      return { value: undefined, needs: [], labels };
    case "on":
    case "other-cluster":
      return part(true, ...(ownLogs ? [logs] : []));
    case "no-logging":
      return part({ logging: "NONE" });
    case "log-group":
      return part({ cloudWatchLogGroupName: "/sessions" }, logs);
    case "bucket":
      return part({ s3BucketName: "sessions" }, bucket);
    case "bucket-and-group":
      return part({ s3BucketName: "sessions", cloudWatchLogGroupName: "/sessions" }, bucket, logs);
    case "key":
      return part({ logging: "NONE", kmsKeyId }, key);
  }
}
