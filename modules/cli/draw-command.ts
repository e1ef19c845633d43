import { drawTopology } from "../drawing/draw-topology";
import { proveReading, readDocuments } from "../reachability/prove-reachability";
import { counted } from "../text/words";
import type { Topology } from "../topology/topology";
import { topologyAsJson } from "../topology/topology-as-json";
import { topologyAsMermaid } from "../topology/topology-as-mermaid";
import { topologyOf } from "../topology/topology-of";
import { readCheckInputs } from "./check-inputs";
import type { Command } from "./command";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { listed } from "./list-options";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { readNetworkFiles } from "./read-network-file";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const FORMATS = ["svg", "mermaid", "json"] as const;

const OPTIONS = {
  source: { value: "DIR", summary: "folder of the configuration of a plan; it tells what the plan leaves unknown" },
  network: {
    value: "FILE",
    isList: true,
    summary: "snapshot of a VPC that exists; several with commas, or the option again",
  },
  format: { value: "FORMAT", choices: FORMATS, summary: `${FORMATS.join(", ")}; by default ${FORMATS[0]}` },
} as const satisfies OptionTable;

const REMARKS = `PATH is what check reads: a folder of Terraform, a configuration in JSON, cdktf.out, or the JSON of a plan. Several are
drawn together. The picture comes to standard output: private-fargate draw PATH > network.svg. It has its VPCs with
zones as columns and subnets by tier, what stands in them, and the way of each call: proved, broken with the first hop
that is, or not known. Mermaid is for the text of a pull request or an issue, between lines of three backquotes.

exit status: 0, also where something is broken, or 2 where the command line or a PATH cannot be used`;

/** `private-fargate draw`: a picture of a network, with the ways of the calls on it. */
export const drawCommand: Command = {
  name: "draw",
  operands: "PATH…",
  summary: "draw a network and the ways of the calls in it",
  options: OPTIONS,
  remarks: REMARKS,
  run: draw,
};

/** How a picture is written in each form. */
const RENDERERS: Readonly<Record<(typeof FORMATS)[number], (topology: Topology) => string>> = {
  svg: drawTopology,
  mermaid: topologyAsMermaid,
  json: (topology) => JSON.stringify(topologyAsJson(topology), undefined, 2),
};

async function draw({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  if (operands.length === 0) {
    throw new UnusableInputError(
      "there is no path; write private-fargate draw PATH…, for example private-fargate draw cdktf.out > network.svg",
    );
  }
  const { inputs, sources } = await readCheckInputs(operands, terminal, options.get("source"));
  const networks = await readNetworkFiles(listed(options.get("network")), terminal);
  terminal.announce?.(`working out ${counted(inputs.length, "configuration")}`);
  const reading = readDocuments(inputs, { sources, networks });
  terminal.announce?.(`drawing ${counted(reading.resources.length, "resource")}`);
  const format = FORMATS.find((each) => each === options.get("format")) ?? FORMATS[0];
  const text = RENDERERS[format](topologyOf(reading, proveReading(reading)));
  terminal.writeAnswer(text.endsWith("\n") ? text : `${text}\n`);
  return EXIT_CODE.success;
}
