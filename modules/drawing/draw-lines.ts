import { someOf } from "../text/some-of";
import { groupedBy } from "../values/grouped-by";
import { type Area, centreOf, type Spot } from "./area";
import type { Card, DrawnLine, Frame, Label, LineKind } from "./boxes";
import { type FoundLine, findLine, type Port, portsOf } from "./find-line";
import { Lattice, LEVEL, UPRIGHT } from "./lattice";
import type { Leg } from "./legs";
import { Reached } from "./reached";

/** Lines, and how many places two of them share that lead to different cards. */
export interface DrawnLines {
  readonly lines: readonly DrawnLine[];
  readonly clashes: number;
}

/** A further head beside lines that lead to the same card: rather a join, unless that is a long way round. */
const EXTRA_HEAD = 24;
/** How far from a card a cross is. */
const CROSS_AT = 12;

/**
 * The lines of all legs, on a lattice: each takes the best way that is left, past cards and texts. Those of one kind that lead to
 * the same card run together, so that a card which thirty tasks call has one head of an arrow and not thirty.
 */
export function drawLines(
  legs: readonly Leg[],
  { width, height }: Pick<Area, "width" | "height">,
  frames: readonly Frame[],
  cards: readonly Card[],
  labels: readonly Label[],
): DrawnLines {
  const lattice = new Lattice(width, height, frames, cards, labels);
  const areas = new Map(cards.map(({ id, area }) => [id, area]));
  const nameOf = new Map(cards.map(({ id, title }) => [id, title]));
  const ports = new Map(cards.map(({ id, area }) => [id, portsOf(area, lattice)]));
  const roomsOf = (card: string): readonly string[] => {
    const area = areas.get(card);
    return area === undefined
      ? []
      : lattice.roomsAt(lattice.placeOf(centreOf(area))).map((room, index) => `${index}:${room}`);
  };
  const length = ({ from, to }: Leg) => distance(areas.get(from), areas.get(to));
  const nets = [...groupedBy(legs, netOf).values()]
    .map((net) => net.toSorted((a, b) => length(a) - length(b)))
    .toSorted((a, b) => weight(a[0]) - weight(b[0]) || length(a[0] ?? NOWHERE) - length(b[0] ?? NOWHERE));
  const reached = new Reached(lattice.columns * lattice.rows * 2);
  const lines: DrawnLine[] = [];
  let clashes = 0;
  for (const [index, net] of nets.entries()) {
    const tree = new Map<number, number>();
    for (const leg of net) {
      const home = new Set([...roomsOf(leg.from), ...roomsOf(leg.to)]);
      const search = { lattice, reached, net: index + 1, home, tree, extraHead: EXTRA_HEAD };
      const found = findLine({ ...search, from: ports.get(leg.from) ?? [], to: ports.get(leg.to) ?? [] });
      if (found === undefined) continue;
      const onwards = found.to === undefined ? tree.get(found.places.at(-1) ?? -1) : undefined;
      clashes += take(found, lattice, index + 1, tree);
      lines.push(lineOf(leg, found, onwards, lattice, nameOf));
    }
  }
  return { lines, clashes };
}

const NOWHERE: Leg = { from: "", to: "", ways: [] };

/** Legs with the same text run together. */
function netOf({ from, to, verdict, breaksAt }: Leg): string {
  return JSON.stringify(verdict === undefined ? [from, to] : [to, verdict, breaksAt]);
}

/** What is wrong takes the straightest way, what is a link the one that is left. */
function weight(leg: Leg | undefined): number {
  return leg?.verdict === undefined ? 1 : 0;
}

function distance(a: Area | undefined, b: Area | undefined): number {
  if (a === undefined || b === undefined) return 0;
  const from = centreOf(a);
  const to = centreOf(b);
  return Math.abs(from.x - to.x) + Math.abs(from.y - to.y);
}

/** So near to where a line begins nothing joins it: it would seem to come from there. */
const ALONE = 3;

/** Notes the places of a line, each with the one behind it. Its ends are no places to join at: there heads and crosses are. */
function take({ from, to, places }: FoundLine, lattice: Lattice, net: number, tree: Map<number, number>): number {
  const whole = [...from.stub.slice(0, -1), ...places, ...(to === undefined ? [] : to.stub.slice(0, -1).reverse())];
  let clashes = 0;
  for (const [index, place] of whole.entries()) {
    const next = whole[index + 1];
    if (next === undefined || next === place) continue;
    const direction = Math.abs(next - place) === 1 ? LEVEL : UPRIGHT;
    clashes += lattice.take([place, next], direction, index < ALONE ? -net : net);
    if (index >= ALONE && place !== to?.turn) tree.set(place, next);
  }
  return clashes;
}

function lineOf(
  leg: Leg,
  found: FoundLine,
  onwards: number | undefined,
  lattice: Lattice,
  nameOf: ReadonlyMap<string, string>,
): DrawnLine {
  const { from, to, places } = found;
  const spots = [from.edge, ...places.map((place) => lattice.spotOf(place)), ...(to === undefined ? [] : [to.edge])];
  // Who joins a line turns into it.
  if (onwards !== undefined) spots.push(lattice.spotOf(onwards));
  const kind: LineKind = leg.verdict ?? "link";
  const services = [...new Set(leg.ways.map(({ service }) => service))].toSorted();
  const ends = `${nameOf.get(leg.from) ?? leg.from} → ${nameOf.get(leg.to) ?? leg.to}`;
  const said = kind === "link" ? leg.text : `${someOf(services)}: ${kind}`;
  const cross = crossOf(leg, from, to);
  return {
    id: [leg.from, leg.to, kind, leg.breaksAt].filter((part) => part !== undefined).join(" "),
    kind,
    title: said === undefined ? ends : `${ends}, ${said}`,
    from: leg.from,
    to: leg.to,
    points: corners(spots),
    joins: to === undefined,
    ...(cross === undefined ? {} : { cross }),
  };
}

function crossOf({ breaksAt }: Leg, from: Port, to: Port | undefined): Spot | undefined {
  const port = breaksAt === "from" ? from : breaksAt === "to" ? to : undefined;
  return port === undefined ? undefined : crossAt(port);
}

function crossAt({ edge, stub, direction }: Port): Spot {
  const [first = 0, second = first] = stub;
  const step = Math.sign(second - first);
  return direction === LEVEL ? { x: edge.x + step * CROSS_AT, y: edge.y } : { x: edge.x, y: edge.y + step * CROSS_AT };
}

/** A line without the places that it only runs through. */
function corners(spots: readonly Spot[]): readonly Spot[] {
  return spots.filter((spot, index) => {
    const before = spots[index - 1];
    const after = spots[index + 1];
    if (before === undefined || after === undefined) return true;
    if (before.x === spot.x && before.y === spot.y) return false;
    return !((before.x === spot.x && spot.x === after.x) || (before.y === spot.y && spot.y === after.y));
  });
}
