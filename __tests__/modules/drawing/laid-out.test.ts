import { describe, expect, it } from "vitest";
import { type Area, isInside, overlaps, type Spot } from "../../../modules/drawing/area";
import { type Boxes, type DrawnLine, labelsOf } from "../../../modules/drawing/boxes";
import { laidOut } from "../../../modules/drawing/laid-out";
import { NETWORKS } from "./networks";

const pictures = Object.entries(NETWORKS).map(([name, topology]) => ({ name, topology, boxes: laidOut(topology) }));

/** Every two of some things. */
function pairs<Thing>(things: readonly Thing[]): readonly (readonly [Thing, Thing])[] {
  return things.flatMap((a, index) => things.slice(index + 1).map((b) => [a, b] as const));
}

/** The pieces of a line as areas without a breadth. */
function piecesOf({ points }: DrawnLine): readonly Area[] {
  return points.slice(1).flatMap((end, index) => {
    const start = points[index];
    if (start === undefined) return [];
    const corner = { x: Math.min(start.x, end.x), y: Math.min(start.y, end.y) };
    return { ...corner, width: Math.abs(start.x - end.x), height: Math.abs(start.y - end.y) };
  });
}

/** Every place of eight pixels that a line runs through from one to the next. */
function stepsOf(line: DrawnLine): readonly string[] {
  return piecesOf(line).flatMap(({ x, y, width, height }) =>
    Array.from({ length: (width + height) / 8 }, (_, step) =>
      width > 0 ? `${x + step * 8} ${y} level` : `${x} ${y + step * 8} upright`,
    ),
  );
}

const texts = (boxes: Boxes) => labelsOf(boxes).filter(({ text }) => text !== "");

describe.each(pictures)("the boxes of $name", ({ topology, boxes }) => {
  it("overlap in no two cards", () => {
    expect(pairs(boxes.cards).filter(([a, b]) => overlaps(a.area, b.area))).toEqual([]);
  });

  it("overlap in no two frames but those that lie in each other", () => {
    const meet = pairs(boxes.frames).filter(([a, b]) => overlaps(a.area, b.area));
    expect(meet.filter(([a, b]) => !isInside(a.area, b.area) && !isInside(b.area, a.area))).toEqual([]);
    expect(meet.filter(([a, b]) => a.kind === b.kind)).toEqual([]);
  });

  it("hold their cards wholly", () => {
    const cut = boxes.cards.filter(({ area }) =>
      boxes.frames.some((frame) => overlaps(area, frame.area) && !isInside(area, frame.area)),
    );
    expect(cut).toEqual([]);
  });

  it("have texts that overlap no other text", () => {
    expect(pairs(texts(boxes)).filter(([a, b]) => overlaps(a.area, b.area))).toEqual([]);
  });

  it("have texts of their own within them, and of nobody else", () => {
    for (const { area, labels, rows } of boxes.cards) {
      const own = [...labels, ...rows.map(({ label }) => label)];
      expect(own.filter((label) => !isInside(label.area, area))).toEqual([]);
    }
    for (const { area, labels } of boxes.frames) {
      expect(labels.filter((label) => !isInside(label.area, area))).toEqual([]);
      const inCards = labels.filter((label) => boxes.cards.some((card) => overlaps(card.area, label.area)));
      expect(inCards).toEqual([]);
    }
  });

  it("are all in the picture, with lines, marks and texts", () => {
    const picture = { x: 0, y: 0, width: boxes.width, height: boxes.height };
    const areas = [...boxes.frames, ...boxes.cards, ...texts(boxes)].map(({ area }) => area);
    expect([...areas, ...boxes.lines.flatMap(piecesOf)].filter((area) => !isInside(area, picture))).toEqual([]);
  });

  it("are met by lines at their ends only", () => {
    const through = boxes.lines.flatMap((line) =>
      piecesOf(line).flatMap((piece) =>
        boxes.cards.filter(({ area }) => touchesInner(piece, area)).map(({ id }) => [line.id, id]),
      ),
    );
    expect(through).toEqual([]);
    for (const { points, from, to, joins } of boxes.lines) {
      expect(isAtEdge(points.at(0), boxes, from)).toBe(true);
      if (!joins) expect(isAtEdge(points.at(-1), boxes, to)).toBe(true);
    }
  });

  it("have no text that a line runs through", () => {
    const struck = boxes.lines.flatMap((line) =>
      piecesOf(line).flatMap((piece) => texts(boxes).filter(({ area }) => touchesInner(piece, area))),
    );
    expect(struck).toEqual([]);
  });

  it("have lines of which no two lie on each other but those to the same card", () => {
    const owners = new Map<string, string>();
    for (const line of boxes.lines) {
      for (const step of stepsOf(line)) {
        const net = `${line.to} ${line.kind}`;
        expect(owners.get(step) ?? net).toBe(net);
        owners.set(step, net);
      }
    }
  });

  it("have a line for every piece of every way", () => {
    const inCards = new Set(boxes.lines.flatMap(({ from, to }) => [from, to]));
    const withWays = topology.ways.filter(({ through }) => through.length > 0);
    expect(inCards.size > 0).toBe(withWays.length > 0);
    const cards = new Map(
      boxes.cards.flatMap(({ id, rows }) => [[id, id] as const, ...rows.map((row) => [row.id, id] as const)]),
    );
    for (const { from, through, verdict } of withWays) {
      const end = cards.get(through.at(-1) ?? "");
      const before = cards.get(through.at(-2) ?? from);
      expect(boxes.lines.some((line) => line.from === before && line.to === end && line.kind === verdict)).toBe(true);
    }
  });
});

