import { describe, expect, it } from "vitest";
import { ContainerImage, LogDriver, SecretSource } from "../../../modules";
import type { UncheckedFargateTask } from "../../../modules/task/fargate-task";
import { keysOf, withKeys } from "../../../modules/task/task-keys";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:orders-AbCdEf";
const FILE = "arn:aws:s3:::settings/orders.env";

/** A task that reads something encrypted from everywhere, with or without its keys. */
function taskWith(kmsKey: string | undefined): UncheckedFargateTask {
  const key = kmsKey === undefined ? {} : { kmsKey };
  return {
    family: "orders",
    containers: {
      api: {
        image: ContainerImage.registry("registry.example.com/orders:1", {
          credentialsParameter: SECRET,
          ...(kmsKey === undefined ? {} : { credentialsKmsKey: kmsKey }),
        }),
        secrets: {
          PASSWORD: SecretSource.secretsManager(SECRET, key),
          TOKEN: SecretSource.ssmParameter("/token", key),
        },
        environmentFiles: [FILE, { arn: FILE, ...key }],
        logDriver: LogDriver.splunk("https://splunk.internal:8088", {
          secretOptions: { "splunk-token": SecretSource.ssmParameter("/splunk", key) },
        }),
      },
      sidecar: { image: ContainerImage.ecr("123456789012.dkr.ecr.eu-west-1.amazonaws.com/sidecar") },
    },
  };
}

const KEYS = {
  "api.image": "alias/orders",
  "api.secrets.PASSWORD": "alias/orders",
  "api.secrets.TOKEN": "alias/orders",
  "api.environmentFiles.1": "alias/orders",
  "api.secretOptions.splunk-token": "alias/orders",
};

describe("the keys of what ECS reads for a task", () => {
  it("are found wherever the task names one", () => {
    expect(keysOf(taskWith("alias/orders"))).toEqual(KEYS);
    expect(keysOf(taskWith(undefined))).toEqual({});
  });

  it("come back to their places", () => {
    expect(withKeys(taskWith(undefined), KEYS)).toEqual(taskWith("alias/orders"));
  });

  it("leave alone what names its own, and say nothing of what is not there", () => {
    const keys = {
      "api.secrets.PASSWORD": "alias/other",
      "api.secrets.GONE": "alias/other",
      "gone.image": "alias/other",
    };
    expect(withKeys(taskWith("alias/orders"), keys)).toEqual(taskWith("alias/orders"));
  });
});
