import { stripVTControlCharacters } from "node:util";
import { adoptionFile, adoptionOf } from "../adoption/adoption-file";
import { existingResources } from "../adoption/existing-resources";
import { type ResourcesOfPlan, resourcesOfPlan } from "../adoption/resources-of-plan";
import { counted } from "../text/words";
import type { JsonValue } from "../values/json-value";
import type { Command } from "./command";
import { DocumentSyntaxError } from "./document-syntax-error";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { listed } from "./list-options";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { parseJson } from "./parse-json";
import { readInput } from "./read-input";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const OPTIONS = {
  move: { value: "OLD=NEW,...", isList: true, summary: "addresses of what is the same and is not found to be" },
  exists: { value: "ADDRESS,...", isList: true, summary: "what the plan would create and the account has" },
  errors: { value: "FILE", summary: "what an apply wrote that stopped because things exist already" },
} as const satisfies OptionTable;

const REMARKS = `PLAN is what terraform show -json writes of a plan of the new configuration on the old state, or - for standard
input. The blocks go to standard output: private-fargate adopt plan.json > adoption.tf, beside the configuration.
Nothing is changed until an apply, and its plan shows what it takes over. The file goes away after that.

exit status: 0 where the blocks are out, 2 where the command line or a file cannot be used`;

/** `private-fargate adopt`: the blocks with which a configuration takes over what stands. */
export const adoptCommand: Command = {
  name: "adopt",
  operands: "PLAN",
  summary: "take over what other Terraform made, or an interrupted apply: moved, import and removed blocks",
  options: OPTIONS,
  remarks: REMARKS,
  run: adopt,
};

async function adopt({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  const [file, another] = operands;
  if (file === undefined) {
    throw new UnusableInputError("there is no plan; write private-fargate adopt PLAN, made by terraform show -json");
  }
  if (another !== undefined) throw new UnusableInputError(`adopt takes one plan, and "${another}" is a second`);
  const resources = await readPlan(file, terminal);
  const log = options.get("errors");
  const failed =
    log === undefined ? [] : existingResources(stripVTControlCharacters((await readInput(log, terminal)).text));
  if (log !== undefined && failed.length === 0) {
    throw new UnusableInputError(`${log} names nothing that exists already; give it all that the apply wrote`);
  }
  const said = checkedMoves(options.get("move"), resources);
  const exists = listed(options.get("exists"));
  const imported = new Set(resources.importing.map(({ to }) => to));
  for (const address of exists) if (!imported.has(address)) checkArriving("exists", address, resources);
  terminal.announce?.(`matching ${counted(resources.arriving.length, "resource")} that would be created`);
  const adoption = adoptionOf(resources, { said, exists: new Set([...exists, ...failed]) });
  terminal.writeAnswer(adoptionFile(adoption));
  return EXIT_CODE.success;
}

async function readPlan(file: string, terminal: Terminal): Promise<ResourcesOfPlan> {
  const input = await readInput(file, terminal);
  const resources = resourcesOfPlan(parsed(input.name, input.text));
  if (resources === undefined) {
    throw new UnusableInputError(
      `${input.name} is no plan; write terraform plan -out=tfplan, and terraform show -json tfplan > plan.json`,
    );
  }
  return resources;
}

function parsed(name: string, text: string): JsonValue {
  try {
    return parseJson(text).value;
  } catch (error) {
    if (!(error instanceof DocumentSyntaxError)) throw error;
    throw new UnusableInputError(`${name} is no JSON: ${error.message}`);
  }
}

function checkedMoves(values: string | undefined, resources: ResourcesOfPlan): ReadonlyMap<string, string> {
  return new Map(
    listed(values).map((value) => {
      const [from = "", to = "", ...more] = value.split("=");
      if (from === "" || to === "" || more.length > 0) {
        throw new UnusableInputError(
          `--move cannot be "${value}"; write OLD=NEW, for example aws_vpc.main=aws_vpc.network`,
        );
      }
      if (![...resources.leaving, ...resources.forgotten].some(({ address }) => address === from)) {
        throw new UnusableInputError(`--move cannot be "${value}"; the plan destroys no ${from}`);
      }
      checkArriving("move", to, resources);
      return [to, from] as const;
    }),
  );
}

function checkArriving(option: string, address: string, { arriving }: ResourcesOfPlan): void {
  if (arriving.some((each) => each.address === address)) return;
  throw new UnusableInputError(`--${option} cannot name "${address}"; the plan creates no ${address}`);
}
