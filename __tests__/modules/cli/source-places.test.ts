import { describe, expect, it } from "vitest";
import { sourcePlaces } from "../../../modules/cli/source-places";
import { temporaryDirectory, writeFile } from "../../support/temporary-directory";

const HCL = `# resource "aws_vpc" "main" {
module "net" {
  source = "./net"
}

resource "aws_vpc" "main" {
}
data aws_vpc found {
}
`;
const JSON_TEXT = `{
  "resource": {
    "aws_subnet": {
      "app-a": {}
    }
  }
}`;

function places() {
  const root = temporaryDirectory();
  writeFile(root, "infra/main.tf", HCL);
  writeFile(root, "infra/other.tf.json", JSON_TEXT);
  writeFile(root, "app/cdk.tf.json", JSON_TEXT);
  const inputs = [
    { name: "infra", paths: [`${root}/infra`] },
    { name: "app", paths: [`${root}/app/cdk.tf.json`] },
  ];
  return sourcePlaces(inputs, root);
}

describe("the places of resources", () => {
  it.each([
    ["infra/aws_vpc.main", { file: "infra/main.tf", line: 6 }],
    ["infra/data.aws_vpc.found[0]", { file: "infra/main.tf", line: 8 }],
    ["infra/module.net.aws_subnet.a", { file: "infra/main.tf", line: 2 }],
    ['infra/aws_subnet.app-a["b/c"]', { file: "infra/other.tf.json", line: 4 }],
    ["app/aws_subnet.app-a", { file: "app/cdk.tf.json", line: 4 }],
    ["app/aws_subnet.toString", { file: "app/cdk.tf.json" }],
    ["aws_vpc.main", { file: "infra/main.tf", line: 6 }],
    ["vpce-0123456789abcdef0", { file: "infra/main.tf" }],
    [undefined, { file: "infra/main.tf" }],
  ])("of %s are its block's", (address, place) => {
    expect(places()(address)).toEqual(place);
  });

  it("are unknown for standard input, and have the full path outside of the repository", () => {
    expect(sourcePlaces([{ name: undefined, paths: [] }], "/repo")("aws_vpc.main")).toBeUndefined();
    const folder = temporaryDirectory();
    writeFile(folder, "plan.json", "{}");
    const locate = sourcePlaces([{ name: undefined, paths: [`${folder}/plan.json`] }], "/repo");
    expect(locate("aws_vpc.main")).toEqual({ file: `${folder}/plan.json` });
  });
});
