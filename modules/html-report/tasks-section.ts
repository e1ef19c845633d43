import { issueKey } from "../issues/issue-key";
import type { AcceptedIssue, DependencyProof, Hop, Proof, TaskProof } from "../reachability/model/proof";
import { startersOf } from "../reachability/model/starters";
import { describeService, describeTask } from "../reachability/report/explain-proof";
import { HOP_TITLES } from "../reachability/report/hop-titles";
import { standing } from "../reachability/report/summarize-proof";
import type { PlacedFinding } from "./findings-section";
import { type Html, html } from "./html";
import type { Section } from "./section";
import { badge, codes, sentence } from "./words";

/** Where a finding stands in the page. */
type Link = (issue: AcceptedIssue) => Html | undefined;

/** Each task with its calls, and each call with the hops of its way. What is not proved is open to be read. */
export function tasksSection({ tasks }: Proof, findings: readonly PlacedFinding[]): readonly Section[] {
  const content =
    tasks.length === 0
      ? html`<p>There is no Fargate task.</p>`
      : html`${tasks.map((task) => describe(task, linkTo(findings)))}`;
  return [{ id: "tasks", title: "Tasks", content }];
}

/** By what makes an issue the same in a list of findings: the same fix at the same place. */
function linkTo(findings: readonly PlacedFinding[]): Link {
  return (issue) => {
    const found =
      findings.find((each) => issueKey(each.issue) === issueKey(issue)) ??
      findings.find(
        ({ issue: { code, path, fix } }) => code === issue.code && path === issue.path && fix === issue.fix,
      );
    return found === undefined ? undefined : html`<a href="#${found.id}">${issue.code}</a>`;
  };
}

function describe(task: TaskProof, link: Link): Html {
  const { dependencies, issues } = task;
  const links = issues.flatMap((issue) => link(issue) ?? []);
  const counts = describeTask(task).slice(task.verdict.length).replace(/^, /, "");
  return html`<article class="task">
<h3>${badge(task.verdict)} ${task.task}</h3>
<p class="quiet">${counts === "" ? undefined : `${counts}; `}started by ${codes(startersOf(task))}</p>
${dependencies.map((dependency) => describeCall(dependency, link))}${
  links.length === 0
    ? undefined
    : html`<p>Of the task itself: ${joined(links)}</p>
`
}</article>
`;
}

function describeCall(dependency: DependencyProof, link: Link): Html {
  const { hops, issue } = dependency;
  const stands = standing(dependency);
  const finding = issue && link(issue);
  return html`<details class="call"${stands === "proved" ? undefined : html` open`}>
<summary>${badge(stands)} <span class="service">${describeService(dependency)}</span>${inBrief(dependency)}</summary>
<ol class="hops">
${hops.map(describeHop)}</ol>
${
  finding === undefined
    ? undefined
    : html`<p>What to do: ${finding}</p>
`
}</details>
`;
}

/** What a call comes to where its hops are not to be seen: what it goes through, or where it stops. */
function inBrief({ verdict, hops }: DependencyProof): Html | undefined {
  const [first] = hops;
  const stop = hops.find((hop) => hop.verdict !== "proved");
  if (verdict !== "proved" && stop !== undefined) return html` <span class="quiet">${HOP_TITLES[stop.hop]}</span>`;
  const [address] = first?.resources ?? [];
  return address === undefined ? undefined : html` <code class="quiet">${address}</code>`;
}

/** What the text names already is not named again. */
function describeHop({ hop, verdict, text, resources }: Hop): Html {
  const others = resources.filter((address) => !text.includes(address));
  return html`<li><span class="hop">${HOP_TITLES[hop]}</span>${
    verdict === "proved" ? undefined : html` ${badge(verdict)}`
  } <span>${sentence(text)}</span>${others.length === 0 ? undefined : html` <span class="quiet">${codes(others)}</span>`}</li>
`;
}

function joined(parts: readonly Html[]): Html {
  return html`${parts.map((part, index) => [index === 0 ? "" : ", ", part])}`;
}