/** Whether a piece of a line goes through the inside of an area. */
function touchesInner(piece: Area, { x, y, width, height }: Area): boolean {
  return piece.x < x + width && piece.x + piece.width > x && piece.y < y + height && piece.y + piece.height > y;
}

function isAtEdge(spot: Spot | undefined, { cards }: Boxes, id: string): boolean {
  const area = cards.find((card) => card.id === id)?.area;
  if (spot === undefined || area === undefined) return false;
  const isAtSide = spot.x === area.x || spot.x === area.x + area.width;
  const isAbove = spot.y === area.y || spot.y === area.y + area.height;
  return isInside({ ...spot, width: 0, height: 0 }, area) && (isAtSide || isAbove);
}

describe("laidOut", () => {
  it("gives the numbers of what is below the picture to what they are about", () => {
    const { cards, captions } = laidOut(NETWORKS["a broken network"] ?? { vpcs: [], outside: [], ways: [], links: [] });
    const numbers = cards.flatMap(({ marks, rows }) => [...marks, ...rows.flatMap((row) => row.marks)]);
    const shown = numbers.flatMap(({ number }) => number ?? []);
    expect(new Set(shown)).toEqual(
      new Set(captions.flatMap(({ marks }) => marks.flatMap(({ number }) => number ?? []))),
    );
    expect(captions).toHaveLength(6);
    expect(captions[0]?.labels[0]?.text).toBe(
      "web → logs: aws_security_group.endpoints has no rule that admits TCP 443 from aws_security_group.web",
    );
  });

  it("says the answer first", () => {
    const answers = pictures.map(({ name, boxes }) => [name, boxes.heading.labels[0]?.text]);
    expect(Object.fromEntries(answers)).toMatchObject({
      "one subnet": "All 6 calls arrive",
      "dedicated endpoint subnets": "All 6 calls arrive",
      "a broken network": "5 of 11 calls do not arrive, 1 is not known",
      "spokes of a transit gateway": "1 of 12 calls is not known",
      "what is odd": "Whether the call arrives is not known",
      nothing: "The network",
    });
  });

  it("puts what calls before what is called: a spoke above its hub, or to the left where there is room for both", () => {
    const corner = (name: string, id: string) =>
      pictures.find((each) => each.name === name)?.boxes.frames.find((frame) => frame.id === id)?.area;
    const [above, below] = ["aws_vpc.spoke", "aws_vpc.hub"].map((id) => corner("hub and spoke", id)?.y ?? 0);
    expect(above).toBeLessThan(below ?? 0);
    const [left, right] = ["aws_vpc.narrow_spoke", "aws_vpc.narrow_hub"].map(
      (id) => corner("narrow hub and spoke", id)?.x ?? 0,
    );
    expect(left).toBeLessThan(right ?? 0);
  });
});
