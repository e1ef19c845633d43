import { readDocument } from "./read-document";
import type { Input } from "./read-input";
import { UnusableInputError } from "./unusable-input";

const PLAN_AS_JSON = "terraform plan -out=plan.tfplan, then terraform show -json plan.tfplan > plan.json";

/** A text that comes from Terraform and is not JSON: how it looks, and what to say. */
interface OtherText {
  looksSo(text: string): boolean;
  describe(name: string): string;
}

const OTHER_TEXTS: readonly OtherText[] = [
  { looksSo: (text) => text.trim() === "", describe: () => "is empty" },
  {
    // A zip archive.
    looksSo: (text) => text.startsWith("PK\u0003\u0004"),
    describe: (name) => `is a plan as Terraform keeps it for itself; write terraform show -json ${name} > plan.json`,
  },
  {
    looksSo: (text) => /^\{"@level":/.test(text),
    describe: () => `is the log that terraform plan -json writes; write ${PLAN_AS_JSON}`,
  },
  {
    looksSo: (text) => /(?:Terraform|OpenTofu) (?:will perform|used the selected)/.test(text),
    describe: () => "is a plan for people to read; write terraform show -json PLAN > plan.json",
  },
  {
    looksSo: (text) =>
      /^\s*(?:(?:resource|data)\s+"[^"]+"\s+"[^"]+"|(?:module|provider|variable|output)\s+"[^"]+"|terraform|locals)\s*\{/m.test(
        text,
      ),
    describe: () => `is HCL, of which a folder is read; name its folder, or check a plan of it: ${PLAN_AS_JSON}`,
  },
];

/**
 * The JSON of an input, however large.
 *
 * @throws {UnusableInputError} where it is none: with what it is instead, or the line at which it stops being JSON
 */
export function readCheckText(input: Input): unknown {
  try {
    return JSON.parse(input.text);
  } catch {
    const other = OTHER_TEXTS.find(({ looksSo }) => looksSo(input.text));
    if (other !== undefined) throw new UnusableInputError(`${input.name} ${other.describe(input.name)}`);
    // Not every version of Node tells the line. The parser that does takes much longer.
    return readDocument(input).value;
  }
}
