import type { Topology } from "../topology/topology";
import { type Area, around, bottomOf, centreOf, onGrid, UNIT } from "./area";
import type { Card, Frame, Mark } from "./boxes";
import type { Calls } from "./calls";
import { type CardContent, cardContents } from "./card-content";
import { type Layers, layersOf } from "./layers";
import { heightOfCard, placeCard, widthOfCards } from "./place-card";
import { type Gutters, grownTo, type PlacedVpc, placeVpc } from "./place-vpc";
import { type VpcContent, vpcContents } from "./vpc-content";

/** Everything but lines at its place. */
export interface Arrangement {
  readonly frames: readonly Frame[];
  readonly cards: readonly Card[];
  /** The card that a part is in. */
  cardOf(part: string): string | undefined;
}

/** VPCs stand side by side where all of it is at most so wide: wider than a page, it would be read at a glass. */
const WIDEST_ACROSS = 1240;
const BETWEEN_COLUMNS = 72;
const BETWEEN_VPCS = 56;
const BETWEEN_CARDS = 24;

/** All boxes of a topology, from a corner to the right and down. */
export function arrange(
  topology: Topology,
  calls: Calls,
  corner: { readonly x: number; readonly y: number },
  gutters: Gutters,
): Arrangement {
  const layers = layersOf(topology);
  const contents = vpcContents(topology, calls);
  const outside = topology.outside.flatMap((part) => cardContents(part.id, [part], calls));
  const hue = (number: number): Mark["verdict"] => calls.troubles[number - 1]?.verdict;
  const neighbours = neighboursOf(topology);
  const cardOfPart = new Map(
    [...contents.flatMap(contentsOf), ...outside].flatMap(({ id, parts }) => parts.map((part) => [part, id] as const)),
  );
  const order = contents.toSorted((a, b) => layers.layerOf(a.vpc.id) - layers.layerOf(b.vpc.id));
  const width = (columns: readonly Column[]) =>
    columns.reduce((sum, column) => sum + column.width + BETWEEN_COLUMNS, 0);
  const across = columnsAcross(order, outside, layers, gutters, hue, neighbours);
  const columns = width(across) - BETWEEN_COLUMNS <= WIDEST_ACROSS ? across : columnsDown(order, outside, gutters, hue);

  const frames: Frame[] = [];
  const cards: Card[] = [];
  const middles = new Map<string, number>();
  const put = (card: Card, { parts }: CardContent) => {
    cards.push(card);
    for (const part of parts) middles.set(part, centreOf(card.area).y);
  };
  const wanted = ({ parts }: CardContent): number | undefined => {
    const known = parts.flatMap((part) =>
      [...(neighbours.get(part) ?? [])].flatMap((other) => middles.get(other) ?? []),
    );
    return known.length === 0 ? undefined : known.reduce((sum, y) => sum + y, 0) / known.length;
  };
  const stack = (of: readonly CardContent[], x: number, top: number, cardWidth: number): readonly Card[] => {
    let y = top;
    return of
      .map((content, index) => ({ content, index, at: wanted(content) ?? 0 }))
      .toSorted((a, b) => a.at - b.at || a.index - b.index)
      .map(({ content, at }) => {
        const height = heightOfCard(content);
        y = Math.max(y, Math.round((at - height / 2) / UNIT) * UNIT);
        const card = placeCard(content, { x, y }, cardWidth, hue);
        put(card, content);
        y += onGrid(height) + BETWEEN_CARDS;
        return card;
      });
  };
  let x = corner.x;
  const free: { readonly column: Column; readonly x: number; readonly top: number }[] = [];
  for (const column of columns) {
    let y = corner.y;
    for (const place of column.vpcs) {
      const placed = place({ x, y });
      const byId = new Map(contentsOf(placed.content).map((content) => [content.id, content]));
      for (const card of placed.vpc.cards) {
        const content = byId.get(card.id);
        if (content !== undefined) put(card, content);
      }
      const railed = placed.vpc.rails.flatMap((rail) => stack(rail.cards, rail.x, rail.top, rail.width));
      const frame = grownTo(placed.vpc.frame, railed, column.width);
      frames.push(frame, ...placed.vpc.inner);
      y = bottomOf(frame.area) + BETWEEN_VPCS;
    }
    free.push({ column, x, top: y });
    x += column.width + BETWEEN_COLUMNS;
  }
  for (const { column, x: left, top } of free) stack(column.outside, left, top, widthOfCards(column.outside));
  return { frames, cards, cardOf: (part) => cardOfPart.get(part) };
}

