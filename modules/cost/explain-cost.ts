import { inColumns } from "../text/columns";
import { fillLines } from "../text/fill-lines";
import { piecesOf } from "../text/pieces";
import type { ReadingOptions } from "../text/reading-options";
import { shownAmount } from "./amount";
import type { NetworkCost } from "./cost-of";
import { describeBasis, describeNetwork, describeWay, endpointRow, priceRow, sentencesOf } from "./cost-words";

/**
 * Costs as text: a table of the ways to AWS, from where on which costs less, and in full each endpoint and each price with its
 * source.
 */
export function explainCost(cost: NetworkCost, { brief = false, width }: ReadingOptions = {}): string {
  const ways = cost.ways.map(({ way, hours, data, total }) => [
    describeWay(way, cost),
    ...[hours, data, total].map(shownAmount),
  ]);
  return [
    ...[describeNetwork(cost), describeBasis(cost)].flatMap((text) =>
      fillLines("", text.split(" "), 2, width ?? Number.POSITIVE_INFINITY),
    ),
    "",
    ...inColumns([["", "hours", "traffic", "total"], ...ways], (column) => column > 0, width),
    "",
    ...sentencesOf(cost).flatMap((sentence) => fillLines("  ", piecesOf(sentence), 2, width)),
    ...(brief ? [] : details(cost, width)),
  ].join("\n");
}

function details(cost: NetworkCost, width?: number): readonly string[] {
  const endpoints = cost.endpoints.map((each) => endpointRow(each, cost));
  return [
    "",
    ...inColumns([["endpoint", "type", "zones", "hours"], ...endpoints], (column) => column > 1, width),
    "",
    ...inColumns(
      [["price", "USD", "as of", "confidence", "source"], ...cost.prices.map(priceRow)],
      (column) => column === 1,
      width,
    ),
  ];
}
