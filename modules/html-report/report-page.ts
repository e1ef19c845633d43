import type { NetworkCost } from "../cost/cost-of";
import type { PlanContent } from "../planning/plan/planned-endpoint";
import type { Proof } from "../reachability/model/proof";
import { foundIssues } from "../reachability/report/found-issues";
import { summarizeProof } from "../reachability/report/summarize-proof";
import { assumptionsSection } from "./assumptions-section";
import { costSection } from "./cost-section";
import { acceptancesSection, findingsSection, placedFindings } from "./findings-section";
import { Html, html } from "./html";
import { pictureSection } from "./picture-section";
import { planSection } from "./plan-section";
import { renderSection, type Section } from "./section";
import { STYLE_SHEET } from "./style-sheet";
import { tasksSection } from "./tasks-section";
import { badge } from "./words";

/** What a page tells. */
export interface Report {
  readonly proof: Proof;
  /** The endpoints that the tasks of the proof need. */
  readonly plan: PlanContent;
  /** What the networks cost in which the tasks run. */
  readonly costs: readonly NetworkCost[];
  /** A picture of the network in SVG. @default - there is none */
  readonly picture?: string;
}

/** Nothing of the page is from elsewhere, and no script runs, whatever a name in it says. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/**
 * A report as one page of HTML, for people who do not read a terminal: the verdict, the picture, what is found and what to do,
 * each call with its way, and what the endpoints are for and cost. The same report makes the same bytes.
 */
export function reportPage({ proof, plan, costs, picture }: Report): string {
  const findings = placedFindings(foundIssues(proof));
  const sections = [
    ...pictureSection(picture),
    ...findingsSection(findings),
    ...tasksSection(proof, findings),
    ...assumptionsSection(proof),
    ...acceptancesSection(findings),
    ...planSection(plan),
    ...costSection(costs),
  ];
  const summary = summarizeProof(proof);
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${summary}</title>
<style>${new Html(STYLE_SHEET)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<p class="quiet">Do the Fargate tasks reach what they call?</p>
<h1>${badge(proof.verdict)} ${summary.slice(proof.verdict.length).replace(/^[:,] /, "")}</h1>
${contents(sections)}</header>
<main id="content" tabindex="-1">
${sections.map(renderSection)}</main>
<footer><p class="quiet">private-fargate check --format html</p></footer>
</body>
</html>`.text;
}

function contents(sections: readonly Section[]): Html {
  return html`<nav aria-label="Contents"><ul>${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
`;
}
