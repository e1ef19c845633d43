import type { Verdict } from "../reachability/model/verdict";
import { counted } from "../text/words";
import type { Part, PartKind } from "../topology/topology";
import { groupedBy } from "../values/grouped-by";
import type { Calls } from "./calls";
import { KIND_NAMES } from "./part-names";

/** A line of a card before it has a place. */
export interface RowContent {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly verdict?: Verdict;
  readonly numbers: readonly number[];
}

/** What is in a card before it has a place. */
export interface CardContent {
  readonly id: string;
  readonly kind: PartKind;
  readonly name: string;
  readonly detail?: string;
  readonly title: string;
  /** @default - nothing calls it, or its lines say it */
  readonly verdict?: Verdict;
  readonly numbers: readonly number[];
  readonly rows: readonly RowContent[];
  /** The parts that it stands for. */
  readonly parts: readonly string[];
}

/** What many are of in one place: they share a card, with a line for each, and the lines that lead to it. */
const SHARED: Partial<Readonly<Record<PartKind, { readonly name: string; readonly least: number }>>> = {
  "interface-endpoint": { name: "Interface endpoint", least: 1 },
  "gateway-endpoint": { name: "Gateway endpoint", least: 2 },
};

/** The things of one place as cards. Its interface endpoints are one, and so are gateway endpoints where there are several. */
export function cardContents(place: string, parts: readonly Part[], calls: Calls): readonly CardContent[] {
  return [...groupedBy(parts, ({ kind }) => kind)].flatMap(([kind, ofKind]): readonly CardContent[] => {
    const shared = SHARED[kind];
    if (shared === undefined || ofKind.length < shared.least) return ofKind.map((part) => single(part, calls));
    const count = counted(ofKind.length, shared.name.toLowerCase());
    return [
      {
        id: `${place}/${kind}s`,
        kind,
        name: ofKind.length === 1 ? shared.name : `${shared.name}s`,
        title: count,
        numbers: [],
        rows: ofKind.map((part) => rowOf(part, calls)),
        parts: ofKind.map(({ id }) => id),
      },
    ];
  });
}

function rowOf(part: Part, calls: Calls): RowContent {
  const verdict = calls.verdictOf(part.id);
  return {
    id: part.id,
    name: part.name,
    title: titleOf(part),
    ...(verdict === undefined ? {} : { verdict }),
    numbers: calls.numbersAt(part.id),
  };
}

function single(part: Part, calls: Calls): CardContent {
  const verdict = calls.verdictOf(part.id);
  const rows = calls.leadingNowhere(part.id).map((way): RowContent => {
    const number = calls.numberOf(way);
    return {
      id: `${part.id}/${way.service}`,
      name: way.service,
      title: [way.service, way.trouble?.text].filter((text) => text !== undefined).join(": "),
      verdict: way.verdict,
      numbers: number === undefined ? [] : [number],
    };
  });
  return {
    id: part.id,
    kind: part.kind,
    name: part.name,
    detail: [KIND_NAMES[part.kind], part.detail].filter((text) => text !== undefined).join(" · "),
    title: titleOf(part),
    ...(verdict === undefined ? {} : { verdict }),
    numbers: calls.numbersAt(part.id),
    rows,
    parts: [part.id],
  };
}

function titleOf({ kind, name, address, detail }: Part): string {
  return [`${KIND_NAMES[kind]} ${name}`, detail, address].filter((text) => text !== undefined).join(", ");
}
