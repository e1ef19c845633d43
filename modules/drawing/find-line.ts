import { type Area, bottomOf, rightOf, type Spot, UNIT } from "./area";
import { Heap } from "./heap";
import { CLASH, type Lattice, LEVEL, type LineDirection, UPRIGHT } from "./lattice";
import type { Reached } from "./reached";

/** Where a line may leave or reach a card: a place of its edge, and the place that the line turns at first. */
export interface Port {
  readonly edge: Spot;
  readonly turn: number;
  readonly stub: readonly number[];
  readonly direction: LineDirection;
  readonly cost: number;
}

const BEND = 5;
const OFF_MIDDLE = 1.1;
/** So far a line runs straight from a card: room for its head or its cross. */
const STUB = 2;

/** The places of the edge of a card from which a line can begin, best in the middle of a side. */
export function portsOf(area: Area, lattice: Lattice): readonly Port[] {
  const ports: Port[] = [];
  const add = (edge: Spot, dx: number, dy: number, offset: number) => {
    const stub = Array.from({ length: STUB }, (_, step) =>
      lattice.placeOf({ x: edge.x + dx * (step + 1) * UNIT, y: edge.y + dy * (step + 1) * UNIT }),
    );
    const turn = stub.at(-1);
    const isInPicture = edge.x + dx * STUB * UNIT >= 0 && edge.y + dy * STUB * UNIT >= 0;
    if (turn === undefined || !isInPicture || !stub.every((place) => lattice.isFree(place))) return;
    const direction = dx === 0 ? UPRIGHT : LEVEL;
    ports.push({ edge, turn, stub, direction, cost: Math.abs(offset / UNIT) * OFF_MIDDLE });
  };
  const middleX = area.x + area.width / 2;
  const middleY = area.y + area.height / 2;
  for (let y = area.y + UNIT * 2; y <= bottomOf(area) - UNIT * 2; y += UNIT) {
    add({ x: area.x, y }, -1, 0, y - middleY);
    add({ x: rightOf(area), y }, 1, 0, y - middleY);
  }
  for (let x = area.x + UNIT * 2; x <= rightOf(area) - UNIT * 2; x += UNIT) {
    add({ x, y: area.y }, 0, -1, x - middleX);
    add({ x, y: bottomOf(area) }, 0, 1, x - middleX);
  }
  return ports;
}

/** What a line is looked for with. */
export interface Search {
  readonly lattice: Lattice;
  /** Two for each place: one for each direction. */
  readonly reached: Reached;
  readonly net: number;
  /** The rooms that the line may be in at no cost. */
  readonly home: ReadonlySet<string>;
  readonly from: readonly Port[];
  readonly to: readonly Port[];
  /** Places of lines that lead to the same card already. */
  readonly tree: ReadonlyMap<number, number>;
  /** What a further head of an arrow costs where there is a tree. */
  readonly extraHead: number;
}

/** A line that was found. */
export interface FoundLine {
  readonly from: Port;
  /** @default - it joins a line */
  readonly to?: Port;
  /** The places between the ends, in order. */
  readonly places: readonly number[];
}

/** The best line by length, bends, crossings and rooms that it has nothing to do with. @returns undefined where there is none */
export function findLine({ lattice, reached, net, home, from, to, tree, extraHead }: Search): FoundLine | undefined {
  reached.begin();
  const begins = new Map<number, Port>();
  const goals = new Map<number, Port>(to.map((port) => [port.turn, port]));
  const bounds = boundsOf([...goals.keys(), ...tree.keys()], lattice);
  const ahead = (place: number): number => {
    const x = place % lattice.columns;
    const y = (place - x) / lattice.columns;
    return Math.max(0, bounds.left - x, x - bounds.right) + Math.max(0, bounds.top - y, y - bounds.bottom);
  };
  const stubCost = ({ stub, direction, cost }: Port) =>
    stub.reduce((sum, place) => sum + 1 + lattice.costOf(place, direction, net, home), cost);
  const heap = new Heap();
  const reach = (state: number, cost: number, previous?: number) => {
    if (cost >= reached.costOf(state)) return;
    reached.write(state, cost, previous);
    heap.push(cost + ahead(state >> 1), state);
  };
  for (const port of from) {
    const state = port.turn * 2 + port.direction;
    const cost = stubCost(port);
    if (cost < reached.costOf(state)) begins.set(state, port);
    reach(state, cost);
  }
  let end: { readonly cost: number; readonly state: number; readonly to?: Port } | undefined;
  for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
    if (end !== undefined && next.key >= end.cost) break;
    const state = next.value;
    const place = state >> 1;
    const direction: LineDirection = (state & 1) === 0 ? LEVEL : UPRIGHT;
    const cost = reached.costOf(state);
    if (next.key > cost + ahead(place)) continue;
    if (tree.has(place)) {
      if (end === undefined || cost < end.cost) end = { cost, state };
      continue;
    }
    const port = goals.get(place);
    if (port !== undefined) {
      const total = cost + stubCost(port) + (port.direction === direction ? 0 : BEND) + (tree.size > 0 ? extraHead : 0);
      if (end === undefined || total < end.cost) end = { cost: total, state, to: port };
    }
    const x = place % lattice.columns;
    const y = (place - x) / lattice.columns;
    const go = (neighbour: number, towards: LineDirection) => {
      if (!lattice.isFree(neighbour)) return;
      const bends = towards !== direction;
      const bend = bends ? BEND + (lattice.isTaken(place, net) ? CLASH : 0) : 0;
      reach(neighbour * 2 + towards, cost + 1 + bend + lattice.costOf(neighbour, towards, net, home), state);
    };
    if (x > 0) go(place - 1, LEVEL);
    if (x < lattice.columns - 1) go(place + 1, LEVEL);
    if (y > 0) go(place - lattice.columns, UPRIGHT);
    if (y < lattice.rows - 1) go(place + lattice.columns, UPRIGHT);
  }
  if (end === undefined) return undefined;
  const places = [end.state >> 1];
  let state = end.state;
  for (let last = reached.before(state); last !== undefined; last = reached.before(state)) {
    state = last;
    places.push(state >> 1);
  }
  const first = begins.get(state);
  if (first === undefined) return undefined;
  return { from: first, ...(end.to === undefined ? {} : { to: end.to }), places: places.reverse() };
}

function boundsOf(places: readonly number[], { columns }: Lattice) {
  const xs = places.map((place) => place % columns);
  const ys = places.map((place) => Math.floor(place / columns));
  return {
    left: xs.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    right: xs.reduce((a, b) => Math.max(a, b), 0),
    top: ys.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    bottom: ys.reduce((a, b) => Math.max(a, b), 0),
  };
}
