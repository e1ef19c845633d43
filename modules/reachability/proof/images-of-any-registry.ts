import { type AskedEndpoint, placedAsks, union } from "../../planning/plan/union";
import type { TaskDefinitionReading } from "../../task/definition/interpret-task-definition";
import { countingVerdict, type Walk } from "../ways/walk";
import { type AskedCall, notProved } from "./asked-call";

/** The calls of a task that are surely made. */
export interface CallsWithImages {
  readonly calls: readonly AskedCall[];
  /** Why it counts in which registry an image is, by its path in the task, as clauses. */
  readonly because: ReadonlyMap<string, string>;
}

/**
 * The calls of a task without those that break and are made for images alone of which nobody knows the registry, where the task may
 * have a way to another one. Elsewhere it is ECR, or the task does not start.
 *
 * @param prove the way of what is left of a call
 */
export function callsWithImages(
  calls: readonly AskedCall[],
  { unknown }: Pick<TaskDefinitionReading, "unknown">,
  prove: (asked: AskedEndpoint) => Walk,
): CallsWithImages {
  const because = new Map<string, string>();
  const kept = calls.flatMap((call): readonly AskedCall[] => {
    if (countingVerdict(call.walk) !== "broken") return [call];
    const placed = placedAsks(call.asked);
    const ofImages = placed.filter(({ ask: { path } }) => path !== undefined && unknown.get(path) === "image");
    if (ofImages.length === 0) return [call];
    const others = union(placed.filter((each) => !ofImages.includes(each)));
    const left = others.map((asked) => ({ asked, walk: prove(asked) }));
    if (left.some(({ walk }) => countingVerdict(walk) === "broken")) return left;
    for (const { ask } of ofImages) {
      if (ask.path !== undefined && !because.has(ask.path)) because.set(ask.path, notProved(call.walk.dependency));
    }
    return left;
  });
  return { calls: kept, because };
}
