import { ConfigurationError } from "../../modules/issues/configuration-error";
import { EndpointPlan } from "../../modules/planning/plan/endpoint-plan";
import { missingEndpointIssues } from "../../modules/planning/plan/missing-endpoint-issues";
import { ContainerImage } from "../../modules/task/images/container-image";
import { prose } from "../../modules/text/markdown";
import { headingAnchor } from "./heading-anchor";
import { ISSUE_TOPICS } from "./issue-topics";
import type { IssueOfTopic, IssueTopic } from "./issue-topics/issue-topic";

/** The text of `docs/errors.md`. */
export function errorsPage(): string {
  return `${[introduction(), contents(), ...ISSUE_TOPICS.map(topicSection)].join("\n\n")}\n`;
}

const REPOSITORY = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders";

/** What a service says without one of the endpoints that its task needs. */
function example(): ConfigurationError {
  const task = { family: "orders", containers: { api: { image: ContainerImage.ecr(REPOSITORY) } } };
  const endpoints = [
    { service: "s3", type: "Gateway" },
    { service: "ecr.dkr", type: "Interface" },
    { service: "logs", type: "Interface" },
  ] as const;
  const plan = EndpointPlan.forTasks([task]).in({ region: "eu-west-1", endpoints });
  return new ConfigurationError("orders-stack/orders (FargateService)", [...missingEndpointIssues(plan, "task")]);
}

function introduction(): string {
  return `# Errors

<!-- Generated from modules/issues/table by scripts/generate-pages.ts. Do not edit. -->

Everything that this library finds wrong, uncertain or worth a look is an issue: a code, where it is, what was found, why
it matters, and what to type. All issues of a construct or of an input come together, for example:

\`\`\`text
${`${example()}`.trimEnd()}
\`\`\`

Search this page for the code, or put it behind the address of this page: \`errors.md#endpoint-missing\`. In code an issue is
data, \`{ code, severity, path, problem, why, fix }\`, of the type \`Issue\`.

An **error** stops the synthesis, and the command then ends with a status other than 0. A **warning** deserves a look. A
**note** says what is not known, and what to assure. An entry below is an error unless it says otherwise.

Where you meet them:

- **In a constructor**: what literals show is thrown at once as a \`ConfigurationError\`, on your own line. Warnings and notes
  become annotations, which \`cdktf synth\` shows.
- **In \`cdktf synth\`**: what only the whole shows, such as routes, security groups and policies, is proved over the emitted
  Terraform.
- **In \`private-fargate plan\`**: what is wrong with a task definition, or out of its reach. See [The command](command.md).
- **In \`private-fargate check\`**: the same proof, over any Terraform.`;
}

function contents(): string {
  const topics = ISSUE_TOPICS.map(({ title }) => `- [${title}](#${headingAnchor(title)})`);
  return `By topic:\n\n${topics.join("\n")}`;
}

function topicSection({ title, about, issues }: IssueTopic): string {
  return [`## ${title}`, about, ...issues.map(entry)].join("\n\n");
}

function entry({ code, severities = ["error"], what, why, fix, source }: IssueOfTopic): string {
  const isError = severities.join() === "error";
  const lines = [
    ...(isError ? [] : [`- **Severity**: ${severities.join(" or ")}`]),
    `- **Why**: ${sentence(why)}`,
    `- **Fix**: ${fix}`,
    ...(source === undefined ? [] : [`- **Source**: <${source}>`]),
  ];
  return `### ${code}\n\n${what}\n\n${lines.join("\n")}`;
}

/** A clause of a message as a sentence of Markdown. */
function sentence(clause: string): string {
  return `${prose(clause.charAt(0).toUpperCase() + clause.slice(1))}.`;
}
