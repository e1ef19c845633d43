import { join } from "node:path";
import results from "./results.json";
import type { Outcomes } from "./steps";

/** The major versions of Node under which the projects are tried. */
export const NODES = ["20", "22", "24"] as const;
export type NodeVersion = (typeof NODES)[number];

/** What `npm run consumers` has found under each Node, by the names of the projects. */
export type Results = Readonly<Record<NodeVersion, Readonly<Record<string, Outcomes>>>>;

export const RESULTS: Results = results;
export const RESULTS_FILE = join(__dirname, "results.json");
