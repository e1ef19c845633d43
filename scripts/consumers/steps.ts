import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Install } from "./install-order";
import type { Ended, Workshop } from "./workshop";

/** What is tried with each project, in this order. */
export const STEPS = ["install", "types", "tests", "synth", "proof"] as const;
export type Step = (typeof STEPS)[number];
export type Outcomes = Readonly<Record<Step, string>>;

/** What came of a step, and what the last command wrote. */
export interface Attempt {
  /** `"yes"`, `"no"`, {@link NOTHING_TO_DO}, {@link WITHOUT_CLI}, or the verdict of the proof. */
  readonly outcome: string;
  readonly output: string;
}

/** The project has no script of the kind. */
export const NOTHING_TO_DO = "–";

/** The app synthesizes, `cdktf synth` does not start. */
export const WITHOUT_CLI = "without cdktf-cli";

/** Tries a step with a project, for which the steps before have been tried. */
export const tryStep: Readonly<Record<Step, (workshop: Workshop, install: Install) => Promise<Attempt>>> = {
  install: async (workshop, install) => yesOrNo(await workshop.install(install)),
  types: (workshop, install) => script(workshop, install, "build"),
  tests: (workshop, install) => script(workshop, install, "test"),
  synth: async (workshop, { consumer }) => {
    // Tests of the project may have written it.
    rmSync(join(workshop.directory(consumer), "cdktf.out"), { recursive: true, force: true });
    const byCli = await workshop.run(consumer, "npm", "run", "synth");
    if (byCli.succeeded) return yesOrNo(byCli);
    const alone = await workshop.runApp(consumer);
    const output = `${byCli.output}\n${alone.output}`;
    return { outcome: alone.succeeded ? WITHOUT_CLI : "no", output };
  },
  proof: async (workshop, { consumer }) => {
    const { succeeded, output } = await workshop.run(consumer, "npx", "cdktf-private-fargate", "check", "cdktf.out");
    const [verdict = "no"] = /^proved.*$/m.exec(output) ?? [];
    return { outcome: succeeded ? verdict : "no", output };
  },
};

/** Tries all steps with a project. */
export async function tryConsumer(
  workshop: Workshop,
  install: Install,
  report: (step: Step, attempt: Attempt) => void,
): Promise<Outcomes> {
  const outcomeOf = async (step: Step) => {
    const attempt = await tryStep[step](workshop, install);
    report(step, attempt);
    return attempt.outcome;
  };
  return {
    install: await outcomeOf("install"),
    types: await outcomeOf("types"),
    tests: await outcomeOf("tests"),
    synth: await outcomeOf("synth"),
    proof: await outcomeOf("proof"),
  };
}

async function script(workshop: Workshop, { consumer }: Install, name: string): Promise<Attempt> {
  if (!consumer.scripts.has(name)) return { outcome: NOTHING_TO_DO, output: "" };
  return yesOrNo(await workshop.run(consumer, "npm", "run", name));
}

function yesOrNo({ succeeded, output }: Ended): Attempt {
  return { outcome: succeeded ? "yes" : "no", output };
}
