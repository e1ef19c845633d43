import { type Area, bottomOf, rightOf, type Spot, UNIT } from "./area";
import type { Card, Frame, Label } from "./boxes";

/** The direction of a piece of a line. */
export const LEVEL = 0;
export const UPRIGHT = 1;
export type LineDirection = typeof LEVEL | typeof UPRIGHT;

/** What a step costs besides its length, in steps: what lines avoid. */
const BORDER = 3;
const CLOSE_TO_CARD = 0.6;
const CLOSE_TO_SUBNET = 0.3;
const CLOSE_TO_LINE = 0.6;
/** Where the name of a subnet stands. */
const HEADER = { height: 40, cost: 2 };
const FOREIGN = 20;
export const CROSSING = 5;
/** Two lines on top of each other: worth any way round, and possible where there is none. */
export const CLASH = 80;

/** The places of a picture where lines may run, and what is there already. A place is a number: its row times the columns, and its column. */
export class Lattice {
  readonly columns: number;
  readonly rows: number;
  readonly #blocked: Uint8Array;
  readonly #costs: Float32Array;
  readonly #rooms: readonly Int16Array[];
  readonly #owners: readonly [Int32Array, Int32Array];

  constructor(
    width: number,
    height: number,
    frames: readonly Frame[],
    cards: readonly Card[],
    labels: readonly Label[],
  ) {
    this.columns = Math.floor(width / UNIT) + 1;
    this.rows = Math.floor(height / UNIT) + 1;
    const size = this.columns * this.rows;
    this.#blocked = new Uint8Array(size);
    this.#costs = new Float32Array(size);
    this.#owners = [new Int32Array(size), new Int32Array(size)];
    this.#rooms = (["vpc", "subnet"] as const).map((kind) => {
      const rooms = new Int16Array(size);
      for (const [index, { area }] of frames.filter((frame) => frame.kind === kind).entries()) {
        this.#each(area, (place) => {
          rooms[place] = index + 1;
        });
      }
      return rooms;
    });
    for (const { area, kind } of frames) {
      for (const edge of edgesOf(area)) this.#add(edge, kind === "zone" ? CLOSE_TO_SUBNET : BORDER);
      if (kind !== "subnet") continue;
      this.#add(grown(area, UNIT), CLOSE_TO_SUBNET);
      this.#add({ ...area, height: HEADER.height - UNIT }, HEADER.cost);
    }
    for (const { area } of cards) this.#add(grown(area, UNIT), CLOSE_TO_CARD);
    for (const area of [...cards.map((card) => card.area), ...labels.map((label) => grown(label.area, UNIT / 2))]) {
      this.#each(area, (place) => {
        this.#blocked[place] = 1;
      });
    }
  }

  placeOf({ x, y }: Spot): number {
    return Math.round(y / UNIT) * this.columns + Math.round(x / UNIT);
  }

  spotOf(place: number): Spot {
    return { x: (place % this.columns) * UNIT, y: Math.floor(place / this.columns) * UNIT };
  }

  isFree(place: number): boolean {
    return this.#blocked[place] === 0;
  }

  /** The VPC and the subnet that a place is in, each by a number. */
  roomsAt(place: number): readonly number[] {
    return this.#rooms.map((rooms) => rooms[place] ?? 0);
  }

  /** What it costs to go to a place in a direction, besides the length. */
  costOf(place: number, direction: LineDirection, net: number, home: ReadonlySet<string>): number {
    let cost = this.#costs[place] ?? 0;
    for (const [index, rooms] of this.#rooms.entries()) {
      const room = rooms[place] ?? 0;
      if (room !== 0 && !home.has(`${index}:${room}`)) cost += FOREIGN;
    }
    const along = this.#owners[direction][place];
    const athwart = this.#owners[direction === LEVEL ? UPRIGHT : LEVEL][place];
    if (isOther(along, net)) return cost + CLASH;
    const aside = direction === LEVEL ? this.columns : 1;
    const owners = this.#owners[direction];
    if (isOther(owners[place - aside], net)) cost += CLOSE_TO_LINE;
    if (isOther(owners[place + aside], net)) cost += CLOSE_TO_LINE;
    if (isOther(athwart, net)) cost += CROSSING;
    return cost;
  }

  /** Whether a line of another net goes through a place. */
  isTaken(place: number, net: number): boolean {
    return this.#owners.some((owners) => isOther(owners[place], net));
  }

  /** Notes a piece of a line, of a net that nothing can join there where it is negative; how many of its places another line has in the same direction already. */
  take(places: readonly number[], direction: LineDirection, net: number): number {
    const owners = this.#owners[direction];
    let clashes = 0;
    for (const place of places) {
      if (isOther(Math.abs(owners[place] ?? 0), Math.abs(net))) clashes += 1;
      owners[place] = net;
    }
    return clashes;
  }

  #each(area: Area, visit: (place: number) => void): void {
    const last = {
      x: Math.min(this.columns - 1, Math.floor(rightOf(area) / UNIT)),
      y: Math.min(this.rows - 1, Math.floor(bottomOf(area) / UNIT)),
    };
    for (let y = Math.max(0, Math.ceil(area.y / UNIT)); y <= last.y; y += 1) {
      for (let x = Math.max(0, Math.ceil(area.x / UNIT)); x <= last.x; x += 1) visit(y * this.columns + x);
    }
  }

  #add(area: Area, cost: number): void {
    this.#each(area, (place) => {
      this.#costs[place] = (this.#costs[place] ?? 0) + cost;
    });
  }
}

function isOther(owner: number | undefined, net: number): boolean {
  return owner !== undefined && owner !== 0 && owner !== net;
}

function edgesOf({ x, y, width, height }: Area): readonly Area[] {
  return [
    { x, y, width, height: 0 },
    { x, y: y + height, width, height: 0 },
    { x, y, width: 0, height },
    { x: x + width, y, width: 0, height },
  ];
}

function grown({ x, y, width, height }: Area, by: number): Area {
  return { x: x - by, y: y - by, width: width + 2 * by, height: height + 2 * by };
}
