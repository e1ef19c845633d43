import { createStacks } from "../../../../stacks";
import { synthApp } from "../../../support/synth";
import { TerraformFixture } from "./terraform-fixture";

const synthesized = new Map<string, string>();

/** The synthesized JSON of a sample stack, a new copy each time. */
export function sampleStack(name: string): TerraformFixture {
  let text = synthesized.get(name);
  if (text === undefined) {
    text = synthApp(createStacks, { stacks: [name] }).get(name)?.text;
    if (text === undefined) throw new Error(`there is no stack ${name}`);
    synthesized.set(name, text);
  }
  return new TerraformFixture(JSON.parse(text));
}
