import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { baselineProgram } from "../../bench/baseline-program";
import { bundle } from "../../bench/compile";
import { providerClass } from "../../bench/provider-classes";
import { elementsOf, type JsonObject } from "../../bench/terraform-elements";
import { readConfigurations } from "../../bench/workspace";

const project = resolve(__dirname, "../..");
const cache = join(project, "node_modules/.cache");
mkdirSync(cache, { recursive: true });
const directory = mkdtempSync(join(cache, "baseline-program-"));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const comment = (path: string) => ({ "//": { metadata: { path, uniqueId: "x" } } });
const original = {
  provider: { aws: [{ region: "eu-west-1", default_tags: [{ tags: { cost_center: "a" } }] }] },
  data: { aws_caller_identity: { me: comment("orders/me") } },
  resource: {
    aws_ssm_parameter: {
      parameter: {
        ...comment("orders/parameter"),
        depends_on: ["aws_subnet.network_subnet"],
        lifecycle: { ignore_changes: ["value"] },
        name: 'of "${data.aws_caller_identity.me.account_id}" in ${aws_vpc.network_vpc.id}',
        type: "String",
        value: "${upper(aws_vpc.network_vpc.id)}",
      },
    },
    aws_subnet: {
      network_subnet: {
        ...comment("orders/network/subnet"),
        cidr_block: "10.0.0.0/24",
        vpc_id: "${aws_vpc.network_vpc.id}",
      },
    },
    aws_vpc: {
      network_vpc: { ...comment("orders/network/vpc"), cidr_block: "10.0.0.0/16", tags: { my_name: "main" } },
    },
  },
  output: { vpc_id: { value: "${aws_vpc.network_vpc.id}" } },
};

/** What Terraform reads of a configuration, under the ids of `original`. */
function essence(json: JsonObject) {
  const withoutComments = elementsOf(json).map(({ type, attributes: { "//": _metadata, ...attributes } }) => ({
    type,
    attributes,
  }));
  return JSON.parse(
    JSON.stringify({ elements: withoutComments, output: json["output"] }).replaceAll("network-", "network_"),
  );
}

describe("the baseline program", () => {
  it.each([{ references: false }, { references: true }])(
    "emits the same Terraform with $references references",
    { timeout: 60_000 },
    (options) => {
      const name = `references-${options.references}`;
      const program = join(directory, `${name}.ts`);
      writeFileSync(program, baselineProgram({ orders: original }, providerClass, options));
      bundle({ [name]: program }, directory);
      const outdir = join(directory, name);
      const { status, stderr } = spawnSync(process.execPath, [join(directory, `${name}.js`)], {
        encoding: "utf8",
        env: { ...process.env, CDKTF_OUTDIR: outdir },
      });
      expect(status, stderr).toBe(0);
      expect(essence(readConfigurations(outdir)["orders"] ?? {})).toEqual(essence(original));
    },
  );

  it("reads each attribute once, before it is used, and only with references", () => {
    const read = /= element\d+\.(\w+);/g;
    const source = baselineProgram({ orders: original }, providerClass, { references: true });
    expect(Array.from(source.matchAll(read), ([, attribute]) => attribute).sort()).toEqual(["accountId", "id"]);
    expect(baselineProgram({ orders: original }, providerClass)).not.toMatch(read);
  });
});
