import { devNull } from "node:os";

/** Variables that would lead a command to a real account, to other state, or to another app output. */
const DROPPED = [
  /^AWS_/,
  /^TF_CLI_/,
  /^TF_(WORKSPACE|DATA_DIR|PLUGIN_CACHE_DIR|REATTACH_PROVIDERS)$/,
  /^TERRAFORM_CONFIG$/,
  /^CDKTF_(OUTDIR|CONTEXT_JSON|RUN_CONTEXT_JSON|TARGET_STACK_ID)$/,
  /^SYNTH_HCL_OUTPUT$/,
];

/** Keys that no real account knows. moto takes any. */
export const DUMMY_CREDENTIALS = { accessKeyId: "emulated", secretAccessKey: "emulated" } as const;

/**
 * The environment without anything that leads to a real account: every `AWS_…` variable of the user is gone, and the
 * shared configuration files are out of reach.
 *
 * @param base the environment to start from
 */
export function accountlessEnvironment(base: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const kept = Object.entries(base).filter(([name]) => !DROPPED.some((pattern) => pattern.test(name)));
  return {
    ...Object.fromEntries(kept),
    AWS_CONFIG_FILE: devNull,
    AWS_SHARED_CREDENTIALS_FILE: devNull,
    AWS_EC2_METADATA_DISABLED: "true",
    CHECKPOINT_DISABLE: "1",
    // cdktf-cli would otherwise set up a plugin cache in the user's home directory.
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
  };
}

/**
 * The environment in which unmodified stacks deploy into the emulated account: dummy keys, and every service at one
 * endpoint.
 *
 * @param base the environment to start from
 * @param endpoint address of the emulated account, for example `"http://127.0.0.1:5999"`
 * @param cliConfigFile the Terraform CLI configuration to use
 */
export function emulatedEnvironment(
  base: NodeJS.ProcessEnv,
  endpoint: string,
  cliConfigFile: string,
): NodeJS.ProcessEnv {
  return {
    ...accountlessEnvironment(base),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: DUMMY_CREDENTIALS.accessKeyId,
    AWS_SECRET_ACCESS_KEY: DUMMY_CREDENTIALS.secretAccessKey,
    // moto answers at once or not at all: the provider's 25 attempts would only make a missing call slow.
    AWS_MAX_ATTEMPTS: "2",
    TF_CLI_CONFIG_FILE: cliConfigFile,
  };
}
