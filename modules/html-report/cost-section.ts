import { shownAmount } from "../cost/amount";
import type { NetworkCost } from "../cost/cost-of";
import { describeBasis, describeNetwork, describeWay, endpointRow, priceRow, sentencesOf } from "../cost/cost-words";
import { type Html, html } from "./html";
import { pageTable, type Section } from "./section";

/** What the endpoints of each network cost in a month. */
export function costSection(costs: readonly NetworkCost[]): readonly Section[] {
  if (costs.length === 0) return [];
  return [{ id: "cost", title: "Cost", content: html`${costs.map(describe)}` }];
}

function describe(cost: NetworkCost, index: number): Html {
  const id = `cost-${index + 1}`;
  const ways = cost.ways.map(({ way, hours, data, total }) => [
    describeWay(way, cost),
    ...[hours, data, total].map(shownAmount),
  ]);
  return html`<h3>${describeNetwork(cost)}</h3>
${pageTable({
  id: `${id}-ways`,
  caption: describeBasis(cost),
  heading: ["Way to AWS", "Hours", "Traffic", "Total"],
  rows: ways,
  isNumber: (column) => column > 0,
})}<ul>${sentencesOf(cost).map((text) => html`<li>${text}</li>`)}</ul>
<details>
<summary>Endpoints and prices</summary>
${pageTable({
  id: `${id}-endpoints`,
  caption: "Each endpoint for standing there, US dollars in a month",
  heading: ["Endpoint", "Type", "Zones", "Hours"],
  rows: cost.endpoints.map((endpoint) => {
    const [name, ...others] = endpointRow(endpoint, cost);
    return [html`<code>${name}</code>`, ...others];
  }),
  isNumber: (column) => column > 1,
})}${pageTable({
  id: `${id}-prices`,
  caption: "The prices",
  heading: ["Price", "USD", "As of", "Confidence", "Source"],
  rows: cost.prices.map(priceRow),
  isNumber: (column) => column === 1,
})}</details>
`;
}
