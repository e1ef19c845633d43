import { PLATFORM_VERSIONS } from "../aws/platform-version";
import { type Issue, inLanguage, isError } from "../issues/issue";
import type { IssueSeverity } from "../issues/table/issue-row";
import { describePlan, explainAsText } from "../planning/plan/explain-as-text";
import { describeDifference, differenceAsMarkdown, differenceAsText } from "../planning/plan/explain-difference";
import { planAsJson } from "../planning/plan/plan-as-json";
import { planAsMarkdown } from "../planning/plan/plan-as-markdown";
import { type PlanDifference, planDifference } from "../planning/plan/plan-difference";
import type { PlanContent } from "../planning/plan/planned-endpoint";
import { counted } from "../text/words";
import { readBasePlan } from "./base-plan";
import type { Command } from "./command";
import { documentPlaces } from "./document-places";
import { EXIT_CODE, type ExitCode } from "./exit-code";
import type { Locate } from "./findings/place";
import { sarif } from "./findings/sarif";
import { workflowCommands } from "./findings/workflow-commands";
import { formatOption, type Renderers, VERBOSE_OPTION, writeRendered } from "./formats";
import { checkedServices, listed } from "./list-options";
import { packageVersion } from "./package-version";
import type { CommandArguments, OptionTable } from "./parse-arguments";
import { planOfDocuments } from "./plan-of-documents";
import type { Launch } from "./plan-of-reading";
import { readTaskDocuments } from "./read-document";
import { readInput } from "./read-input";
import { checkedRegion } from "./region-option";
import type { Terminal } from "./terminal";
import { UnusableInputError } from "./unusable-input";

const FORMATS = ["text", "json", "markdown", "github", "sarif"] as const;

const OPTIONS = {
  "platform-version": {
    value: "VERSION",
    choices: PLATFORM_VERSIONS,
    summary: "platform version that the task runs on; by default 1.4.0, on Windows 1.0.0",
  },
  "execute-command": { summary: "plan for ECS Exec as well" },
  uses: {
    value: "SERVICES",
    isList: true,
    summary: "services that the application calls, for example sqs,dynamodb; may be repeated",
  },
  "reachable-host": {
    value: "HOSTS",
    isList: true,
    summary: "hosts outside AWS that the task reaches within its VPC, for example a registry of yours; may be repeated",
  },
  fips: { summary: "plan for an account that runs Fargate in FIPS mode" },
  "subnet-has-nat": { summary: "plan for a subnet with a route to a NAT gateway: what no endpoint can help is a note" },
  policies: { summary: "show the statements that a policy of each endpoint needs, each with its reasons" },
  base: {
    value: "OLD",
    summary: "print what differs from another plan: a task definition, or what --format json has printed",
  },
  region: { value: "REGION", summary: "Region that the task runs in; by default that of the ARN in the file" },
  format: formatOption(FORMATS),
  verbose: VERBOSE_OPTION,
} as const satisfies OptionTable;

const REMARKS = `FILE is a task definition in JSON or YAML: the answer of aws ecs describe-task-definition, the input of
aws ecs register-task-definition, container_definitions of Terraform, or a template of CloudFormation, whose task
definitions are planned for together. With - it comes from standard input.

With --base the answer is what FILE needs and OLD did not (+), and the other way round (-).

exit status: 0, or 1 where an issue of FILE is an error, or 2 where the command line or the file cannot be used`;

/** `private-fargate plan`: which endpoints a task definition needs, and why. */
export const planCommand: Command = {
  name: "plan",
  operands: "FILE",
  summary: "show which VPC endpoints a task definition needs, and why",
  options: OPTIONS,
  remarks: REMARKS,
  run: plan,
};

/** What the command line says of how the task is run. */
function launchOf(options: CommandArguments["options"]): Launch {
  const region = checkedRegion(options.get("region"));
  const platformVersion = options.get("platform-version");
  return {
    ...(platformVersion === undefined ? {} : { platformVersion }),
    ...(region === undefined ? {} : { region }),
    executeCommand: options.has("execute-command"),
    uses: checkedServices(options.get("uses")),
    reachableHosts: listed(options.get("reachable-host")),
    fips: options.has("fips"),
    policies: options.has("policies"),
    ...(options.has("subnet-has-nat") ? { wayOut: "nat-gateway" } : {}),
  };
}

function renderersFor(locate: Locate): Renderers<PlanContent, (typeof FORMATS)[number]> {
  return {
    text: explainAsText,
    json: planAsJson,
    markdown: planAsMarkdown,
    github: (plan, style) => workflowCommands(describePlan(plan), plan.issues, locate, style),
    sarif: (plan) => sarif(plan.issues, locate, packageVersion()),
  };
}

function differenceRenderers(locate: Locate, plan: PlanContent): Renderers<PlanDifference, (typeof FORMATS)[number]> {
  return {
    text: differenceAsText,
    json: (difference) => difference,
    markdown: differenceAsMarkdown,
    github: (difference, style) => workflowCommands(describeDifference(difference), plan.issues, locate, style),
    sarif: () => sarif(plan.issues, locate, packageVersion()),
  };
}

async function plan({ options, operands }: CommandArguments, terminal: Terminal): Promise<ExitCode> {
  const launch = launchOf(options);
  const file = onlyFile(operands);
  const base = options.get("base");
  if (file === "-" && base === "-") {
    throw new UnusableInputError(
      "only one of FILE and --base can come from standard input; write the name of the other",
    );
  }
  if (base !== undefined && options.has("policies")) {
    throw new UnusableInputError(
      "--base shows what endpoints differ, --policies the statements of one plan; leave one out",
    );
  }
  const input = await readInput(file, terminal);
  const documents = await readTaskDocuments(input);
  terminal.announce?.(`planning ${counted(documents.length, "task definition")}`);
  const answer = shown(planOfDocuments(documents, input, launch));
  const locate = documentPlaces(input, documents, terminal.workspace ?? process.cwd());
  if (base === undefined) await writeRendered(answer, renderersFor(locate), options, terminal);
  else {
    const old = await readBasePlan(await readInput(base, terminal), async (other) =>
      shown(planOfDocuments(await readTaskDocuments(other), other, launch)),
    );
    const difference = planDifference(old, planAsJson(answer));
    await writeRendered(difference, differenceRenderers(locate, answer), options, terminal);
  }
  return answer.issues.some(isError) ? EXIT_CODE.issues : EXIT_CODE.success;
}

function shown(content: PlanContent): PlanContent {
  return { ...content, issues: worstFirst(content.issues).map((each) => inLanguage(each, "ecs")) };
}

const SEVERITIES: readonly IssueSeverity[] = ["error", "warning", "note"];

function worstFirst(issues: readonly Issue[]): Issue[] {
  return SEVERITIES.flatMap((each) => issues.filter(({ severity = "error" }) => severity === each));
}

function onlyFile([file, ...others]: readonly string[]): string {
  const usage = "write private-fargate plan FILE, or - in place of FILE for standard input";
  if (file === undefined) throw new UnusableInputError(`there is no file; ${usage}`);
  if (others.length > 0) throw new UnusableInputError(`there is more than one file; ${usage}`);
  return file;
}
