import { expect, test } from "vitest";
import { accountlessEnvironment, emulatedEnvironment } from "../../../scripts/emulator/environment";

const REAL = {
  PATH: "/bin",
  TF_LOG: "DEBUG",
  TF_VAR_name: "orders",
  AWS_PROFILE: "production",
  AWS_ACCESS_KEY_ID: "AKIAREAL",
  AWS_SECRET_ACCESS_KEY: "real",
  AWS_SESSION_TOKEN: "real",
  AWS_REGION: "eu-central-1",
  AWS_ENDPOINT_URL_EC2: "https://ec2.example.com",
  AWS_IGNORE_CONFIGURED_ENDPOINT_URLS: "true",
  AWS_CONFIG_FILE: "/home/someone/.aws/config",
  TF_CLI_ARGS_apply: "-state=/elsewhere",
  TF_WORKSPACE: "production",
  TF_DATA_DIR: "/elsewhere",
  TF_CLI_CONFIG_FILE: "/home/someone/.terraformrc",
  CDKTF_OUTDIR: "/elsewhere",
  CDKTF_CONTEXT_JSON: "{}",
};

test("nothing of the user's account, state or output is left, everything else is", () => {
  const env = accountlessEnvironment(REAL);
  expect(Object.entries(env).filter(([name]) => name in REAL && !name.startsWith("AWS_CONFIG"))).toEqual([
    ["PATH", "/bin"],
    ["TF_LOG", "DEBUG"],
    ["TF_VAR_name", "orders"],
  ]);
  expect(Object.keys(env).filter((name) => name.startsWith("AWS_"))).toEqual([
    "AWS_CONFIG_FILE",
    "AWS_SHARED_CREDENTIALS_FILE",
    "AWS_EC2_METADATA_DISABLED",
  ]);
  expect(env["AWS_CONFIG_FILE"]).not.toBe(REAL.AWS_CONFIG_FILE);
});

test("every service is at the endpoint, with keys that no account knows and without a Region", () => {
  const env = emulatedEnvironment(REAL, "http://127.0.0.1:4567", "/tmp/terraform.rc");
  expect(env).toMatchObject({
    AWS_ENDPOINT_URL: "http://127.0.0.1:4567",
    TF_CLI_CONFIG_FILE: "/tmp/terraform.rc",
    CHECKPOINT_DISABLE: "1",
    AWS_EC2_METADATA_DISABLED: "true",
  });
  expect(env["AWS_ACCESS_KEY_ID"]).not.toBe(REAL.AWS_ACCESS_KEY_ID);
  expect(env["AWS_SECRET_ACCESS_KEY"]).not.toBe(REAL.AWS_SECRET_ACCESS_KEY);
  for (const name of ["AWS_PROFILE", "AWS_SESSION_TOKEN", "AWS_REGION", "AWS_ENDPOINT_URL_EC2"]) {
    expect(env).not.toHaveProperty(name);
  }
});
