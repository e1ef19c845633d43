import { type Area, bottomOf, onGrid, type Spot } from "./area";
import { type Card, FONTS, type Frame, type Label, type Mark } from "./boxes";
import type { CardContent } from "./card-content";
import { TIER_NAMES } from "./part-names";
import { widthOfCards } from "./place-card";
import { type CardColumns, heightOfSubnet, placeSubnet, widthOfSubnet } from "./place-subnet";
import { fitted, widthOf } from "./text-width";
import type { VpcContent } from "./vpc-content";

/** Cards of a VPC that are in none of its subnets: a column at its side, which gets its places when all lines are known. */
export interface Rail {
  readonly x: number;
  readonly width: number;
  readonly top: number;
  readonly cards: readonly CardContent[];
}

/** A VPC at its place, but for its rails. */
export interface PlacedVpc {
  readonly frame: Frame;
  readonly inner: readonly Frame[];
  readonly cards: readonly Card[];
  readonly rails: readonly Rail[];
}

const PADDING = 24;
const HEADER = 48;
const ZONE_HEADER = 32;
const ZONE_PADDING = 24;
const TIER_COLUMN = 112;
const NARROWEST = 280;

/** The gaps that lines run in; they grow until every line has a place of its own. */
export interface Gutters {
  readonly zones: number;
  readonly rows: number;
  readonly rails: number;
}

/** A VPC with zones as columns and tiers as rows, from its upper left corner. */
export function placeVpc(
  { vpc, zones, rows, sideBySide }: VpcContent,
  rails: { readonly left: readonly CardContent[]; readonly right: readonly CardContent[] },
  origin: Spot,
  gutters: Gutters,
  hue: (number: number) => Mark["verdict"],
): PlacedVpc {
  const all = rows.flatMap(({ subnets }) => subnets.flatMap((subnet) => subnet ?? []));
  const widest = (cards: readonly CardContent[]) => (cards.length === 0 ? 0 : widthOfCards(cards));
  const columns: CardColumns = {
    callers: widest(all.flatMap(({ callers }) => callers)),
    called: widest(all.flatMap(({ called }) => called)),
    sideBySide,
  };
  const subnetWidth = Math.max(widthOfSubnet(columns), onGrid(NARROWEST - 2 * ZONE_PADDING));
  const zoneWidth = subnetWidth + 2 * ZONE_PADDING;
  const railLeft = widest(rails.left);
  const railRight = widest(rails.right);
  const tiersX = origin.x + PADDING + (railLeft === 0 ? 0 : railLeft + gutters.rails);
  const zonesX = tiersX + (rows.length === 0 ? 0 : TIER_COLUMN);
  const zonesTop = origin.y + HEADER;
  const inner: Frame[] = [];
  const cards: Card[] = [];
  const tiers: Label[] = [];
  let y = zonesTop + ZONE_HEADER + 8;
  for (const { tier, isFirst, subnets } of rows) {
    if (isFirst && y > zonesTop + ZONE_HEADER + 8) y += 16;
    if (isFirst) tiers.push(...tierLabels(tier, tiersX, y));
    const height = Math.max(...subnets.map((each) => (each === undefined ? 0 : heightOfSubnet(each, columns))));
    for (const [index, subnet] of subnets.entries()) {
      if (subnet === undefined) continue;
      const x = zonesX + index * (zoneWidth + gutters.zones) + ZONE_PADDING;
      const placed = placeSubnet(
        subnet,
        columns,
        { x, y, width: subnetWidth, height: heightOfSubnet(subnet, columns) },
        hue,
      );
      inner.push(placed.frame);
      cards.push(...placed.cards);
    }
    y += height + gutters.rows;
  }
  const zonesBottom = y - gutters.rows + ZONE_PADDING;
  const zonesRight = zonesX + Math.max(0, zones.length * (zoneWidth + gutters.zones) - gutters.zones);
  const zoneFrames = zones.map(({ name }, index): Frame => {
    const x = zonesX + index * (zoneWidth + gutters.zones);
    const area = { x, y: zonesTop, width: zoneWidth, height: zonesBottom - zonesTop };
    const label = { x: x + ZONE_PADDING, y: zonesTop + 10, width: zoneWidth - 2 * ZONE_PADDING, height: 15 };
    return {
      id: `${vpc.id}/${name ?? "unknown zone"}`,
      kind: "zone",
      title: name === undefined ? "Zone that is not known" : `Zone ${name}`,
      area,
      labels: [labelOf("tier", name ?? "zone not known", label)],
    };
  });
  const railX = zones.length === 0 ? origin.x + PADDING : zonesRight + gutters.rails;
  const right = railRight === 0 ? zonesRight : railX + railRight;
  const title = titleLabels(vpc, origin);
  const width = onGrid(
    Math.max(
      NARROWEST,
      right + PADDING - origin.x,
      ...title.map(({ area }) => area.x + area.width + PADDING - origin.x),
    ),
  );
  const area: Area = { ...origin, width, height: (zones.length === 0 ? HEADER : zonesBottom - origin.y) + PADDING };
  const said = [`VPC ${vpc.name}`, vpc.cidr, vpc.region, vpc.address].filter((text) => text !== undefined);
  const rail = (x: number, railWidth: number, of: readonly CardContent[]): readonly Rail[] =>
    of.length === 0 ? [] : [{ x, width: railWidth, top: zonesTop + 8, cards: of }];
  return {
    frame: { id: vpc.id, kind: "vpc", title: said.join(", "), area, labels: [...title, ...tiers] },
    inner: [...zoneFrames, ...inner],
    cards,
    rails: [...rail(origin.x + PADDING, railLeft, rails.left), ...rail(railX, railRight, rails.right)],
  };
}

/** VPCs one below the other are equally wide where they nearly are. */
const NEARLY = 0.8;

/** The frame of a VPC, high enough for the cards that are in it, and as wide as others where it nearly is. */
export function grownTo(frame: Frame, cards: readonly Card[], column: number): Frame {
  const bottom = Math.max(bottomOf(frame.area), ...cards.map(({ area }) => onGrid(bottomOf(area)) + PADDING));
  const width = frame.area.width >= column * NEARLY ? column : frame.area.width;
  return { ...frame, area: { ...frame.area, width, height: bottom - frame.area.y } };
}

/** A text cut to the room that it has; its area is what it takes. */
function labelOf(role: Label["role"], text: string, room: Area): Label {
  const shown = fitted(text, room.width, FONTS[role]);
  return { role, text: shown, area: { ...room, width: Math.min(room.width, Math.ceil(widthOf(shown, FONTS[role]))) } };
}

function tierLabels(tier: VpcContent["rows"][number]["tier"], x: number, y: number): readonly Label[] {
  const { name, wayOut } = TIER_NAMES[tier];
  return [
    labelOf("tier", name, { x, y: y + 12, width: TIER_COLUMN - 8, height: 16 }),
    labelOf("quiet", wayOut, { x, y: y + 30, width: TIER_COLUMN - 8, height: 14 }),
  ];
}

function titleLabels({ name, address, cidr, region }: VpcContent["vpc"], { x, y }: Spot): readonly Label[] {
  const title = labelOf("title", name === "" ? address : name, { x: x + PADDING, y: y + 16, width: 320, height: 18 });
  const said = ["VPC", cidr, region].filter((text) => text !== undefined).join(" · ");
  const quiet = { x: title.area.x + title.area.width + 12, y: y + 18, width: 320, height: 15 };
  return [title, labelOf("quiet", said, quiet)];
}
