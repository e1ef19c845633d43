import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { explainProof, proveReachability } from "../../../modules";
import { sampleStack } from "./support/sample-stacks";
import applied from "./terraform/plans/applied.json";
import created from "./terraform/plans/new.json";

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

const inputs: readonly Json[] = [
  sampleStack("single-subnet").json,
  sampleStack("dedicated-endpoint-subnets").json,
  sampleStack("isolated-service").json,
  created,
  applied,
].map((json): Json => JSON.parse(JSON.stringify(json)));

/** What a member may hold instead: another type, an empty value, a reference that leads nowhere or around. */
const instead = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    0,
    -1,
    "",
    [],
    {},
    [null],
    [[]],
    "${",
    "${a.b.c}",
    "${aws_vpc.none.id}",
    "10.0.0.0/99",
  ),
  fc.constantFrom<Json>("${var.x}", "${local.x}", "${each.value}", "${count.index}", "${self.id}", "{}", "[", "%{ if"),
  fc.jsonValue({ maxDepth: 2 }).map((value): Json => JSON.parse(JSON.stringify(value))),
);

/** Replaces the value that is met as the nth on a walk through a document. */
function replaceNth(document: Json, nth: number, by: Json): Json {
  let left = nth;
  const walk = (value: Json): Json => {
    if (left-- === 0) return by;
    if (value === null || typeof value !== "object") return value;
    if (Array.isArray(value)) return value.map(walk);
    return Object.fromEntries(Object.entries(value).map(([name, member]): [string, Json] => [name, walk(member)]));
  };
  return walk(document);
}

function sizeOf(value: Json): number {
  if (value === null || typeof value !== "object") return 1;
  return Object.values(value).reduce((sum: number, member: Json) => sum + sizeOf(member), 1);
}

const sizes = inputs.map(sizeOf);

describe("Terraform JSON that is not as the provider has it", () => {
  it("is proved, broken or unknown, and never the end of the synthesis", () => {
    fc.assert(
      fc.property(
        fc.nat({ max: inputs.length - 1 }),
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), instead), {
          minLength: 1,
          maxLength: 4,
        }),
        (index, replacements) => {
          const size = sizes[index] ?? 0;
          const input = replacements.reduce<Json>(
            (json, [place, by]) => replaceNth(json, 1 + Math.floor(place * (size - 1)), by),
            inputs[index] ?? null,
          );
          const proof = proveReachability([Object(input)]);
          expect(["proved", "broken", "unknown"]).toContain(proof.verdict);
          expect(explainProof(proof)).not.toContain("undefined");
        },
      ),
      { numRuns: Number(process.env["FC_RUNS"] ?? 300) },
    );
  });
});
