import { remarks, weight, withPlaceOnce } from "../issues/issue-parts";
import { callsInWords, type FoundIssue } from "../reachability/report/found-issues";
import { type Html, html } from "./html";
import type { Section } from "./section";
import { badge, sentence } from "./words";

/** A finding with the name of its place in the page. */
export interface PlacedFinding extends FoundIssue {
  readonly id: string;
}

const ORDER = ["error", "warning", "note", "accepted"];

/** Findings as the page has them: the worst first, each with a place that links lead to. */
export function placedFindings(found: readonly FoundIssue[]): readonly PlacedFinding[] {
  const rank = ({ issue }: FoundIssue) => ORDER.indexOf(weight(issue));
  return found
    .toSorted((one, other) => rank(one) - rank(other))
    .map((each, index) => ({ ...each, id: `finding-${index + 1}` }));
}

/** What is wrong or not known, each once, with what to do. */
export function findingsSection(findings: readonly PlacedFinding[]): readonly Section[] {
  const open = findings.filter(({ issue }) => issue.accepted === undefined);
  const content =
    open.length === 0 ? html`<p>Nothing is broken, and nothing is left open.</p>` : html`${open.map(finding)}`;
  return [{ id: "findings", title: "Findings", content }];
}

/** What is accepted knowingly, with the reasons. */
export function acceptancesSection(findings: readonly PlacedFinding[]): readonly Section[] {
  const accepted = findings.filter(({ issue }) => issue.accepted !== undefined);
  return accepted.length === 0 ? [] : [{ id: "accepted", title: "Accepted", content: html`${accepted.map(finding)}` }];
}

function finding({ id, issue, calls }: PlacedFinding): Html {
  const { severity = "error", accepted, code, path, problem } = withPlaceOnce(issue);
  const rows = remarks(issue).map(([word, text]) => html`<dt>${word}</dt><dd>${sentence(text)}</dd>`);
  return html`<article class="finding" id="${id}" aria-labelledby="${id}-title">
<h3 id="${id}-title">${badge(accepted === undefined ? severity : "accepted")} <code>${code}</code></h3>
<p class="problem">${path === undefined ? undefined : html`<code>${path}</code>: `}${sentence(problem)}</p>
<dl>${rows}${calls.size === 0 ? undefined : html`<dt>calls</dt><dd>${callsInWords(calls)}</dd>`}</dl>
</article>
`;
}