/** The room that all boxes take. */
export function extentOf({ frames, cards }: Arrangement): Area {
  const areas = [...frames, ...cards].map(({ area }) => area);
  return areas.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : around(areas);
}

type PlaceVpc = (origin: { readonly x: number; readonly y: number }) => {
  readonly vpc: PlacedVpc;
  readonly content: VpcContent;
};

/** A column of the picture: VPCs one below the other, and below them what is outside of all. */
interface Column {
  readonly width: number;
  readonly vpcs: readonly PlaceVpc[];
  readonly outside: readonly CardContent[];
}

type Neighbours = ReadonlyMap<string, ReadonlySet<string>>;

function columnsAcross(
  contents: readonly VpcContent[],
  outside: readonly CardContent[],
  layers: Layers,
  gutters: Gutters,
  hue: (number: number) => Mark["verdict"],
  neighbours: Neighbours,
): readonly Column[] {
  const layerOfCard = ({ parts: [part = ""] }: CardContent) => layers.layerOf(layers.nodeOf(part) ?? part);
  const all = [...contents.map(({ vpc }) => layers.layerOf(vpc.id)), ...outside.map(layerOfCard)];
  return [...new Set(all)]
    .toSorted((a, b) => a - b)
    .map((layer) => {
      const vpcs = contents
        .filter(({ vpc }) => layers.layerOf(vpc.id) === layer)
        .map((content): PlaceVpc => {
          // A card that only leads to what stands to the left is at the left.
          const leadsLeft = ({ parts }: CardContent) => {
            const others = parts.flatMap((part) => [...(neighbours.get(part) ?? [])]);
            const sides = others
              .map((other) => layers.layerOf(layers.nodeOf(other) ?? other) - layer)
              .filter((side) => side !== 0);
            return sides.length > 0 && sides.every((side) => side < 0);
          };
          const rails = {
            left: content.cards.filter(leadsLeft),
            right: content.cards.filter((card) => !leadsLeft(card)),
          };
          return (origin) => ({ vpc: placeVpc(content, rails, origin, gutters, hue), content });
        });
      return columnOf(
        vpcs,
        outside.filter((card) => layerOfCard(card) === layer),
      );
    });
}

function columnsDown(
  contents: readonly VpcContent[],
  outside: readonly CardContent[],
  gutters: Gutters,
  hue: (number: number) => Mark["verdict"],
): readonly Column[] {
  const vpcs = contents.map(
    (content): PlaceVpc =>
      (origin) => ({ vpc: placeVpc(content, { left: [], right: content.cards }, origin, gutters, hue), content }),
  );
  return [columnOf(vpcs, []), ...(outside.length === 0 ? [] : [columnOf([], outside)])];
}

function columnOf(vpcs: readonly PlaceVpc[], outside: readonly CardContent[]): Column {
  const widths = vpcs.map((place) => place({ x: 0, y: 0 }).vpc.frame.area.width);
  return { width: Math.max(...widths, outside.length === 0 ? 0 : widthOfCards(outside)), vpcs, outside };
}

function contentsOf({ rows, cards }: VpcContent): readonly CardContent[] {
  const inSubnets = rows.flatMap(({ subnets }) =>
    subnets.flatMap((each) => (each === undefined ? [] : [...each.callers, ...each.called])),
  );
  return [...inSubnets, ...cards];
}

/** The parts that a way or a link leads to from each, and from which one leads to it. */
function neighboursOf({ ways, links }: Topology): Neighbours {
  const neighbours = new Map<string, Set<string>>();
  const add = (a: string, b: string) => {
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
    neighbours.set(b, (neighbours.get(b) ?? new Set()).add(a));
  };
  for (const { from, through } of ways) {
    let last = from;
    for (const next of through) {
      add(last, next);
      last = next;
    }
  }
  for (const { from, to } of links) add(from, to);
  return neighbours;
}
