import { errorValue, type UnknownValue, type Value } from "./value";

/** Functions whose first argument is a list, a set or a map. */
const OF_COLLECTION: ReadonlySet<string> = new Set(
  `alltrue anytrue chunklist compact contains distinct element flatten index keys lookup matchkeys one reverse slice sort sum
  tolist tomap toset transpose values zipmap`.split(/\s+/),
);

/** Functions of which each argument is one. */
const OF_COLLECTIONS: ReadonlySet<string> = new Set(
  "coalescelist concat merge setintersection setproduct setsubtract setunion".split(" "),
);

/** Functions whose argument is a single value. */
const OF_SINGLE: ReadonlySet<string> = new Set(["tobool", "tonumber", "tostring"]);

/**
 * The error that Terraform reports where an argument is surely of the wrong kind, which `try(tolist(var.x), [var.x])` counts on.
 * What is null may be a list that is not given.
 */
export function misfit(name: string, given: readonly Value[]): UnknownValue | undefined {
  const collections = OF_COLLECTIONS.has(name) ? given : OF_COLLECTION.has(name) ? given.slice(0, 1) : [];
  if (collections.some(isSingle)) return errorValue(`${name}(…) is given a single value`);
  const [first] = given;
  const isWrong =
    (OF_SINGLE.has(name) && (first?.kind === "list" || first?.kind === "object")) ||
    (name === "tomap" && first?.kind === "list") ||
    ((name === "tolist" || name === "toset") && first?.kind === "object");
  return isWrong ? errorValue(`${name}(…) is given a value of another kind`) : undefined;
}

function isSingle(value: Value): boolean {
  return value.kind === "literal" && value.value !== null;
}
