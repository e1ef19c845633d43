import { join } from "node:path";
import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { Testing } from "cdktf";
import { expect, test } from "vitest";
import { boundAwsProvider } from "../../../scripts/emulator/aws-provider";
import { findTerraform, findTools, providerMissing } from "../../../scripts/emulator/tools";
import { temporaryDirectory, writeFile, writeScript } from "../../support/temporary-directory";

/** A platform that no mirror of a real machine has. */
const PLATFORM = "plan9_test";

function fakeTerraform(directory: string, name = "terraform"): string {
  return writeScript(
    directory,
    name,
    `if [ "$1" = version ]; then echo '{"terraform_version":"1.11.4","platform":"${PLATFORM}"}'; exit 0; fi`,
    "echo 'Error: no such host registry.terraform.io' >&2; exit 1",
  );
}

test("the bound provider is the one that the generated provider class requires", () => {
  const synthesized: unknown = JSON.parse(Testing.synthScope((scope) => new AwsProvider(scope, "aws", {})));
  const { source, version } = boundAwsProvider(PLATFORM);
  expect(source).toBe("registry.terraform.io/hashicorp/aws");
  expect(synthesized).toMatchObject({ terraform: { required_providers: { aws: { source: "aws", version } } } });
});

test("every missing tool is named at once, with what to type", () => {
  const { missing } = findTools({ PATH: temporaryDirectory() });
  expect(missing?.map((issue) => issue.code)).toEqual(["terraform-missing", "moto-server-missing"]);
  expect(missing?.map((issue) => issue.fix).join("\n")).toContain("pip install 'moto[server]'");
});

test("Terraform is what TERRAFORM_BINARY_NAME names", () => {
  const directory = temporaryDirectory();
  const tofu = fakeTerraform(directory, "tofu");
  expect(findTerraform({ PATH: directory, TERRAFORM_BINARY_NAME: "tofu" })).toEqual({ file: tofu, platform: PLATFORM });
  expect(findTerraform({ PATH: directory, TERRAFORM_BINARY_NAME: tofu })).toEqual({ file: tofu, platform: PLATFORM });
  expect(findTerraform({ PATH: directory })).toMatchObject({
    code: "terraform-missing",
    problem: '"terraform" is not an executable file on PATH',
  });
});

test("a Terraform that does not run is as good as none, and its message is passed on", () => {
  const directory = temporaryDirectory();
  writeScript(directory, "terraform", "echo 'cannot load library' >&2", "exit 127");
  expect(findTerraform({ PATH: directory })).toMatchObject({
    code: "terraform-missing",
    problem: expect.stringContaining("cannot load library"),
  });
});

test("the provider comes from a mirror in one of the usual places", () => {
  const directory = temporaryDirectory();
  const terraform = fakeTerraform(directory);
  const motoServer = writeScript(directory, "moto_server");
  const { source, version } = boundAwsProvider(PLATFORM);
  writeFile(directory, `.terraform.d/plugins/${source}/${version}/${PLATFORM}/terraform-provider-aws`);
  expect(findTools({ PATH: directory, HOME: directory, TF_CLI_CONFIG_FILE: join(directory, "none.rc") })).toEqual({
    tools: {
      terraform,
      motoServer,
      provider: { kind: "mirror", directory: join(directory, ".terraform.d/plugins") },
    },
  });
});

test("a CLI configuration of the user is left to Terraform", () => {
  const directory = temporaryDirectory();
  fakeTerraform(directory);
  writeScript(directory, "moto_server");
  const file = writeFile(directory, "terraform.rc");
  expect(findTools({ PATH: directory, TF_CLI_CONFIG_FILE: file }).tools?.provider).toEqual({
    kind: "cli-config",
    file,
  });
});

test("a provider that is in no mirror and cannot be downloaded is missing", () => {
  const directory = temporaryDirectory();
  fakeTerraform(directory);
  writeScript(directory, "moto_server");
  const { missing } = findTools({ PATH: directory, HOME: directory });
  expect(missing?.map((issue) => issue.code)).toEqual(["provider-missing"]);
  expect(missing?.[0]?.problem).toContain(PLATFORM);
  expect(missing?.[0]?.why).toContain("no such host registry.terraform.io");
});

test("a missing provider is told with what the mirrors hold instead", () => {
  const build = { source: "registry.terraform.io/hashicorp/aws", version: "5.100.0", platform: "linux_amd64" };
  const seen = [
    { directory: "/a", builds: ["5.99.0 linux_amd64", "5.100.0 darwin_arm64"] },
    { directory: "/b", builds: [] },
  ];
  const { why } = providerMissing(build, { directory: undefined, seen }, "Error: offline\n\n  try later");
  expect(why).toContain("/a holds only 5.99.0 linux_amd64, 5.100.0 darwin_arm64");
  expect(why).toContain("/b holds no registry.terraform.io/hashicorp/aws");
  expect(why).toContain("Error: offline try later");
  expect(providerMissing(build, { directory: undefined, seen: [] }, "").why).toContain("no provider mirror was found");
});
