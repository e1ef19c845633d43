import { costAsJson } from "../cost/cost-as-json";
import { costAsMarkdown } from "../cost/cost-as-markdown";
import { costOf, type NetworkCost } from "../cost/cost-of";
import { explainCost } from "../cost/explain-cost";
import type { Command } from "./command";
import { costNetworks } from "./cost-networks";
import { COST_OPTIONS, costOptions } from "./cost-options";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import { formatOption, type Renderers, writeRendered } from "./formats";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const FORMATS = ["text", "json", "markdown"] as const;

const OPTIONS = {
  ...COST_OPTIONS,
  format: formatOption(FORMATS),
  verbose: { summary: "show each endpoint, and each price with its day and its source" },
} as const satisfies OptionTable;

const REMARKS = `PATH is what plan reads: a task definition, several for tasks that share a network, or a plan that --format json has
printed. Or it is what check reads: a folder of Terraform, a configuration in JSON, cdktf.out, or the JSON of a plan;
then each VPC has an answer, with its own Region and zones, and the endpoints that no task is known to call.

Prices are of the day that --verbose shows, with their sources. A Region without a price is unknown; the price list
of AWS tells it: aws pricing get-products --region us-east-1 --service-code AmazonVPC for endpoints, AmazonEC2 for
NAT gateways, each with --filters Type=TERM_MATCH,Field=regionCode,Value=REGION.

exit status: 0, also where a price is not known, or 2 where the command line or a PATH cannot be used`;

/** `private-fargate cost`: what endpoints cost in a month, against NAT gateways and a hub. */
export const costCommand: Command = {
  name: "cost",
  operands: "PATH…",
  summary: "show what endpoints cost in a month, and what NAT gateways would",
  options: OPTIONS,
  remarks: REMARKS,
  run: cost,
};

const RENDERERS: Renderers<readonly NetworkCost[], (typeof FORMATS)[number]> = {
  text: (costs, style) => costs.map((each) => explainCost(each, style)).join("\n\n"),
  json: costAsJson,
  markdown: (costs, style) => costs.map((each) => costAsMarkdown(each, style)).join("\n\n"),
};

async function cost({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  if (operands.length === 0) {
    throw new UnusableInputError(
      "there is no path; write private-fargate cost PATH…, for example private-fargate cost task.json",
    );
  }
  const said = await costOptions(options, terminal);
  const networks = await costNetworks(operands, said.zones, terminal);
  const costs = networks.map((network) => costOf(network, said));
  await writeRendered(costs, RENDERERS, options, terminal);
  return EXIT_CODE.success;
}
