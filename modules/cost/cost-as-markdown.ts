import { code, prose, table } from "../text/markdown";
import type { ReadingOptions } from "../text/reading-options";
import { shownAmount } from "./amount";
import type { NetworkCost } from "./cost-of";
import { describeBasis, describeNetwork, describeWay, endpointRow, priceRow, sentencesOf } from "./cost-words";

/** Costs as Markdown: a table of the ways to AWS, a list of what follows, and in full the endpoints and the prices. */
export function costAsMarkdown(cost: NetworkCost, { brief = false }: ReadingOptions = {}): string {
  const ways = cost.ways.map(({ way, hours, data, total }) => [
    describeWay(way, cost),
    ...[hours, data, total].map(shownAmount),
  ]);
  const list = sentencesOf(cost).map((sentence) => `- ${prose(sentence)}`);
  return [
    `${prose(describeNetwork(cost))}. ${describeBasis(cost)}.`,
    table(["Way", "Hours", "Traffic", "Total"], ways),
    ...(list.length === 0 ? [] : [list.join("\n")]),
    ...(brief ? [] : details(cost)),
  ].join("\n\n");
}

function details(cost: NetworkCost): readonly string[] {
  const endpoints = cost.endpoints.map((each) => {
    const [name, ...others] = endpointRow(each, cost);
    return [code(name), ...others];
  });
  return [
    table(["Endpoint", "Type", "Zones", "Hours"], endpoints),
    table(
      ["Price", "USD", "As of", "Confidence", "Source"],
      cost.prices.map((price) => priceRow(price).map(prose)),
    ),
  ];
}
